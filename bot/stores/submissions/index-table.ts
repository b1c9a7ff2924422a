import type { Ghost } from "../../../core/ledger/fold.ts";
import { SUBMISSION_FIELDS } from "../../../core/survey/schema.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { type Column, type Field, GrowingColumn } from "./index-column.ts";

/** What the index knows of one row's folder. `S`: as much of each revision as was asked for. */
export interface IndexLine<S = Submission> {
	readonly orgCode: string;
	/** Modification time of the folder when it was read; 0 when it had not settled. */
	readonly modified: number;
	readonly revisions: readonly S[];
	readonly ghosts: readonly Ghost[];
}

/** All that a table consists of, as it is stored. */
export interface TableParts {
	readonly orgCodes: string[];
	readonly modified: number[];
	/** How many revisions each row has. */
	readonly counts: number[];
	/** Ghosts of the few rows that have any, with the place of the row. */
	readonly ghosts: [row: number, ghosts: readonly Ghost[]][];
	readonly column: (field: Field) => Column;
}

/** For whoever needs everything. */
export const ALL_FIELDS: readonly Field[] = SUBMISSION_FIELDS;
/** Fields kept in columns; the two others are the same for a whole row. */
export const COLUMN_FIELDS: readonly Field[] = SUBMISSION_FIELDS.filter(
	(field) => field !== "quarter" && field !== "orgCode",
);

/**
 * Rows of a quarter in columns: whoever needs few fields reads few columns, and what repeats (most of a
 * verification repeats its submission) is there once.
 */
export class IndexTable {
	readonly quarter: string;
	readonly parts: TableParts;

	constructor(quarter: string, parts: TableParts) {
		this.quarter = quarter;
		this.parts = parts;
	}

	/** Every row with the named fields of its revisions, its quarter and its code. */
	lines<F extends Field>(fields: readonly F[]): readonly IndexLine<Pick<Submission, F>>[] {
		const { orgCodes, modified, counts, ghosts, column } = this.parts;
		const wanted = COLUMN_FIELDS.filter((field) => (fields as readonly Field[]).includes(field));
		const columns = wanted.map((field) => ({ field, ...column(field) }));
		const ghostsOf = new Map(ghosts);
		let next = 0;
		return orgCodes.map((orgCode, row) => {
			const revisions: Pick<Submission, F>[] = [];
			for (const end = next + (counts[row] ?? 0); next < end; next++) {
				const revision: Partial<Record<Field, unknown>> = { quarter: this.quarter, orgCode };
				for (const { field, values, places } of columns) {
					const place = places[next] ?? -1;
					if (place >= 0) revision[field] = values[place];
				}
				revisions.push(revision as Pick<Submission, F>);
			}
			return { orgCode, modified: modified[row] ?? 0, revisions, ghosts: ghostsOf.get(row) ?? [] };
		});
	}

	/** Rows of which a revision says this in a field. */
	rowsThatSay(field: Field, value: unknown): ReadonlySet<string> {
		const { orgCodes, counts, column } = this.parts;
		const { values, places } = column(field);
		const place = values.indexOf(value);
		const found = new Set<string>();
		let next = 0;
		for (const [row, orgCode] of orgCodes.entries()) {
			for (const end = next + (counts[row] ?? 0); next < end; next++) {
				if (place >= 0 && places[next] === place) found.add(orgCode);
			}
		}
		return found;
	}
}

/** A table under construction. */
export class GrowingTable extends IndexTable {
	readonly #columns: readonly { readonly field: Field; readonly column: GrowingColumn }[];

	constructor(quarter: string) {
		const columns = COLUMN_FIELDS.map((field) => ({ field, column: new GrowingColumn(field) }));
		const byField = new Map(columns.map(({ field, column }) => [field, column]));
		const column = (field: Field) => byField.get(field) ?? new GrowingColumn(field);
		super(quarter, { orgCodes: [], modified: [], counts: [], ghosts: [], column });
		this.#columns = columns;
	}

	add(line: IndexLine): void {
		this.#addRow(line, line.revisions.length);
		for (const revision of line.revisions) {
			for (const { field, column } of this.#columns) column.add(revision[field]);
		}
	}

	/** Adds rows of another table, by their place in it; absent: all. */
	append({ parts: from }: IndexTable, rows: ReadonlySet<number> | null = null): void {
		const ghostsOf = new Map(from.ghosts);
		const revisions: number[] = [];
		let next = 0;
		for (const [row, orgCode] of from.orgCodes.entries()) {
			const begin = next;
			next += from.counts[row] ?? 0;
			if (rows?.has(row) === false) continue;
			const ghosts = ghostsOf.get(row) ?? [];
			this.#addRow({ orgCode, modified: from.modified[row] ?? 0, ghosts }, next - begin);
			for (let revision = begin; revision < next; revision++) revisions.push(revision);
		}
		for (const { field, column } of this.#columns) column.append(from.column(field), revisions);
	}

	#addRow({ orgCode, modified, ghosts }: Omit<IndexLine, "revisions">, count: number): void {
		const { parts } = this;
		if (ghosts.length > 0) parts.ghosts.push([parts.orgCodes.length, ghosts]);
		parts.orgCodes.push(orgCode);
		parts.modified.push(modified);
		parts.counts.push(count);
	}
}
