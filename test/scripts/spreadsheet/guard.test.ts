import { read, utils } from "@e965/xlsx";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { guardText, unguardText } from "../../../scripts/spreadsheet/guard.ts";
import { readCsv } from "../../../scripts/spreadsheet/read-csv.ts";
import { toCsv, toXlsx } from "../../../scripts/spreadsheet/write.ts";

const nasty = fc.oneof(
	fc.string({
		unit: fc.constantFrom("=", "+", "-", "@", "'", '"', " ", "\t", "\r", "\u200b", "＝", "1", "a", "，"),
	}),
	fc.string({ unit: "binary" }),
);
const RUNS = /^[\s'"\u200b\ufeff]*[=+\-@\t\r＝＋－＠]/;

test("no guarded text starts a formula, and unguarding gives back what was there", () => {
	fc.assert(
		fc.property(nasty, (text) => {
			const guarded = guardText(text);
			if (RUNS.test(text)) expect(guarded).toBe(`'${text}`);
			expect(unguardText(guarded)).toBe(text);
		}),
		{ numRuns: 2_000 },
	);
});

test("headings and cells of both formats are guarded; XLSX has text cells, a frozen heading and filters", () => {
	const table = {
		name: "台账",
		headings: ["=列", "人数"],
		rows: [
			[" =1+1", "12"],
			["\u200b@SUM(A1)", "＝1"],
		],
	};
	const parts = unzipSync(toXlsx(table));
	const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
	expect(sheet).toContain('state="frozen"');
	expect(sheet).toContain('<autoFilter ref="A1:B3"/>');
	expect(sheet).not.toContain("<f>");
	const cells = read(toXlsx(table), { type: "array" }).Sheets["台账"];
	expect(utils.sheet_to_json(cells ?? {}, { header: 1 })).toEqual([
		["'=列", "人数"],
		["' =1+1", "12"],
		["'\u200b@SUM(A1)", "'＝1"],
	]);
	expect(cells?.["B2"]).toMatchObject({ t: "s" });
	const text = toCsv(table);
	expect(text.startsWith("\u{feff}")).toBe(true);
	const grid = readCsv(Buffer.from(text));
	expect(
		[...grid.rows.values()].map((row) => [...row.values()].map((cell) => cell.kind === "text" && cell.text)),
	).toEqual([
		["'=列", "人数"],
		["' =1+1", "12"],
		["'\u200b@SUM(A1)", "'＝1"],
	]);
});
