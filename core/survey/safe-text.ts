/**
 * Characters that must not be stored in a name or a note: control and format
 * characters (bidi controls, zero-width characters, byte-order marks, tags),
 * line separators, lone surrogates, fillers and variation selectors.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Whether a text holds an invisible or direction-changing character. */
export function hasUnsafeCharacter(text: string): boolean {
	return UNSAFE.test(text);
}

/** Length in characters as a reader counts them (code points). */
export function characterCount(text: string): number {
	let count = 0;
	for (const _ of text) count++;
	return count;
}
