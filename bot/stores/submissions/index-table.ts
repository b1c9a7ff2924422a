import type { Ghost } from "../../../core/ledger/fold.ts";
import { SUBMISSION_FIELDS } from "../../../core/survey/schema.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { type Column, type Field, GrowingColumn } from "./index-column.ts";

/** What the index knows of one row's folder. */
export interface IndexLine {
	readonly orgCode: string;
	/** Modification time of the folder when it was read; 0 when it had not settled. */
	readonly modified: number;
	readonly revisions: readonly Submission[];
	readonly ghosts: readonly Ghost[];
}

/** All that a table consists of, as it is stored. */
export interface TableParts {
	readonly orgCodes: readonly string[];
	readonly modified: ArrayLike<number>;
	/** How many revisions each row has. */
	readonly counts: ArrayLike<number>;
	/** Ghosts of the few rows that have any, with the place of the row. */
	readonly ghosts: readonly (readonly [row: number, ghosts: readonly Ghost[]])[];
	/** Columns by field, as many as were asked for. */
	readonly columns: ReadonlyMap<Field, Column>;
}

/** For whoever needs everything. */
export const ALL_FIELDS: readonly Field[] = SUBMISSION_FIELDS;
/** Fields kept in columns; the two others are the same for a whole row. */
export const COLUMN_FIELDS: readonly Field[] = SUBMISSION_FIELDS.filter(
	(field) => field !== "quarter" && field !== "orgCode",
);

/** Makes a revision from its place in the columns and the code of its row. */
export type RevisionMaker<S> = (place: number, orgCode: string) => S;

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

	/** Whether it has the columns of these fields. */
	knows(fields: readonly Field[]): boolean {
		return fields.every((field) => this.parts.columns.has(field) || !COLUMN_FIELDS.includes(field));
	}

	/** What `take` makes of every row. */
	map<S, R>(
		make: RevisionMaker<S>,
		take: (orgCode: string, revisions: readonly S[], ghosts: readonly Ghost[]) => R,
	): R[] {
		const { orgCodes, counts, ghosts } = this.parts;
		const ghostsOf = new Map(ghosts);
		let next = 0;
		return orgCodes.map((orgCode, row) => {
			const revisions: S[] = [];
			for (const end = next + (counts[row] ?? 0); next < end; next++) revisions.push(make(next, orgCode));
			return take(orgCode, revisions, ghostsOf.get(row) ?? []);
		});
	}

	/** Revisions with all they say. */
	whole(): RevisionMaker<Submission> {
		const columns = COLUMN_FIELDS.map((field) => ({ field, ...this.column(field) }));
		return (at, orgCode) => {
			const revision: Partial<Record<Field, unknown>> = { quarter: this.quarter, orgCode };
			for (const { field, values, places } of columns) {
				const place = places[at] ?? 0;
				if (place > 0) revision[field] = values[place - 1];
			}
			return revision as unknown as Submission;
		};
	}

	/**
	 * Revisions that look up the named fields when they are asked: a large quarter is counted without a copy of any of
	 * it. They are for reading field by field; there is nothing in them to spread or to print.
	 */
	views<F extends Field>(fields: readonly F[]): RevisionMaker<Pick<Submission, F>> {
		class View {
			readonly orgCode: string;
			readonly place: number;
			constructor(orgCode: string, place: number) {
				this.orgCode = orgCode;
				this.place = place;
			}
		}
		Object.defineProperty(View.prototype, "quarter", { value: this.quarter });
		for (const field of COLUMN_FIELDS) {
			if (!(fields as readonly Field[]).includes(field)) continue;
			const { values, places } = this.column(field);
			Object.defineProperty(View.prototype, field, {
				get(this: View) {
					const place = places[this.place] ?? 0;
					return place > 0 ? values[place - 1] : undefined;
				},
			});
		}
		return (place, orgCode) => new View(orgCode, place) as unknown as Pick<Submission, F>;
	}

	/** Rows of which a revision says this in a field. */
	rowsThatSay(field: Field, value: unknown): ReadonlySet<string> {
		const { orgCodes, counts } = this.parts;
		const { values, places } = this.column(field);
		const place = values.indexOf(value) + 1;
		const found = new Set<string>();
		let next = 0;
		for (const [row, orgCode] of orgCodes.entries()) {
			for (const end = next + (counts[row] ?? 0); next < end; next++) {
				if (place > 0 && places[next] === place) found.add(orgCode);
			}
		}
		return found;
	}

	/** @throws RangeError for a field that was not read. */
	column(field: Field): Column {
		const column = this.parts.columns.get(field);
		if (column === undefined) throw new RangeError(`the column ${field} was not read`);
		return column;
	}
}

/** A table under construction, with all columns. */
export class GrowingTable extends IndexTable {
	readonly #orgCodes: string[];
	readonly #modified: number[];
	readonly #counts: number[];
	readonly #ghosts: [row: number, ghosts: readonly Ghost[]][];
	readonly #columns: ReadonlyMap<Field, GrowingColumn>;

	constructor(quarter: string) {
		const orgCodes: string[] = [];
		const modified: number[] = [];
		const counts: number[] = [];
		const ghosts: [row: number, ghosts: readonly Ghost[]][] = [];
		const columns = new Map(COLUMN_FIELDS.map((field) => [field, new GrowingColumn(field)]));
		super(quarter, { orgCodes, modified, counts, ghosts, columns });
		this.#orgCodes = orgCodes;
		this.#modified = modified;
		this.#counts = counts;
		this.#ghosts = ghosts;
		this.#columns = columns;
	}

	add(line: IndexLine): void {
		this.#addRow(line, line.revisions.length);
		for (const revision of line.revisions) {
			for (const [field, column] of this.#columns) column.add(revision[field]);
		}
	}

	/** Adds rows of another table, by their place in it; absent: all. */
	append(from: IndexTable, rows: ReadonlySet<number> | null = null): void {
		const { orgCodes, modified, counts, ghosts } = from.parts;
		const ghostsOf = new Map(ghosts);
		const revisions: number[] = [];
		let next = 0;
		for (const [row, orgCode] of orgCodes.entries()) {
			const begin = next;
			next += counts[row] ?? 0;
			if (rows?.has(row) === false) continue;
			const line = { orgCode, modified: modified[row] ?? 0, ghosts: ghostsOf.get(row) ?? [] };
			this.#addRow(line, next - begin);
			for (let revision = begin; revision < next; revision++) revisions.push(revision);
		}
		for (const [field, column] of this.#columns) column.append(from.column(field), revisions);
	}

	#addRow({ orgCode, modified, ghosts }: Omit<IndexLine, "revisions">, count: number): void {
		if (ghosts.length > 0) this.#ghosts.push([this.#orgCodes.length, ghosts]);
		this.#orgCodes.push(orgCode);
		this.#modified.push(modified);
		this.#counts.push(count);
	}
}
