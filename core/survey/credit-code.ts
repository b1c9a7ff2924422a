/**
 * 统一社会信用代码 after GB 32100—2015: 18 characters, the last one a check character
 * modulo 31 over an alphabet without I, O, S, V, Z.
 */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** Value of each character by its code; -1 outside the alphabet. A ledger checks codes by the hundred thousand. */
const VALUES = Array.from({ length: 128 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)));
const PLAIN = /^[0-9A-Z]*$/;

/** Why a text is not a credit code; each has a message of its own in `office/survey.yaml`. */
export type CreditCodeProblem = "length" | "characters" | "check";

export type CreditCodeResult =
	| { readonly ok: true; readonly code: string }
	| { readonly ok: false; readonly problem: CreditCodeProblem };

/** Folds full width, spaces and hyphens of every kind, and case, as people type and paste codes. */
export function normaliseCreditCode(text: string): string {
	if (PLAIN.test(text)) return text;
	return text
		.normalize("NFKC")
		.replaceAll(/[\s\p{Pd}\u2212\u200b-\u200d\ufeff]/gu, "")
		.toUpperCase();
}

/**
 * Check character of the first 17 characters of a code.
 * Weight of position i (1–17) is 3^(i−1) mod 31; the outer modulo makes 0 possible.
 * @returns null when a character is outside the alphabet.
 */
export function creditCodeCheckCharacter(body: string): string | null {
	let sum = 0;
	let weight = 1;
	for (let at = 0; at < Math.min(body.length, 17); at++) {
		const value = VALUES[body.charCodeAt(at)] ?? -1;
		if (value < 0) return null;
		sum += value * weight;
		weight = (weight * 3) % 31;
	}
	return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Reads a code as typed; says which of length, characters and check character is wrong. */
export function parseCreditCode(text: string): CreditCodeResult {
	const code = normaliseCreditCode(text);
	if (code.length !== 18) return { ok: false, problem: "length" };
	const check = creditCodeCheckCharacter(code);
	if (check === null || !ALPHABET.includes(code.charAt(17))) return { ok: false, problem: "characters" };
	return check === code.charAt(17) ? { ok: true, code } : { ok: false, problem: "check" };
}

/** Whether `code` is a credit code in its normal form already. */
export function isCreditCode(code: string): boolean {
	const result = parseCreditCode(code);
	return result.ok && result.code === code;
}
