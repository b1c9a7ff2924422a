/** Patterns for numbers that belong to a person, sought in a text whose Chinese digits were made Arabic ones. */

const HAN_DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
	["零〇", "一幺壹", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].flatMap(
		(characters, digit) => Array.from(characters, (character) => [character, String(digit)]),
	),
);

/** Chinese digits one by one, so that places in the text stay the same: 一三八 → 138. */
export function withArabicDigits(text: string): string {
	return text.replaceAll(
		/[零〇一幺壹二贰三叁四肆五伍六陆七柒八捌九玖]/g,
		(digit) => HAN_DIGITS[digit] ?? digit,
	);
}

/** Nothing before it that would make it part of a longer number or word. */
const BEGIN = String.raw`(?<![\dA-Za-z十百千万亿两])`;
/** Nor behind it; and it does not count money or goods. */
const END = String.raw`(?![\dA-Za-z十百千万亿]|\s*(?:元|件|吨|箱|册|台|套|平方|公斤|千克|度电))`;
/** Between any two digits people put one of these; between the usual groups also a comma or a slash. */
const spaced = (pattern: string) =>
	pattern.replaceAll("~", "[ \\-–—._·()]?").replaceAll("#", "[ \\-–—._·(),，、/]{0,3}");
const numbers = (pattern: string) => new RegExp(`${BEGIN}${spaced(pattern)}${END}`, "g");

export const MOBILE: readonly RegExp[] = [
	numbers(String.raw`(?:\+?(?:00)?86~)?1~[3-9](?:~\d){9}`),
	numbers(String.raw`(?:\+?(?:00)?86~)?1[3-9]\d#\d{4}#\d{4}`),
	// tel13812345678, wx13812345678
	new RegExp(String.raw`(?<=[A-Za-z])1[3-9]\d{9}${END}`, "g"),
];

export const LANDLINE: readonly RegExp[] = [
	/(?<![\dA-Za-z-])\(?0(?:10|2\d|[3-9]\d{2})\)?[ -]{0,2}[2-9]\d{2,3}[ -]?\d{4}(?![\dA-Za-z])/g,
	/(?:电话|座机|固话|传真)(?:号码?)?[ :：是为]{0,3}[2-9]\d{2,3}[ -]?\d{4}(?![\dA-Za-z])/g,
];

export const ID_NUMBER: readonly RegExp[] = [
	new RegExp(
		`(?<![\\dA-Za-z])${spaced(String.raw`[1-9]\d{5}~(?:19|20)\d{2}~(?:0[1-9]|1[0-2])~(?:0[1-9]|[12]\d|3[01])~\d{3}~[\dXx]`)}(?![\\dA-Za-z])`,
		"g",
	),
	/(?<![\dA-Za-z])[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![\dA-Za-z])/g,
	/(?:护照|通行证|军官证|士兵证)(?:号码?)?[ :：是为]{0,3}[A-Za-z]{0,2}\d{7,9}(?![\dA-Za-z])/g,
];

export const EMAIL = /[\w.+-]+ ?@ ?[\w-]+(?:\.[\w-]+)+/g;
