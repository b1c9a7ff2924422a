import { extname, resolve } from "node:path";
import { createDurably } from "../../bot/stores/exclusive-file.ts";
import { openForStaff } from "../../bot/stores/submissions/open.ts";
import { surveyTable } from "../spreadsheet/survey-table.ts";
import { toCsv, toXlsx } from "../spreadsheet/write.ts";
import { type LedgerCommand, UsageError } from "./command.ts";
import { loadOffice } from "./office.ts";
import { actorOf, dataDirOf, readOptions } from "./options.ts";
import { SELECTION, SELECTION_USAGE, selectionOf } from "./select.ts";
import { isSmall } from "./words.ts";

/** Writes the rows of a quarter to a spreadsheet that `import` takes back. */
export const exportRows: LedgerCommand = {
	name: "export",
	summary: "导出一个季度的台账（XLSX 或 CSV，可以改好再导回）",
	usage: `ledger export <文件.xlsx | 文件.csv> --staff 姓名 ${SELECTION_USAGE} [--verified] [--with-small] [--json]　--verified 只导出计入统计的版本；职工5人以下单位的人数隐去，写 --with-small 才导出，并记入审计`,
	async run(args, io) {
		const { values, positionals } = readOptions(args, {
			...SELECTION,
			verified: { type: "boolean", default: false },
			"with-small": { type: "boolean", default: false },
		});
		const [file] = positionals;
		const extension = extname(file ?? "").toLowerCase();
		if (file === undefined || (extension !== ".xlsx" && extension !== ".csv"))
			throw new UsageError("请写导出的文件名，以 .xlsx 或 .csv 结尾，例如 2026-Q3.xlsx。");
		const office = loadOffice();
		const { quarter, matches } = selectionOf(values, office);
		const dataDir = dataDirOf(values, io);
		const actor = actorOf(values, dataDir, io);
		const { submissions, audit } = await openForStaff(dataDir, { trashDays: office.survey.trashDays });
		const rows = (await submissions.rows(quarter))
			.filter(matches)
			.flatMap(({ head, verified }) => (values.verified ? verified : head) ?? []);
		const withSmall = values["with-small"];
		const table = surveyTable(rows, withSmall, office);
		const hidden = withSmall ? 0 : rows.filter(isSmall).length;
		// Audited first: counts that leave the ledger must not leave it unrecorded.
		await audit.append({
			action: "exported",
			actor,
			at: new Date().toISOString(),
			quarter,
			count: rows.length,
			code: withSmall ? "with-small" : "masked",
		});
		const target = resolve(file);
		if (!(await createDurably(target, extension === ".xlsx" ? toXlsx(table) : toCsv(table))))
			throw new UsageError(`${file} 已经有了，没有覆盖。请换一个文件名。`);
		if (values.json) io.print(JSON.stringify({ ok: true, file: target, quarter, rows: rows.length, hidden }));
		else {
			io.print(`已把 ${quarter} 的${rows.length}个单位导出到 ${file}。`);
			if (hidden > 0) io.print(`其中${hidden}个单位职工不超过5人，人数已隐去；这些行不能直接导回。`);
		}
		return 0;
	},
};
