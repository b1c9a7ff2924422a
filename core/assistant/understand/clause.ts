/** A clause ends at a comma or a full stop; texts are folded before, so there are no other marks. */

/** Where the clause that holds `at` begins. */
export function clauseStart(text: string, at: number): number {
	return Math.max(text.lastIndexOf(",", at - 1), text.lastIndexOf("。", at - 1)) + 1;
}

/** What stands before `at` in its clause. */
export function clauseBefore(text: string, at: number): string {
	return text.slice(clauseStart(text, at), at);
}

/** What stands from `at` to the end of its clause. */
export function clauseAfter(text: string, at: number): string {
	const end = text.slice(at).search(/[,。]/);
	return text.slice(at, end < 0 ? undefined : at + end);
}
