import { parseCreditCode } from "../../core/survey/credit-code.ts";
import { readDate } from "../../core/survey/dialogue/read-date.ts";
import { hasUnsafeCharacter } from "../../core/survey/safe-text.ts";
import type { Cell } from "./cell.ts";
import { unguardText } from "./guard.ts";

/** A value, or why there is none: a code of `office/spreadsheet.yaml`, with what the message needs. */
export type CellResult =
	| { readonly ok: true; readonly value: string | number | boolean }
	| {
			readonly ok: false;
			readonly code: string;
			readonly values?: Readonly<Record<string, string | number>>;
	  };

const fail = (code: string, values: Readonly<Record<string, string | number>> = {}): CellResult => ({
	ok: false,
	code,
	values,
});

/** Written where the counts of a small unit are hidden in an export. */
export const HIDDEN_COUNT = "（隐去）";

/** What a reader of one kind of column makes of a cell. */
export type CellReader = (cell: Cell) => CellResult;

/** Text as people see it; formulas, errors and invisible characters never. */
function readShown(cell: Cell): CellResult {
	switch (cell.kind) {
		case "formula":
			return fail("formula");
		case "error":
			return fail("error-value");
		case "text": {
			const text = unguardText(cell.text);
			if (text.trim() === HIDDEN_COUNT) return fail("hidden");
			if (text.includes("\u{fffd}")) return fail("garbled");
			if (hasUnsafeCharacter(text)) return fail("invisible", { character: unsafeName(text) });
			return { ok: true, value: text };
		}
		case "number":
			return { ok: true, value: String(cell.value) };
		case "date":
			return { ok: true, value: cell.date };
		case "boolean":
			return { ok: true, value: cell.value ? "TRUE" : "FALSE" };
	}
}

/** `第3个字 U+202E`: where the first unsafe character is and what. */
function unsafeName(text: string): string {
	const characters = [...text];
	const at = characters.findIndex((character) => hasUnsafeCharacter(character));
	const point = characters[at]?.codePointAt(0) ?? 0;
	return `第${at + 1}个字 U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Free text. */
export const textReader: CellReader = (cell) => readShown(cell);

/** 统一社会信用代码: never from a numeric cell, which has kept 15 digits. */
export const creditCodeReader: CellReader = (cell) => {
	if (cell.kind === "number" || cell.kind === "date") return fail("code-number");
	const shown = readShown(cell);
	if (!shown.ok) return shown;
	const text = String(shown.value);
	if (/^\s*\d([.]\d+)?E[+]?\d+\s*$/i.test(text)) return fail("code-number");
	const code = parseCreditCode(text);
	return code.ok
		? { ok: true, value: code.code }
		: fail(`code-${code.problem}`, { length: text.trim().length });
};

/** A count of people. */
export const countReader: CellReader = (cell) => {
	if (cell.kind === "number") {
		return Number.isSafeInteger(cell.value) && cell.value >= 0
			? { ok: true, value: cell.value }
			: fail("count");
	}
	const shown = readShown(cell);
	if (!shown.ok) return shown;
	const digits = /^(\d{1,9})[人名个]?$/.exec(String(shown.value).normalize("NFKC").trim())?.[1];
	return digits === undefined || cell.kind !== "text" ? fail("count") : { ok: true, value: Number(digits) };
};

/** A calendar date. */
export const dateReader: CellReader = (cell) => {
	if (cell.kind === "date") return { ok: true, value: cell.date };
	const shown = readShown(cell);
	if (!shown.ok) return shown;
	const text = String(shown.value).normalize("NFKC").trim();
	// 今天 in a file means the day somebody typed it.
	const result = /\d/.test(text) && cell.kind === "text" ? readDate(text, "2100-01-01", true) : null;
	return result?.ok === true ? { ok: true, value: result.date } : fail("date");
};

/** `2026-Q3`, 2026年第三季度, 2026年3季度. */
export const quarterReader: CellReader = (cell) => {
	const shown = readShown(cell);
	if (!shown.ok) return shown;
	const text = String(shown.value).normalize("NFKC").replaceAll(/\s/g, "").toUpperCase();
	const match = /^(20\d\d)(?:-?Q([1-4])|年?第?([1-4一二三四])季度)$/.exec(text);
	if (match === null) return fail("quarter");
	const number = match[2] ?? match[3] ?? "";
	const at = "一二三四".indexOf(number);
	return { ok: true, value: `${match[1]}-Q${at < 0 ? number : at + 1}` };
};

/** One of several values by value, label or synonym. */
export function choiceReader(
	choices: ReadonlyMap<string, string | boolean>,
	labels: readonly string[],
): CellReader {
	const folded = new Map([...choices].map(([name, value]) => [foldChoice(name), value]));
	return (cell) => {
		const shown = readShown(cell);
		if (!shown.ok) return shown;
		const value = folded.get(foldChoice(String(shown.value)));
		return value === undefined ? fail("choice", { choices: labels.join("、") }) : { ok: true, value };
	};
}

function foldChoice(text: string): string {
	return text.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase();
}
