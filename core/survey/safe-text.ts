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
	let count = text.length;
	for (let at = 0; at < text.length - 1; at++) {
		if (!isHigh(text.charCodeAt(at)) || !isLow(text.charCodeAt(at + 1))) continue;
		count--;
		at++;
	}
	return count;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;
