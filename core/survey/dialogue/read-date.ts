import { foldWidth } from "../../language/normalize.ts";
import { parseNumeral } from "../../language/numerals.ts";

export type DateResult =
	| { readonly ok: true; readonly date: string }
	| { readonly ok: false; readonly problem: "unclear" | "future" };

const HAN = "〇零一二三四五六七八九十";
const FORMS: readonly RegExp[] = [
	/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
	/^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/,
	/^(\d{4})(\d{2})(\d{2})$/,
	new RegExp(`^([${HAN}]{4})年([${HAN}]{1,3})月([${HAN}]{1,3})[日号]?$`),
];

/**
 * Reads a calendar date: 2026-09-18, 2026年9月18日, 20260918, 二〇二六年九月十八日, 今天, 昨天.
 * A date without its year or day is asked again.
 * @param today `YYYY-MM-DD` in Shanghai
 */
export function readDate(text: string, today: string, future: boolean): DateResult {
	const folded = foldWidth(text).replaceAll(/\s/g, "");
	const date = relative(folded, today) ?? absolute(folded);
	if (date === null) return { ok: false, problem: "unclear" };
	return !future && date > today ? { ok: false, problem: "future" } : { ok: true, date };
}

function relative(text: string, today: string): string | null {
	const days = { 今天: 0, 今日: 0, 昨天: -1, 昨日: -1, 前天: -2 }[text];
	if (days === undefined) return null;
	return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function absolute(text: string): string | null {
	for (const form of FORMS) {
		const match = form.exec(text);
		if (match === null) continue;
		const [year = 0, month = 0, day = 0] = match.slice(1, 4).map((part) => parseNumeral(part) ?? 0);
		const iso = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
		const exists = !Number.isNaN(Date.parse(`${iso}T00:00:00Z`)) && backAndForth(iso);
		return exists && year >= 1921 && year < 2100 ? iso : null;
	}
	return null;
}

/** 2026-02-30 is no date although `Date` takes it. */
function backAndForth(iso: string): boolean {
	return new Date(`${iso}T00:00:00Z`).toISOString().startsWith(iso);
}
