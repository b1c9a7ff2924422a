/**
 * Formula injection: a cell that starts with one of these, also behind spaces, quotes or invisible characters,
 * is run by spreadsheet programs. Full-width forms count too: programs set to Chinese or Japanese take them.
 */
const STARTS_FORMULA = /^[\s'"‘’“”\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@\t\r＝＋－﹣−＠]|^[\t\r]/u;

/** Makes a text harmless in a spreadsheet, with an apostrophe before it; others stay as they are. */
export function guardText(text: string): string {
	return STARTS_FORMULA.test(text) ? `'${text}` : text;
}

/** What `guardText` was given. */
export function unguardText(text: string): string {
	return text.startsWith("'") && STARTS_FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
