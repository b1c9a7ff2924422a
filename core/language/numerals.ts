/**
 * Chinese and Arabic numerals as people write and say them, exact or vague.
 * Input is normalised text (see `normalize`).
 */

/** A number read at some place of a text. `low` = `high` when it is exact. */
export interface ReadNumber {
	readonly low: number;
	/** `Infinity` when there is no upper bound. */
	readonly high: number;
	/** Index after the last character read. */
	readonly end: number;
	/** The classifier 个 is part of the word (俩, 仨). */
	readonly counted: boolean;
}

const DIGITS: Readonly<Record<string, number>> = {
	零: 0,
	〇: 0,
	一: 1,
	壹: 1,
	幺: 1,
	二: 2,
	贰: 2,
	两: 2,
	三: 3,
	叁: 3,
	四: 4,
	肆: 4,
	五: 5,
	伍: 5,
	六: 6,
	陆: 6,
	七: 7,
	柒: 7,
	八: 8,
	捌: 8,
	九: 9,
	玖: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const DIGIT = "零〇一壹幺二贰两三叁四肆五伍六陆七柒八捌九玖";
const NUMERAL = new RegExp(`[${DIGIT}十拾百佰千仟万亿]+`, "y");
const ARABIC = /\d+(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?/y;
/** 一两, 两三, 七八: two neighbouring digits before a unit or a classifier. */
const PAIR = new RegExp(`^([十百]?|[${DIGIT}]十)([${DIGIT}])([${DIGIT}])([十百千]?)$`);

/** The exact value of a numeral such as 二十三, 一百零五, 二〇一五, or null. */
export function parseNumeral(text: string): number | null {
	if (/^\d/.test(text)) {
		const value = Number(text.replaceAll(",", ""));
		return Number.isFinite(value) ? value : null;
	}
	if (text === "") return null;
	if (/^[^十拾百佰千仟万亿]+$/.test(text)) {
		// 二〇一五 is read digit by digit.
		let value = 0;
		for (const character of text) {
			const digit = DIGITS[character];
			if (digit === undefined) return null;
			value = value * 10 + digit;
		}
		return value;
	}
	let total = 0;
	let section = 0;
	let digit: number | null = null;
	let lastUnit = 1;
	for (const character of text) {
		const value = DIGITS[character];
		const unit = UNITS[character];
		if (value !== undefined) {
			digit = value;
			if (value === 0) lastUnit = 1;
		} else if (unit !== undefined) {
			section += (digit ?? 1) * unit;
			digit = null;
			lastUnit = unit;
		} else if (character === "万" || character === "亿") {
			const scale = character === "万" ? 10_000 : 100_000_000;
			total = (total + section + (digit ?? 0)) * scale;
			section = 0;
			digit = null;
			lastUnit = scale;
		} else return null;
	}
	// 一百二 is 120, 三万五 is 35,000; after 零 the digit stands for itself.
	if (digit !== null) section += digit * (lastUnit >= 100 ? lastUnit / 10 : 1);
	return total + section;
}

/** Reads the number that starts exactly at `at`, or null. */
export function readNumber(text: string, at: number): ReadNumber | null {
	const word = readWord(text, at);
	if (word) return word;
	ARABIC.lastIndex = at;
	const arabic = ARABIC.exec(text);
	if (arabic) return widen(text, at + arabic[0].length, scaled(text, at, arabic[0]));
	NUMERAL.lastIndex = at;
	const numeral = NUMERAL.exec(text);
	return numeral ? readHan(text, at, numeral[0]) : null;
}

/** 俩 仨 几 好几 数十 几十 上百 半 and the English small numbers. */
function readWord(text: string, at: number): ReadNumber | null {
	const rest = text.slice(at, at + 8);
	const make = (low: number, high: number, length: number, counted = false) => ({
		low,
		high,
		end: at + length,
		counted,
	});
	if (rest.startsWith("一俩")) return make(1, 2, 2, true);
	if (rest.startsWith("俩仨")) return make(2, 3, 2, true);
	if (rest.startsWith("俩")) return make(2, 2, rest[1] === "个" ? 2 : 1, true);
	if (rest.startsWith("仨")) return make(3, 3, rest[1] === "个" ? 2 : 1, true);
	const vague = /^(?:好?几|数|若干)(十|百|千)?/.exec(rest);
	if (vague && (vague[0] !== "数" || vague[1])) {
		const scale = vague[1] === "十" ? 10 : vague[1] === "百" ? 100 : vague[1] === "千" ? 1000 : 1;
		return make(scale === 1 ? 1 : 2 * scale, 9 * scale + scale - 1, vague[0].length);
	}
	if (rest.startsWith("上百")) return make(100, 299, 2);
	const english = /^(zero|one|two|three|four|five|six|seven|eight|nine|ten)(?![a-z])/.exec(rest);
	if (english?.[1]) {
		const names = "zero one two three four five six seven eight nine ten".split(" ");
		const value = names.indexOf(english[1]);
		return make(value, value, english[1].length);
	}
	return null;
}

/** 500万, 3千, 2百: a digit string scaled by the Han unit after it. */
function scaled(text: string, at: number, digits: string): { value: number; length: number } {
	const value = Number(digits.replaceAll(",", ""));
	const unit = text[at + digits.length];
	const scale = unit === "万" ? 10_000 : unit === "亿" ? 100_000_000 : (unit && UNITS[unit]) || 0;
	return scale ? { value: value * scale, length: 1 } : { value, length: 0 };
}

/** Adds what follows a number: 多, 余, 来, 几, 到/至/-N. */
function widen(text: string, end: number, number: { value: number; length: number }): ReadNumber {
	const { value } = number;
	const at = end + number.length;
	const range = /^(?:-|~|—|至|到)(\d+|[一二两三四五六七八九十]+)(?=[名个位人家年月天周])/.exec(
		text.slice(at, at + 8),
	);
	const upper = range?.[1] ? parseNumeral(range[1]) : null;
	if (range && upper !== null && upper > value && value > 0) {
		return { low: value, high: upper, end: at + range[0].length, counted: false };
	}
	const next = text[at];
	if (value >= 10 && (next === "多" || next === "余" || next === "几")) {
		return { low: value + 1, high: value + roundness(value) - 1, end: at + 1, counted: false };
	}
	if (value >= 10 && next === "来" && /[名个位人家号]/.test(text[at + 1] ?? "")) return around(value, at + 1);
	return { low: value, high: value, end: at, counted: false };
}

/** Largest power of ten that divides the value: 20 → 10, 300 → 100. */
function roundness(value: number): number {
	let step = 1;
	while (value % (step * 10) === 0 && step < 1e9) step *= 10;
	return Math.max(step, 2);
}

/** 十来个 is about ten: a little less to a little more. */
function around(value: number, end: number): ReadNumber {
	const step = roundness(value);
	return { low: value - Math.floor(step / 5), high: value + Math.floor(step / 2), end, counted: false };
}

function readHan(text: string, at: number, raw: string): ReadNumber | null {
	const pair = PAIR.exec(raw);
	if (pair) {
		const base = pair[1] ? (parseNumeral(pair[1]) ?? 0) : 0;
		const first = DIGITS[pair[2] ?? ""] ?? 0;
		const second = DIGITS[pair[3] ?? ""] ?? 0;
		const unit = pair[4] ? (UNITS[pair[4]] ?? 1) : 1;
		// 三五个 is an idiom for "a few".
		if (!pair[1] && !pair[4] && first === 3 && second === 5)
			return { low: 2, high: 6, end: at + 2, counted: false };
		if (second === first + 1) {
			const high = base + second * unit + (unit > 1 ? unit - 1 : 0);
			return { low: base + first * unit, high, end: at + raw.length, counted: false };
		}
	}
	let length = raw.length;
	// 三万 reads as a number, a lone 万 or 亿 does not.
	if (/^[万亿]/.test(raw)) return null;
	const next = text[at + length];
	if (next === "几" && /[十百]$/.test(raw)) {
		const value = parseNumeral(raw) ?? 0;
		return { low: value + 1, high: value + 9, end: at + length + 1, counted: false };
	}
	const value = parseNumeral(raw);
	if (value === null) return null;
	length = raw.length;
	return widen(text, at + length, { value, length: 0 });
}
