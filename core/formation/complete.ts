import type { CompiledTable } from "./compile.ts";
import { visitParts } from "./partition.ts";
import type { Profile } from "./profile.ts";

/** A part of the input space that does not have exactly one row. */
export interface CompletenessProblem {
	readonly kind: "gap" | "overlap";
	/** An example that shows it. */
	readonly profile: Partial<Profile>;
	/** Rows that match; empty for a gap. */
	readonly rows: readonly string[];
}

/** Result of the proof over the whole input space. */
export interface Completeness {
	/** Parts examined. */
	readonly parts: number;
	/** Gaps and overlaps, one example for each neighbourhood of gaps or set of rows, at most 20. */
	readonly problems: readonly CompletenessProblem[];
	/** Rows that no input reaches. */
	readonly unreachable: readonly string[];
}

const MOST_PROBLEMS = 20;

/** Proves that every possible profile matches exactly one row, or shows where it does not. */
export function complete(table: CompiledTable): Completeness {
	const ids = table.rows.map(({ row }) => row.id);
	let parts = 0;
	const problems = new Map<string, CompletenessProblem>();
	const reached = new Set<string>();
	visitParts([table], ({ profile, hits }) => {
		parts++;
		const rows = (hits[0] ?? []).map((at) => ids[at] ?? "");
		for (const row of rows) reached.add(row);
		if (rows.length === 1) return true;
		const example = profile();
		const key = rows.length === 0 ? `gap ${example.existing} ${example.task}` : rows.join();
		if (!problems.has(key)) {
			problems.set(key, { kind: rows.length === 0 ? "gap" : "overlap", profile: example, rows });
		}
		return problems.size < MOST_PROBLEMS;
	});
	// When the visit was cut short nothing can be said about the rest.
	const unreachable = problems.size > 0 ? [] : ids.filter((id) => !reached.has(id));
	return { parts, problems: [...problems.values()], unreachable };
}
