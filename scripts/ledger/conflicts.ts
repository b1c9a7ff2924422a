import { openForReading } from "../../bot/stores/submissions/open.ts";
import type { Row } from "../../core/ledger/fold.ts";
import type { LedgerCommand } from "./command.ts";
import { conflictLines, differencesOf, isSmallConflict } from "./conflict-words.ts";
import { loadOffice, type Office } from "./office.ts";
import { dataDirOf, readOptions } from "./options.ts";
import { recordLook } from "./record-look.ts";
import { selectionOf } from "./select.ts";
import { streetName } from "./words.ts";

/** Units of which a submission waits because it was made from an outdated one: both side by side. */
export const conflicts: LedgerCommand = {
	name: "conflicts",
	summary: "列出冲突：同一单位有两份填报，逐项对照",
	usage: "ledger conflicts [--quarter 2026-Q3] [--street 街道] [--with-small --staff 姓名] [--json]",
	async run(args, io) {
		const { values } = readOptions(args, {
			quarter: { type: "string" },
			street: { type: "string" },
			"with-small": { type: "boolean", default: false },
		});
		const office = loadOffice();
		const { quarter, matches } = selectionOf({ quarter: values.quarter, street: values.street }, office);
		const dataDir = dataDirOf(values, io);
		const all = await openForReading(dataDir).submissions.rows(quarter);
		const rows = all.filter((row) => row.conflicts.length > 0 && matches(placed(row)));
		const withSmall = values["with-small"];
		if (withSmall)
			await recordLook(
				{ dataDir, io, staff: values.staff, office, quarter },
				rows.filter(isSmallConflict).length,
			);
		for (const row of rows) {
			const withCounts = withSmall || !isSmallConflict(row);
			if (values.json) io.print(jsonLine(row, withCounts, office));
			else for (const line of textLines(row, withCounts, office)) io.print(line);
		}
		if (values.json) return 0;
		if (rows.length === 0) io.print(`${quarter} 没有冲突。`);
		else
			io.explain(
				`${quarter} 有冲突的单位${rows.length}家。决定采用哪一份：npm run ledger -- resolve ${quarter} 信用代码 --submission 回执编号 --apply（采用待定的）或 --discard（保留现有的）--staff 姓名。`,
			);
		return 0;
	},
};

/** The row as its place is known: by what stands, else by what waits. */
const placed = (row: Row): Row => ({ ...row, head: row.head ?? row.conflicts.at(-1) ?? null });

function jsonLine(
	{ quarter, orgCode, head, conflicts: waiting }: Row,
	withCounts: boolean,
	office: Office,
): string {
	return JSON.stringify({
		quarter,
		orgCode,
		orgName: head?.orgName ?? waiting[0]?.orgName,
		head:
			head === null ? null : { submissionId: head.submissionId, revision: head.revision, state: head.state },
		waiting: waiting.map((one) => ({
			submissionId: one.submissionId,
			revision: one.revision,
			channel: one.channel,
			submittedAt: one.submittedAt,
			sameSender: head?.submitterRef === one.submitterRef,
			differences: differencesOf(head, one, withCounts, office),
		})),
	});
}

function textLines(row: Row, withCounts: boolean, office: Office): readonly string[] {
	const known = row.head ?? row.conflicts[0];
	const street = known === undefined ? "" : streetName(known.streetCode, office);
	return [
		[row.orgCode, known?.orgName ?? "", street].join("　"),
		...row.conflicts.flatMap((waiting) => conflictLines(row.head, waiting, withCounts, office)),
	];
}
