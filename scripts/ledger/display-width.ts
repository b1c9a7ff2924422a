/** Chinese and full-width characters: two columns of a terminal each. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Columns a text takes in a terminal. */
export function displayWidth(text: string): number {
	return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

/** A line cut into lines of at most so many columns; no closing mark begins one, no opening one ends one, no Latin word or number is cut. */
export function wrapLine(line: string, columns: number): readonly string[] {
	const lines: string[] = [];
	let current = "";
	for (const piece of line.match(/[（“《]*(?:[!-~]+|.)[，。、；：？！）”》]*/gu) ?? []) {
		if (current !== "" && displayWidth(current) + displayWidth(piece) > columns) {
			lines.push(current);
			current = piece === " " ? "" : piece;
		} else current += piece;
	}
	return [...lines, current];
}
