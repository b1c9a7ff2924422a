import { normalize } from "../../core/language/normalize.ts";

/** A text in the form in which it is compared, with the way back to the characters as printed. */
export interface FoldedText {
	readonly printed: string;
	readonly folded: string;
	/** Index into `printed` of every UTF-16 unit of `folded`, and the end. */
	readonly origin: readonly number[];
}

const known = new Map<string, string>();

/** A text repeats its characters: each is normalised once. */
function foldCharacter(character: string): string {
	const plain = known.get(character) ?? normalize(character);
	known.set(character, plain);
	return plain;
}

/** Normalises character by character, so that a match can be marked in the printed text. */
export function foldText(text: string): FoldedText {
	const printed = text.replaceAll("\u200B", "");
	let folded = "";
	const origin: number[] = [];
	let at = 0;
	for (const character of printed) {
		const plain = foldCharacter(character);
		for (let unit = 0; unit < plain.length; unit++) origin.push(at);
		folded += plain;
		at += character.length;
	}
	origin.push(at);
	return { printed, folded, origin };
}

/**
 * Whether a text holds a piece of a query as written. A piece that begins with a number or Latin
 * letters must begin a word there: 3名 is not in 13名.
 */
export function holdsPiece(folded: string, piece: string): boolean {
	if (!/^[\p{L}\p{N}]/u.test(piece) || /^\p{Script=Han}/u.test(piece)) return folded.includes(piece);
	for (let at = folded.indexOf(piece); at >= 0; at = folded.indexOf(piece, at + 1)) {
		if (!/[\p{N}\p{Script=Latin}]$/u.test(folded.slice(Math.max(0, at - 2), at))) return true;
	}
	return false;
}

/** Half-open range of UTF-16 units. */
export interface Range {
	readonly from: number;
	readonly to: number;
}

/** Where the texts stand in `text`, in printed positions, overlaps joined, in order. */
export function findRanges(text: FoldedText, needles: readonly string[]): Range[] {
	const found: Range[] = [];
	for (const needle of needles) {
		if (needle === "") continue;
		for (
			let at = text.folded.indexOf(needle);
			at >= 0;
			at = text.folded.indexOf(needle, at + needle.length)
		) {
			const from = text.origin[at];
			const to = text.origin[at + needle.length];
			if (from !== undefined && to !== undefined) found.push({ from, to });
		}
	}
	found.sort((a, b) => a.from - b.from || a.to - b.to);
	const joined: Range[] = [];
	for (const range of found) {
		const last = joined.at(-1);
		if (last && range.from <= last.to)
			joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
		else joined.push(range);
	}
	return joined;
}
