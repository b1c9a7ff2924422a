import { normalize } from "./normalize.ts";

/** A run of Han characters, of Latin letters (with marks), or of digits. */
const RUN = /\p{Script=Han}+|[\p{Script=Latin}\p{M}]+|\p{Nd}+|[\p{L}]+/gu;
const HAN = /^\p{Script=Han}/u;

/**
 * The one tokenizer of site search and assistant: normalised text is split at
 * spaces and punctuation; a Han run becomes its overlapping bigrams (a single
 * character stays itself), Latin words and numbers stay whole.
 */
export function tokenize(text: string): string[] {
	const tokens: string[] = [];
	for (const [run] of normalize(text).matchAll(RUN)) {
		if (HAN.test(run)) pushBigrams(run, tokens);
		else tokens.push(run);
	}
	return tokens;
}

/** The overlapping character pairs of a Han run. */
export function bigrams(run: string): string[] {
	const tokens: string[] = [];
	pushBigrams(run, tokens);
	return tokens;
}

function pushBigrams(run: string, tokens: string[]): void {
	// Code points, not UTF-16 units: rare characters of names lie outside the basic plane.
	const characters = Array.from(run);
	if (characters.length === 1) {
		tokens.push(run);
		return;
	}
	for (let index = 0; index + 1 < characters.length; index++) {
		tokens.push(`${characters[index]}${characters[index + 1]}`);
	}
}
