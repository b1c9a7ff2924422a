import { readdirSync } from "node:fs";
import { join } from "node:path";
import { FOLD_FIELDS, type Foldable, foldRow, type Row } from "../../../core/ledger/fold.ts";
import { isCreditCode } from "../../../core/survey/credit-code.ts";
import { systemCode } from "../storage-error.ts";
import type { Field } from "./index-column.ts";
import { readIndex, writeIndex } from "./index-file.ts";
import { ALL_FIELDS, GrowingTable, type IndexTable, type RevisionMaker } from "./index-table.ts";
import type { Layout } from "./layout.ts";
import { readRows } from "./read-rows.ts";
import { type DamagedFile, letOthersIn, modifiedAt } from "./read-slices.ts";
import type { RowWith } from "./store.ts";

/** Quarters kept in memory, those used last: work is about one and the one before; a report over years must not hold all. */
const KEPT_QUARTERS = 2;
/** Folders looked at before other work gets its turn. */
const SLICE = 500;

export interface QuarterRows<R> {
	readonly rows: readonly R[];
	readonly damaged: readonly DamagedFile[];
}

interface Kept {
	readonly table: IndexTable;
	/** Rows with all their fields, once they were asked for. */
	rows: readonly Row[] | null;
}

/**
 * Rows of a quarter by way of a derived index `index/<quarter>.columns`. The folders decide: a
 * folder whose modification time is not the one in the index is read again, and the index
 * can be deleted at any time.
 */
export class QuarterIndex {
	readonly #layout: Layout;
	readonly #kept = new Map<string, Kept>();

	constructor(layout: Layout) {
		this.#layout = layout;
	}

	/** Rows with all fields of their revisions. */
	async load(quarter: string): Promise<QuarterRows<Row>> {
		const { kept, damaged } = await this.#current(quarter, ALL_FIELDS);
		kept.rows ??= rowsOf(kept.table, kept.table.whole());
		return { rows: kept.rows, damaged };
	}

	/** Rows with the named fields of their revisions and those that a fold needs, to be read field by field. */
	async loadFields<F extends Field>(quarter: string, fields: readonly F[]): Promise<QuarterRows<RowWith<F>>> {
		const wanted = [...FOLD_FIELDS, ...fields];
		const { kept, damaged } = await this.#current(quarter, wanted);
		return { rows: kept.rows ?? rowsOf(kept.table, kept.table.views(wanted)), damaged };
	}

	/** Units that named a Party organisation as of the last load, without looking at the disk; null when that is not kept. */
	remembered(quarter: string, partyOrgId: string): ReadonlySet<string> | null {
		const table = this.#kept.get(quarter)?.table;
		return table?.knows(["partyOrgId"]) ? table.rowsThatSay("partyOrgId", partyOrgId) : null;
	}

	/** The quarter as it is on the disk now, with at least the columns of these fields. */
	async #current(
		quarter: string,
		fields: readonly Field[],
	): Promise<{ readonly kept: Kept; readonly damaged: readonly DamagedFile[] }> {
		const path = join(this.#layout.index, `${quarter}.columns`);
		const folder = join(this.#layout.submissions, quarter);
		const read = (wanted: readonly Field[]): Kept => ({
			table: readIndex(path, quarter, wanted) ?? new GrowingTable(quarter),
			rows: null,
		});
		const known = this.#kept.get(quarter);
		let kept =
			known?.table.knows(fields) === true
				? known
				: read([...(known?.table.parts.columns.keys() ?? []), ...fields]);
		let { same, changed } = await compare(folder, kept.table);
		let damaged: readonly DamagedFile[] = [];
		if (changed.length > 0 || same.size < kept.table.parts.orgCodes.length) {
			if (!kept.table.knows(ALL_FIELDS)) {
				// What is written anew is written whole.
				kept = read(ALL_FIELDS);
				({ same, changed } = await compare(folder, kept.table));
			}
			const fresh = await readRows({ folder, quarter }, changed);
			damaged = fresh.damaged;
			fresh.table.append(kept.table, same);
			kept = { table: fresh.table, rows: null };
			await writeIndex(path, kept.table);
		}
		// A map keeps the order of insertion: the one used longest ago stands first.
		this.#kept.delete(quarter);
		this.#kept.set(quarter, kept);
		for (const oldest of [...this.#kept.keys()].slice(0, -KEPT_QUARTERS)) this.#kept.delete(oldest);
		return { kept, damaged };
	}
}

/** Which rows of a table are as their folders are, by place, and which folders must be read. */
async function compare(
	folder: string,
	table: IndexTable,
): Promise<{ readonly same: ReadonlySet<number>; readonly changed: readonly string[] }> {
	const places = new Map(table.parts.orgCodes.map((orgCode, row) => [orgCode, row]));
	const same = new Set<number>();
	const changed: string[] = [];
	for (const [at, name] of listFolder(folder).entries()) {
		if (at % SLICE === SLICE - 1) await letOthersIn();
		const row = places.get(name);
		if (row === undefined) {
			if (isCreditCode(name)) changed.push(name);
			continue;
		}
		const modified = table.parts.modified[row];
		if (modified !== 0 && modifiedAt(`${folder}/${name}`) === modified) same.add(row);
		else changed.push(name);
	}
	return { same, changed };
}

function rowsOf<S extends Foldable>(table: IndexTable, make: RevisionMaker<S>): readonly Row<S>[] {
	return table
		.map(make, (orgCode, revisions, ghosts) => foldRow(table.quarter, orgCode, revisions, ghosts))
		.filter((row) => row.topRevision !== null)
		.sort((a, b) => (a.orgCode < b.orgCode ? -1 : 1));
}

/** Names in a folder; none when it does not exist. */
export function listFolder(folder: string): readonly string[] {
	try {
		return readdirSync(folder);
	} catch (error) {
		if (systemCode(error) === "ENOENT") return [];
		throw error;
	}
}
