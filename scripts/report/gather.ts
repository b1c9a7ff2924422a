import { createHash } from "node:crypto";
import { readFigures } from "../../bot/stores/figures/figures-store.ts";
import { readRegister } from "../../bot/stores/register/register-store.ts";
import { openForReading } from "../../bot/stores/submissions/open.ts";
import type { ReportInput } from "../../core/ledger/report/input.ts";
import { type Snapshot, snapshotOf } from "../../core/ledger/snapshot.ts";
import { previousQuarter, quarterBounds, shanghaiDate } from "../../core/survey/quarter.ts";
import { isDemo } from "../demo/marker.ts";
import type { Office } from "../ledger/office.ts";
import { choiceLabel } from "../ledger/words.ts";

/** Reads what a report of a quarter is computed from. @param now ISO instant. */
export async function gatherReport(
	dataDir: string,
	quarter: string,
	office: Office,
	now: string,
): Promise<ReportInput> {
	const { submissions, audit } = openForReading(dataDir);
	const before = previousQuarter(quarter);
	const rows = await submissions.rows(quarter);
	const previousRows = await submissions.rows(before);
	const { last } = quarterBounds(quarter);
	const today = shanghaiDate(now);
	const snapshot = snapshotOf(quarter, rows, await readRegister(dataDir, last));
	const previous = snapshotOf(before, previousRows, await readRegister(dataDir, quarterBounds(before).last));
	return {
		quarter,
		asOf: today < last ? today : last,
		snapshot,
		rows,
		previous,
		previousRows,
		figures: await readFigures(dataDir, quarter),
		streets: office.district.streets,
		labelOf: (field, value) => choiceLabel(field, value, office),
		snapshotHash: hashOf([snapshot, previous]),
		auditHead: await audit.head(),
		sample: isDemo(dataDir),
	};
}

/** Changes when any revision that counts changes. */
function hashOf(snapshots: readonly Snapshot[]): string {
	const hash = createHash("sha256");
	for (const { quarter, active, inactive, units } of snapshots) {
		hash.update(`${quarter}\n`);
		for (const submission of [...active, ...inactive]) {
			// Sorted: the order of fields depends on whether a row came from its files or from the index.
			const fields = Object.entries(submission).sort(([a], [b]) => (a < b ? -1 : 1));
			hash.update(`${JSON.stringify(fields)}\n`);
		}
		for (const { surveyed, orgCode } of units) if (!surveyed) hash.update(`${orgCode}\n`);
	}
	return hash.digest("hex");
}
