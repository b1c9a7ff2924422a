import { openForReading } from "../../bot/stores/submissions/open.ts";
import type { Row } from "../../core/ledger/fold.ts";
import { judge } from "../../core/survey/rules.ts";
import type { Submission } from "../../core/survey/submission.ts";
import type { LedgerCommand } from "./command.ts";
import { loadOffice, type Office } from "./office.ts";
import { dataDirOf, readOptions } from "./options.ts";
import { recordLook } from "./record-look.ts";
import { SELECTION, SELECTION_USAGE, selectionOf } from "./select.ts";
import { choiceLabel, isSmall, masked, stateLabel, streetName } from "./words.ts";

/** Current rows of a quarter, filtered; counts of small units stay hidden unless asked for by name. */
export const list: LedgerCommand = {
	name: "list",
	summary: "列出一个季度的填报",
	usage: `ledger list ${SELECTION_USAGE} [--conflicts] [--with-small --staff 姓名] [--json]`,
	async run(args, io) {
		const { values } = readOptions(args, {
			...SELECTION,
			conflicts: { type: "boolean", default: false },
			"with-small": { type: "boolean", default: false },
		});
		const office = loadOffice();
		const { quarter, matches } = selectionOf(values, office);
		const dataDir = dataDirOf(values, io);
		const { submissions } = openForReading(dataDir);
		const rows = (await submissions.rows(quarter)).filter(
			(row) =>
				(values.conflicts ? row.conflicts.length > 0 : row.head !== null || row.conflicts.length > 0) &&
				matches(row),
		);
		const withSmall = values["with-small"];
		if (withSmall) {
			const small = rows.filter(({ head }) => head !== null && isSmall(head)).length;
			await recordLook({ dataDir, io, staff: values.staff, office, quarter }, small);
		}
		for (const row of rows)
			io.print(values.json ? jsonLine(row, withSmall) : textLine(row, withSmall, office));
		if (!values.json) io.explain(`${quarter} 共${rows.length}个单位。`);
		for (const { path, why } of submissions.damages()) io.explain(`损坏的文件已移到 ${path}（${why}）。`);
		return 0;
	},
};

function jsonLine({ quarter, orgCode, head, verified, conflicts }: Row, withSmall: boolean): string {
	const show = (submission: Submission) => (withSmall ? { ...submission } : masked(submission));
	return JSON.stringify({
		quarter,
		orgCode,
		head: head === null ? null : show(head),
		verifiedRevision: verified?.revision ?? null,
		conflicts: conflicts.map(({ submissionId, revision }) => ({ submissionId, revision })),
		// A remark such as W2 tells a count too.
		warnings: head === null || (isSmall(head) && !withSmall) ? [] : judge(head).warnings,
	});
}

function textLine({ orgCode, head, verified, conflicts }: Row, withSmall: boolean, office: Office): string {
	const conflict = conflicts.length === 0 ? "" : `　冲突${conflicts.length}份`;
	if (head === null) return `${orgCode}　（已撤回）${conflict}`;
	const hidden = isSmall(head) && !withSmall;
	const counts = hidden
		? "职工5人以下，人数不显示"
		: `职工${head.employees}，正式${head.fullMembers}，预备${head.probationaryMembers}`;
	const counted =
		verified === null || verified.revision === head.revision ? "" : `（统计用第${verified.revision}版）`;
	const warnings = hidden ? [] : judge(head).warnings;
	return (
		[
			orgCode,
			head.orgName,
			streetName(head.streetCode, office),
			choiceLabel("formationMode", head.formationMode, office),
			counts,
			`${stateLabel(head.state)}第${head.revision}版${counted}`,
			...(warnings.length === 0 ? [] : [warnings.join(" ")]),
		].join("　") + conflict
	);
}
