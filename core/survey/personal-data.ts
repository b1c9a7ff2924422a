/**
 * Filter for personal data in free text: numbers that belong to a person, and
 * statements that tie a person to the Party. It works by patterns and does not
 * find every name; `/privacy` and the notice say so. What it must find and must
 * not find is published in `test/core/survey/personal-data.cases.yaml`.
 */
import { toSimplified } from "../language/normalize.ts";
import { isCreditCode, parseCreditCode } from "./credit-code.ts";
import { EMAIL, ID_NUMBER, LANDLINE, MOBILE, withArabicDigits } from "./personal-numbers.ts";
import { NAMED, POLITICAL_STATUS, POST_MEMBER } from "./personal-statements.ts";
import { NOT_NAMES } from "./surnames.ts";

export type PersonalDataKind =
	/** Mobile number. */
	| "mobile"
	/** Landline number with area code. */
	| "landline"
	/** Resident identity card number, 18 or 15 digits. */
	| "id-number"
	/** E-mail address. */
	| "email"
	/** A named person and the Party, or a named person's political status. */
	| "named-member"
	/** Whether the holder of one post (老板, 法人代表 …) is a member. */
	| "post-member";

export interface Finding {
	readonly kind: PersonalDataKind;
	/** Offsets into the text as given to `foldForFilter`. */
	readonly start: number;
	readonly end: number;
}

/** Width folded, simplified, without invisible characters or spaces between single Chinese characters: the form in which patterns are sought. */
export function foldForFilter(text: string): string {
	return toSimplified(text.normalize("NFKC"))
		.replaceAll(/[\p{Default_Ignorable_Code_Point}\u2028\u2029\u202a-\u202e]/gu, "")
		.replaceAll(/[〇○]/g, "0")
		.replaceAll(SPREAD, (spread) => spread.replaceAll(" ", ""));
}

/** 张 三 是 党 员: Chinese characters set apart one by one. */
const SPREAD = /(?<!\p{Script=Han})(?:\p{Script=Han} ){2,}\p{Script=Han}(?!\p{Script=Han})/gu;

function collect(kind: PersonalDataKind, pattern: RegExp, text: string, found: Finding[]): void {
	for (const match of text.matchAll(pattern)) {
		const name = match[1];
		if (name !== undefined && isOrdinaryWord(name)) continue;
		if (kind === "id-number" && isCreditCode(match[0])) continue;
		found.push({ kind, start: match.index, end: match.index + match[0].length });
	}
}

function isOrdinaryWord(name: string): boolean {
	return NOT_NAMES.has(name) || NOT_NAMES.has(name.slice(0, 2));
}

/** No number of a person has fewer digits: a landline without its area code. */
const SHORTEST_NUMBER = 7;

/** Everything the patterns find, in the order of the text. */
export function findPersonalData(text: string): readonly Finding[] {
	// A credit code alone, however it is spaced, may look like a number of a person and is none.
	if (text.length < 60 && parseCreditCode(text).ok) return [];
	const folded = foldForFilter(text);
	const found: Finding[] = [];
	const digits = withArabicDigits(folded);
	if (digits.replaceAll(/\D/g, "").length >= SHORTEST_NUMBER) {
		for (const pattern of MOBILE) collect("mobile", pattern, digits, found);
		for (const pattern of LANDLINE) collect("landline", pattern, digits, found);
		for (const pattern of ID_NUMBER) collect("id-number", pattern, digits, found);
	}
	collect("email", EMAIL, folded, found);
	for (const pattern of NAMED) collect("named-member", pattern, folded, found);
	collect("named-member", POLITICAL_STATUS, folded, found);
	collect("post-member", POST_MEMBER, folded, found);
	return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * The text with every finding replaced by `〔已隐去〕`: what may be written to an
 * inbox or sent to a language model. A post without a name stays: 老板是党员 in a
 * question about forms is needed for the answer and names nobody.
 */
export function redactPersonalData(text: string): string {
	const folded = foldForFilter(text);
	let result = "";
	let at = 0;
	for (const { kind, start, end } of findPersonalData(text)) {
		if (kind === "post-member" || end <= at) continue;
		result += `${folded.slice(at, Math.max(at, start))}〔已隐去〕`;
		at = end;
	}
	return at === 0 ? text : result + folded.slice(at);
}
