import { fillBlanks } from "../../core/survey/messages.ts";
import type { Office } from "../ledger/office.ts";
import type { CellResult } from "./read-cell.ts";

/** What is wrong with a row or one of its cells. */
export interface RowProblem {
	/** `cell:<code>:<field>` or `row:<code>`. */
	readonly code: string;
	/** Chinese sentence that names the column and says what to do. */
	readonly message: string;
}

/** A problem of one cell; the sentence starts with the heading. */
export function cellProblem(
	field: string,
	heading: string,
	{ code, values = {} }: Extract<CellResult, { ok: false }>,
	{ spreadsheet }: Office,
): RowProblem {
	const text = fillBlanks(spreadsheet.messages[code] ?? code, values);
	return { code: `cell:${code}:${field}`, message: `“${heading}”${text}` };
}

/** A problem of a whole row. */
export function rowProblem(
	code: string,
	{ spreadsheet }: Office,
	values: Readonly<Record<string, string | number>> = {},
): RowProblem {
	return { code: `row:${code}`, message: fillBlanks(spreadsheet.messages[code] ?? code, values) };
}
