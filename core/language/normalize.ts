import { SIMPLIFIED, TRADITIONAL } from "./traditional-map.ts";

/** Traditional character → simplified character. */
const toSimple = new Map<string, string>(
	Array.from(TRADITIONAL, (character, index) => [character, SIMPLIFIED[index] ?? character]),
);

/** Zero-width characters, bidi controls, soft hyphens, variation selectors: invisible, but they break words apart. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Full-width and compatibility forms to their plain form (NFKC), without invisible characters. */
export function foldWidth(text: string): string {
	return text.normalize("NFKC").replace(INVISIBLE, "");
}

/** Traditional characters to simplified ones, character by character. */
export function toSimplified(text: string): string {
	let result = "";
	for (const character of text) result += toSimple.get(character) ?? character;
	return result;
}

/** The form in which texts are compared: folded width, lower case, simplified. */
export function normalize(text: string): string {
	return toSimplified(foldWidth(text).toLowerCase());
}
