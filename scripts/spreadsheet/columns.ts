import { hasUnsafeCharacter } from "../../core/survey/safe-text.ts";
import { type Cell, type Cells, columnName, type Grid, SpreadsheetError } from "./cell.ts";
import { unguardText } from "./guard.ts";

/** A column we know: its field and every heading it may have, folded by `foldHeading`. */
export interface KnownColumn {
	readonly field: string;
	/** Heading as we print it. */
	readonly label: string;
	readonly headings: readonly string[];
}

/** One row below the heading. */
export interface TableRow {
	/** As the person sees it. */
	readonly number: number;
	/** The cell of a field; undefined when it is blank or its column is missing. */
	readonly cell: (field: string) => Cell | undefined;
	/** Whether it is part of merged cells. */
	readonly merged: boolean;
}

/** A sheet whose columns are understood. */
export interface ReadTable {
	readonly rows: readonly TableRow[];
	readonly fields: ReadonlySet<string>;
	/** Headings of columns with content that nobody asked for; they are not read. */
	readonly ignored: readonly string[];
}

/** Rows at the top that may hold a title before the heading. */
const HEADING_WITHIN = 10;
/** Columns of pure order. */
const NUMBERING = new Set(["序号", "编号", "no", "no."]);

/** Heading without width, spaces, brackets with remarks, stars and colons. */
export function foldHeading(text: string): string {
	return unguardText(text)
		.normalize("NFKC")
		.replaceAll(/[\s\p{Cf}*:]/gu, "")
		.replaceAll(/[([【].*?[)\]】]/g, "")
		.toLowerCase();
}

/**
 * Finds the heading row and reads what is below it.
 * @param required fields without which the file makes no sense.
 * @throws SpreadsheetError when there is no heading, or it is merged, doubled or incomplete.
 */
export function readTable(
	grid: Grid,
	columns: readonly KnownColumn[],
	required: readonly string[],
): ReadTable {
	const byHeading = new Map(
		columns.flatMap((column) =>
			[column.label, ...column.headings].map((heading) => [foldHeading(heading), column]),
		),
	);
	const known = (cells: Cells) =>
		[...cells].flatMap(([at, cell]) => {
			const column = cell.kind === "text" ? byHeading.get(foldHeading(cell.text)) : undefined;
			return column === undefined ? [] : [{ at, column }];
		});
	const candidates = [...grid.rows].filter(([number]) => number <= HEADING_WITHIN);
	const best = candidates
		.map(([number, cells]) => ({ number, cells, found: known(cells) }))
		.reduce<{ number: number; cells: Cells; found: ReturnType<typeof known> } | null>(
			(most, next) => (next.found.length > (most?.found.length ?? 0) ? next : most),
			null,
		);
	const label = (field: string) => columns.find((column) => column.field === field)?.label ?? field;
	if (best === null || best.found.length < Math.min(2, required.length)) {
		throw new SpreadsheetError(
			`前${HEADING_WITHIN}行里没有认出表头。表头一行应有这些列：${required.map(label).join("、")}。如果打开是乱码，请另存为“CSV UTF-8”。`,
		);
	}
	const merge = grid.merges.find(
		({ firstRow, lastRow }) => firstRow <= best.number && best.number <= lastRow,
	);
	if (merge !== undefined) {
		const range = `${columnName(merge.firstColumn)}${merge.firstRow}:${columnName(merge.lastColumn)}${merge.lastRow}`;
		throw new SpreadsheetError(
			`表头第${best.number}行有合并单元格（${range}），分不清每一列是什么。请取消合并，让表头只占一行、每列写一个名称。`,
		);
	}
	const twice = best.found.find(({ column }, at) =>
		best.found.slice(0, at).some((other) => other.column === column),
	);
	if (twice !== undefined) {
		const where = best.found.filter(({ column }) => column === twice.column);
		throw new SpreadsheetError(
			`有${where.length}列都是“${twice.column.label}”（${where.map(({ at }) => columnName(at)).join("、")}列），不知道用哪一列。请删去一列。`,
		);
	}
	const fields = new Map(best.found.map(({ at, column }) => [at, column.field]));
	const missing = required.filter((field) => ![...fields.values()].includes(field));
	if (missing.length > 0) {
		throw new SpreadsheetError(
			`表头缺少这些列：${missing.map(label).join("、")}。请补上后再导入（列的顺序不限）。`,
		);
	}
	const columnOf = new Map([...fields].map(([at, field]) => [field, at]));
	const unread = new Set<number>();
	const rows: TableRow[] = [];
	for (const [number, cells] of grid.rows) {
		if (number <= best.number) continue;
		let isEmpty = true;
		for (const [at, cell] of cells) {
			if (!fields.has(at)) unread.add(at);
			else if (isEmpty && !isBlank(cell)) isEmpty = false;
		}
		if (isEmpty) continue;
		const merged = grid.merges.some(({ firstRow, lastRow }) => firstRow <= number && number <= lastRow);
		const cell = (field: string) => {
			const found = cells.get(columnOf.get(field) ?? -1);
			return found === undefined || isBlank(found) ? undefined : found;
		};
		rows.push({ number, cell, merged });
	}
	const ignored = [...unread]
		.map((at) => {
			const heading = best.cells.get(at);
			return heading?.kind === "text" && heading.text.trim() !== "" && !hasUnsafeCharacter(heading.text)
				? heading.text.trim().slice(0, 20)
				: `${columnName(at)}列（没有名称）`;
		})
		.filter((heading) => !NUMBERING.has(foldHeading(heading)));
	return { rows, fields: new Set(fields.values()), ignored };
}

function isBlank(cell: Cell): boolean {
	return cell.kind === "text" && cell.text.trim() === "";
}
