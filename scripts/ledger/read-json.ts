/** One submission of a file, with the place to name when it is wrong. */
export interface ReadRow {
	/** E.g. `第3行` or `第1份`. */
	readonly place: string;
	readonly value: unknown;
}

/** What the web form saves: one submission; also a list of them, or one per line. Null when it is no JSON. */
export function readJsonFile(text: string): readonly ReadRow[] | null {
	try {
		const value: unknown = JSON.parse(text);
		const list = Array.isArray(value) ? value : [value];
		return list.map((one, index) => ({ place: `第${index + 1}份`, value: unwrap(one) }));
	} catch {
		return readLines(text);
	}
}

function readLines(text: string): readonly ReadRow[] | null {
	const rows: ReadRow[] = [];
	for (const [index, line] of text.split("\n").entries()) {
		if (line.trim() === "") continue;
		try {
			rows.push({ place: `第${index + 1}行`, value: unwrap(JSON.parse(line)) });
		} catch {
			return null;
		}
	}
	return rows.length === 0 ? null : rows;
}

/** The form may wrap the submission so that a reader of the file knows what it is. */
function unwrap(value: unknown): unknown {
	return typeof value === "object" && value !== null && "submission" in value ? value.submission : value;
}
