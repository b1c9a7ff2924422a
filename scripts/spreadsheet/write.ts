import { utils, type WorkSheet, write } from "@e965/xlsx";
import { stringify } from "csv-stringify/sync";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { guardText } from "./guard.ts";

/** What is written: headings and rows of text; numbers are written as text too, so that no code loses a digit. */
export interface Table {
	readonly name: string;
	readonly headings: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

const WIDTH_MIN = 8;
const WIDTH_MAX = 40;

/** An XLSX workbook: text cells, frozen heading, filters. Nothing in it starts a formula. */
export function toXlsx({ name, headings, rows }: Table): Uint8Array {
	const lines = [headings, ...rows].map((line) => line.map(guardText));
	const sheet: WorkSheet = utils.aoa_to_sheet(
		lines.map((line) => line.map((text) => (text === "" ? null : { t: "s", v: text, z: "@" }))),
	);
	const range = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: lines.length - 1, c: headings.length - 1 } });
	sheet["!ref"] = range;
	sheet["!autofilter"] = { ref: range };
	sheet["!cols"] = headings.map((heading, column) => {
		const lengths = rows.slice(0, 200).map((row) => displayWidth(row[column] ?? ""));
		return { wch: Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, displayWidth(heading) + 3, ...lengths)) };
	});
	const book = utils.book_new();
	utils.book_append_sheet(book, sheet, name);
	return freezeHeading(new Uint8Array(write(book, { type: "array", bookType: "xlsx", compression: true })));
}

const SHEET = "xl/worksheets/sheet1.xml";
const BOOK = "xl/workbook.xml";

/** The library has no frozen panes: the sheet's view gets one. @throws Error when the library writes views in another way. */
function freezeHeading(workbook: Uint8Array): Uint8Array {
	const parts = unzipSync(workbook);
	const change = (path: string, pattern: RegExp, to: string) => {
		const before = strFromU8(parts[path] ?? new Uint8Array());
		const after = before.replace(pattern, to);
		if (after === before) throw new Error(`unexpected ${path}`);
		parts[path] = strToU8(after);
	};
	const pane =
		'<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>';
	change(SHEET, /<sheetView( [^>]*?)\/>/, `<sheetView$1>${pane}</sheetView>`);
	// A sheet's view names a window of the workbook; the library writes none.
	change(BOOK, /<sheets>/, "<bookViews><workbookView/></bookViews><sheets>");
	return zipSync(parts, { level: 6 });
}

/** CSV with BOM, so that spreadsheet programs read it as UTF-8. Nothing in it starts a formula. */
export function toCsv({ headings, rows }: Table): string {
	return `\u{feff}${stringify([headings, ...rows].map((line) => line.map(guardText)))}`;
}

/** Width in Latin characters: a Han character takes two. */
function displayWidth(text: string): number {
	let width = 0;
	for (const character of text) width += character > "\u{2e7f}" ? 2 : 1;
	return width;
}
