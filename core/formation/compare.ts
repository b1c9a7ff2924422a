import type { CompiledTable } from "./compile.ts";
import { visitParts } from "./partition.ts";
import type { Profile } from "./profile.ts";

/** Inputs whose conclusion differs between two versions of the table, grouped. */
export interface ConclusionChange {
	/** Row and conclusion before, e.g. `R30 single-branch`; `ask` with its slot. */
	readonly before: string;
	readonly after: string;
	/** Kinds of input in this group. */
	readonly parts: number;
	/** The simplest examples, at most three. */
	readonly examples: readonly Partial<Profile>[];
}

const MOST_EXAMPLES = 3;

/** Every group of inputs that `after` answers differently from `before`, by rows. */
export function compareTables(before: CompiledTable, after: CompiledTable): ConclusionChange[] {
	const tables = [before, after];
	const names = tables.map((table) => table.rows.map(({ row }) => conclusion(row)));
	const ids = tables.map((table) => table.rows.map(({ row }) => row.id));
	const groups = new Map<
		string,
		{ before: string; after: string; parts: number; examples: Partial<Profile>[] }
	>();
	visitParts(tables, ({ hits, profile }) => {
		const [old, now] = hits.map(
			(rows, at) => rows.map((row) => names[at]?.[row] ?? "").join("+") || "（无）",
		);
		if (old === undefined || now === undefined || old === now) return true;
		const [oldRow, newRow] = hits.map((rows, at) => rows.map((row) => ids[at]?.[row] ?? "").join("+"));
		const key = `${oldRow} ${old} ${newRow} ${now}`;
		const group = groups.get(key) ?? {
			before: `${oldRow} ${old}`.trim(),
			after: `${newRow} ${now}`.trim(),
			parts: 0,
			examples: [],
		};
		group.parts++;
		group.examples = [...group.examples, profile()]
			.sort((a, b) => weight(a) - weight(b))
			.slice(0, MOST_EXAMPLES);
		groups.set(key, group);
		return true;
	});
	return [...groups.values()].sort((a, b) => (a.before < b.before ? -1 : a.before > b.before ? 1 : 0));
}

function conclusion(row: { readonly outcome: string; readonly ask?: string | undefined }): string {
	return row.ask === undefined ? row.outcome : `${row.outcome} ${row.ask}`;
}

/** Simple examples first: few things stated, small numbers. */
function weight(profile: Partial<Profile>): number {
	return Object.values(profile).reduce<number>((sum, value) => {
		if (value === null || value === undefined || value === false || value === 0) return sum;
		if (value === "two-new" || value === "standing" || value === "none" || value === "unknown") return sum;
		return sum + 1 + (typeof value === "number" ? value / 1000 : 0);
	}, 0);
}
