import type { CellObject, Range } from "@e965/xlsx";
import { utils, write } from "@e965/xlsx";

/** Headings of a survey file as an office would write them, with a row that has no errors. */
export const HEADINGS = [
	"序号",
	"填报季度",
	"统一社会信用代码",
	"单位名称",
	"组织类别",
	"所属街道",
	"经营状态",
	"职工总数（人）",
	"正式党员数",
	"预备党员数",
	"工会",
	"团组织",
	"党建指导员",
	"组建形式",
	"未建原因",
	"摸排方式",
	"摸排日期",
] as const;

export const ROW: readonly CellValue[] = [
	"1",
	"2026-Q3",
	"91990101MA0TE0T126",
	"示例软件有限公司",
	"企业",
	"云溪街道",
	"存续",
	40,
	2,
	"0",
	"有",
	"否",
	"√",
	"还没有党组织",
	"正式党员不足3名",
	"上门走访",
	"2026年9月17日",
];

export type CellValue = string | number | CellObject | null;

/** A copy of a row with some columns changed, by heading. */
export function changed(change: Readonly<Record<string, CellValue>>): readonly CellValue[] {
	return HEADINGS.map((heading, at) => (heading in change ? (change[heading] ?? null) : (ROW[at] ?? null)));
}

/** An XLSX file of lines. */
export function xlsx(lines: readonly (readonly CellValue[])[], merges: readonly Range[] = []): Buffer {
	const sheet = utils.aoa_to_sheet(lines.map((line) => [...line]));
	sheet["!merges"] = [...merges];
	const book = utils.book_new();
	utils.book_append_sheet(book, sheet, "台账");
	return Buffer.from(write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Uint8Array);
}

/** A CSV text of lines. */
export function csv(lines: readonly (readonly CellValue[])[]): string {
	return lines.map((line) => line.map((cell) => String(cell ?? "")).join(",")).join("\r\n");
}
