import { anyHolds, type CompiledTable, TableError } from "./compile.ts";
import { derive } from "./derive.ts";
import type { Decision, Profile } from "./profile.ts";

/**
 * The one row of the table that matches a profile.
 * @throws TableError when none or several match, which `complete` rules out for a published table
 */
export function evaluate(table: CompiledTable, profile: Partial<Profile>): Decision {
	const quantities = derive(profile, table.supportOrder);
	const hits = table.rows.filter((one) => anyHolds(one.conjunctions, quantities));
	const [hit] = hits;
	if (!hit || hits.length > 1) {
		const which = hits.map((one) => one.row.id).join("、");
		throw new TableError(null, hit ? `这种情况同时落在 ${which} 几行` : "这种情况没有落在任何一行");
	}
	const { row } = hit;
	const outcome = row.outcome;
	const notes =
		outcome === "ask"
			? []
			: table.notes
					.filter(
						({ note, conjunctions }) =>
							(note.outcomes?.includes(outcome) ?? true) &&
							(note.rows?.includes(row.id) ?? true) &&
							(conjunctions.length === 0 || anyHolds(conjunctions, quantities)),
					)
					.map(({ note }) => note.id);
	return { row: row.id, outcome, ask: row.ask ?? null, notes };
}
