/** Columns a character takes in a terminal: two for Chinese and full-width ones. */
function width(text: string): number {
	return [...text].reduce(
		(sum, character) =>
			sum +
			(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
				character,
			)
				? 2
				: 1),
		0,
	);
}

/** Lines of a table for the terminal: first column to the left, numbers to the right. */
export function plainTable(
	head: readonly string[],
	rows: readonly (readonly (string | number)[])[],
): readonly string[] {
	const all = [head, ...rows].map((row) => row.map(String));
	const widths = head.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ""))));
	return all.map((row) =>
		row
			.map((text, column) => {
				const space = " ".repeat((widths[column] ?? 0) - width(text));
				return column === 0 ? text + space : space + text;
			})
			.join("  ")
			.trimEnd(),
	);
}
