/** A cell as read. An empty cell is absent. */
export type Cell =
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "number"; readonly value: number }
	/** `YYYY-MM-DD`. */
	| { readonly kind: "date"; readonly date: string }
	| { readonly kind: "boolean"; readonly value: boolean }
	/** Its result may be stale or come from another file: never taken. */
	| { readonly kind: "formula" }
	/** #N/A and the like. */
	| { readonly kind: "error" };

/** A row of cells by column, 0 for column A. */
export type Cells = ReadonlyMap<number, Cell>;

/** The sheet of a file. */
export interface Grid {
	/** Row number as the person sees it (1 for the first) → its cells; rows without cells are left out. */
	readonly rows: ReadonlyMap<number, Cells>;
	/** Merged cells, row and column numbers from 1 and 0 as above, inclusive. */
	readonly merges: readonly {
		readonly firstRow: number;
		readonly lastRow: number;
		readonly firstColumn: number;
		readonly lastColumn: number;
	}[];
}

/** A file that cannot be read at all; the message says what to do. */
export class SpreadsheetError extends Error {
	constructor(message: string) {
		super(message);
		this.name = "SpreadsheetError";
	}
}

/** `A`, `Z`, `AA` for 0, 25, 26. */
export function columnName(column: number): string {
	let name = "";
	for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
		name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
	}
	return name;
}
