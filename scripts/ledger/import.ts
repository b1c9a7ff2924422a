import { type OpenedStore, openSubmissionStore } from "../../bot/stores/submissions/open.ts";
import { saysTheSame } from "../../bot/stores/submissions/same-content.ts";
import { type JudgedInput, judgeMany } from "../../bot/submissions/judge-many.ts";
import { QUARTER_PATTERN } from "../../core/survey/quarter.ts";
import type { Submission } from "../../core/survey/submission.ts";
import { type LedgerCommand, type LedgerIo, UsageError } from "./command.ts";
import { type ImportRow, readImportFile } from "./import-rows.ts";
import { type JudgedRow, printDryRun } from "./import-words.ts";
import { loadOffice, type Office } from "./office.ts";
import { actorOf, dataDirOf, readOptions } from "./options.ts";

/** Takes submissions from files: a dry run with every row's errors first, then all or nothing. */
export const importFiles: LedgerCommand = {
	name: "import",
	summary: "导入填报（XLSX、CSV、JSON；先试读，全部没有错误才写入）",
	usage:
		"ledger import <文件…> --staff 姓名 [--quarter 2026-Q3] [--apply] [--json]　不加 --apply 只试读；表里没有季度一列时写 --quarter",
	async run(args, io) {
		const { values, positionals } = readOptions(args, {
			apply: { type: "boolean", default: false },
			quarter: { type: "string" },
		});
		if (positionals.length === 0)
			throw new UsageError("请写要导入的文件，例如 2026年三季度台账.xlsx，或网页表单另存的 JSON 文件。");
		if (values.quarter !== undefined && !QUARTER_PATTERN.test(values.quarter))
			throw new UsageError("季度写成 2026-Q3。");
		const office = loadOffice();
		const dataDir = dataDirOf(values, io);
		const actor = actorOf(values, dataDir, io);
		const at = new Date().toISOString();
		const rows: ImportRow[] = [];
		for (const file of positionals) {
			const read = await readImportFile(file, office, values.quarter, actor, at);
			rows.push(...read.rows);
			if (read.ignored.length > 0 && !values.json)
				io.explain(`${file}：下面的列不收集，没有读取：${read.ignored.join("、")}。`);
		}
		const store = await openSubmissionStore(dataDir, { trashDays: office.survey.trashDays });
		const judged = await judgeRows(rows, office, store, io);
		const wrong = judged.filter(({ ok }) => !ok).length;
		if (wrong > 0 || !values.apply) {
			printDryRun(judged, values.json, office, io);
			return wrong > 0 ? 1 : 0;
		}
		const fresh = judged.filter(({ unchanged }) => !unchanged);
		const results = await store.importBatch(
			fresh.flatMap(({ submission }) => submission ?? []),
			(done, total) => io.progress?.("写入", done, total),
		);
		const counts = { accepted: 0, again: judged.length - fresh.length, conflict: 0, refused: 0 };
		for (const [index, { kind }] of results.entries()) {
			counts[kind]++;
			const { file, place, submission } = fresh[index] as JudgedRow;
			if (values.json)
				io.print(JSON.stringify({ file, place, submissionId: submission?.submissionId, result: kind }));
		}
		await store.audit.append({ action: "imported", actor, at, count: counts.accepted + counts.conflict });
		if (!values.json) {
			const besides = [
				...(counts.again > 0 ? [`和台账相同、不用写入的${counts.again}份`] : []),
				...(counts.conflict > 0 ? [`有冲突待处理${counts.conflict}份`] : []),
				...(counts.refused > 0 ? [`编号已用过或已撤回${counts.refused}份`] : []),
			];
			io.print(`${[`已导入${counts.accepted}份`, ...besides].join("；")}。`);
			if (counts.accepted > 0)
				io.print("下一步：请另一位同事核实，核实以后才计入统计（导入的人不能核实自己导入的）。");
			if (counts.conflict > 0)
				io.print(
					"有冲突的，在菜单“处理冲突”里（或用 npm run ledger -- conflicts 和 resolve）对照后决定用哪一份。",
				);
		}
		return counts.refused === 0 ? 0 : 1;
	},
};

async function judgeRows(
	rows: readonly ImportRow[],
	office: Office,
	{ submissions, swept }: OpenedStore,
	io: LedgerIo,
): Promise<readonly JudgedRow[]> {
	const results = await judgeMany(
		rows.map(({ value }) => value),
		office,
		submissions,
		(done) => io.progress?.("检查", done, rows.length),
	);
	const seen = new Map<string, string>();
	return rows.map((row, index) => {
		const checked = results[index] as JudgedInput;
		const { submission } = checked;
		const id = submission?.submissionId ?? "";
		const earlier = seen.get(id);
		if (id !== "") seen.set(id, `${row.file} ${row.place}`);
		const unchanged = submission !== null && isKnown(submission, checked);
		const reused = [
			...(earlier === undefined ? [] : [`duplicate:${earlier}`]),
			...(!unchanged && swept.ids.has(id) ? ["id-reused"] : []),
		];
		return {
			...row,
			ok: checked.ok && row.problems.length === 0 && reused.length === 0,
			errors: [...checked.errors, ...reused],
			warnings: checked.warnings,
			submission,
			unchanged,
		};
	});
}

/** Whether the ledger says the same already: as the newest revision, as one that waits in conflict, or under the same number. */
function isKnown(submission: Submission, { row }: JudgedInput): boolean {
	const same = (row?.history ?? []).filter(({ submissionId }) => submissionId === submission.submissionId);
	return [row?.head, ...(row?.conflicts ?? []), ...same].some(
		(known) => known && saysTheSame(known, submission),
	);
}
