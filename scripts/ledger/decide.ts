import { openForStaff } from "../../bot/stores/submissions/open.ts";
import type { Decision, StaffResult, StaffSubmissions } from "../../bot/stores/submissions/store.ts";
import type { Row } from "../../core/ledger/fold.ts";
import { type LedgerIo, UsageError } from "./command.ts";
import { findRow } from "./find-row.ts";
import { loadOffice } from "./office.ts";
import { actorOf, dataDirOf } from "./options.ts";
import { reportResult } from "./report-result.ts";

interface DecisionValues {
	readonly json: boolean;
	readonly data?: string | undefined;
	readonly staff?: string | undefined;
	readonly revision?: string | undefined;
}

/** What verify, return and resolve share: find the row, know who acts, decide on the revision that was seen. */
export async function decideOnRow(
	words: readonly string[],
	values: DecisionValues,
	io: LedgerIo,
	done: string,
	decide: (store: StaffSubmissions, decision: Decision, row: Row) => Promise<StaffResult>,
): Promise<number> {
	const office = loadOffice();
	const dataDir = dataDirOf(values, io);
	const actor = actorOf(values, dataDir, io);
	const { submissions } = await openForStaff(dataDir, { trashDays: office.survey.trashDays });
	const row = await findRow(submissions, words);
	const revision = values.revision === undefined ? (row.head?.revision ?? 0) : Number(values.revision);
	if (!Number.isSafeInteger(revision))
		throw new UsageError("--revision 应为您看过的版本号，例如 --revision 2。");
	const decision: Decision = {
		quarter: row.quarter,
		orgCode: row.orgCode,
		revision,
		actor,
		at: new Date().toISOString(),
	};
	return reportResult(await decide(submissions, decision, row), values.json, done, office, io);
}
