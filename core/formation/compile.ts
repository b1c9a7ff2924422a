import type { FormationFile, FormationNote, FormationRow } from "../content/rules.ts";
import { type Cell, CellError, type Conjunction, cellHolds, parseConjunction } from "./cells.ts";
import type { Support } from "./profile.ts";
import type { Quantities } from "./quantities.ts";

/** A row with its scope merged in and its cells parsed. */
export interface CompiledRow {
	readonly row: FormationRow;
	/** Any of these makes the row match. */
	readonly conjunctions: readonly Conjunction[];
}

/** A note with its cells parsed. No conjunction means always. */
export interface CompiledNote {
	readonly note: FormationNote;
	readonly conjunctions: readonly Conjunction[];
}

/** The table, parsed once, ready for thousands of evaluations. */
export interface CompiledTable {
	readonly version: number;
	readonly asOf: string;
	readonly reviewDue: string;
	readonly supportOrder: readonly Support[];
	readonly rows: readonly CompiledRow[];
	readonly notes: readonly CompiledNote[];
}

/** A table that cannot be used. The message names the row and is for the person who edits it. */
export class TableError extends Error {
	override readonly name = "TableError";
	/** Row or note id, or null when the table as a whole is meant. */
	readonly place: string | null;
	constructor(place: string | null, message: string) {
		super(place === null ? message : `${place}：${message}`);
		this.place = place;
	}
}

/**
 * Parses every cell of the table.
 * @throws TableError for an unknown quantity, value, scope, a repeated id, or a missing question
 */
export function compileTable(file: FormationFile): CompiledTable {
	const parse = (place: string, raw: Parameters<typeof parseConjunction>[0]): Conjunction => {
		try {
			return parseConjunction(raw);
		} catch (error) {
			if (error instanceof CellError) throw new TableError(place, error.message);
			throw error;
		}
	};
	const scopes = new Map(
		Object.entries(file.scopes).map(([name, raw]) => [name, parse(`范围 ${name}`, raw)] as const),
	);
	const seen = new Set<string>();
	const unique = (id: string) => {
		if (seen.has(id)) throw new TableError(id, "编号重复，请改成没有用过的编号");
		seen.add(id);
	};
	const rows = file.rows.map((row) => {
		unique(row.id);
		const scope = row.within === undefined ? [] : scopes.get(row.within);
		if (!scope) {
			const known = [...scopes.keys()].join("、");
			throw new TableError(row.id, `没有名为“${row.within}”的范围；可用的有：${known}`);
		}
		if ((row.outcome === "ask") !== (row.ask !== undefined)) {
			throw new TableError(row.id, "结论是 ask 的行要写 ask 问哪一项；其他行不要写 ask");
		}
		const conjunctions = row.when.map((raw) => order([...scope, ...parse(row.id, raw)]));
		return { row, conjunctions };
	});
	const notes = file.notes.map((note) => {
		unique(note.id);
		for (const id of note.rows ?? []) {
			if (!rows.some(({ row }) => row.id === id)) throw new TableError(note.id, `没有 ${id} 这一行`);
		}
		return { note, conjunctions: note.when.map((raw) => order(parse(note.id, raw))) };
	});
	return {
		version: file.version,
		asOf: file.asOf,
		reviewDue: file.reviewDue,
		supportOrder: file.supportOrder,
		rows,
		notes,
	};
}

/** Cheap cells that rule out most rows come first, so that a mismatch is found early. */
const FIRST = ["existing", "task", "best"];
function order(conjunction: Conjunction): Conjunction {
	const rank = (name: string) => (FIRST.includes(name) ? 0 : 1);
	return [...conjunction].sort((a, b) => rank(a[0]) - rank(b[0]));
}

/** Whether every cell holds. */
export function conjunctionHolds(conjunction: Conjunction, quantities: Quantities): boolean {
	for (const [quantity, cell] of conjunction) {
		if (!cellHolds(cell, quantities[quantity])) return false;
	}
	return true;
}

/** Whether any conjunction holds. */
export function anyHolds(conjunctions: readonly Conjunction[], quantities: Quantities): boolean {
	return conjunctions.some((conjunction) => conjunctionHolds(conjunction, quantities));
}

export type { Cell, Conjunction };
