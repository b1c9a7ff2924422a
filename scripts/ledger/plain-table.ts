import { displayWidth as width } from "./display-width.ts";

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
