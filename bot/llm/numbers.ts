/** A number with the unit that follows it, both in normal form, e.g. `3名`, `6个月`, `50%`. */
export type Quantity = string;

const DIGITS: Readonly<Record<string, number>> = {
	零: 0,
	〇: 0,
	一: 1,
	二: 2,
	两: 2,
	俩: 2,
	三: 3,
	仨: 3,
	四: 4,
	五: 5,
	六: 6,
	七: 7,
	八: 8,
	九: 9,
};
const UNITS = "个工作日|个月|个|名|人|位|家|年|月|日|天|周|岁|次|份|步|项|级|星|届|倍|元|小时|%|％|以上|以下";
const QUANTITY = new RegExp(
	`(\\d+(?:[.,]\\d+)*|[零〇一二两俩三仨四五六七八九十百千万]+)(半)?\\s*(多|余|来)?(${UNITS})?`,
	"g",
);

/** Value of a Chinese numeral up to 9,999; `null` when it is none. */
export function chineseNumber(text: string): number | null {
	if (/^[零〇一二三四五六七八九]{2,}$/.test(text)) {
		return Number([...text].map((character) => DIGITS[character] ?? 0).join(""));
	}
	let total = 0;
	let digit = 0;
	let seen = false;
	for (const character of text) {
		const unit = { 十: 10, 百: 100, 千: 1000 }[character];
		if (unit !== undefined) {
			total += (digit === 0 && !seen ? 1 : digit === 0 ? 1 : digit) * unit;
			digit = 0;
		} else if (character in DIGITS) digit = DIGITS[character] ?? 0;
		else return null;
		seen = true;
	}
	return seen ? total + digit : null;
}

/**
 * All quantities of a text. Arabic numbers count with or without a unit; Chinese numerals only with one
 * (统一, 一般 and 两新 are words, not quantities), and 一个 is left out: it is an article more often than a count.
 */
export function quantitiesIn(text: string): ReadonlySet<Quantity> {
	const found = new Set<Quantity>();
	for (const [, digits = "", half = "", , unit = ""] of text.normalize("NFKC").matchAll(QUANTITY)) {
		const arabic = /^\d/.test(digits);
		// 仨 and 俩 carry their counting word in themselves.
		if (!arabic && unit === "" && !/[仨俩]$/.test(digits)) continue;
		if (digits === "一" && unit === "个") continue;
		const value = arabic ? Number(digits.replaceAll(",", "")) : chineseNumber(digits);
		// What cannot be read is kept as written, so that it only matches itself.
		found.add(`${value ?? digits}${half}${normalUnit(unit)}`);
	}
	return found;
}

/** Counting words for people are the same quantity. */
function normalUnit(unit: string): string {
	return unit === "人" || unit === "位" ? "名" : unit === "天" ? "日" : unit;
}
