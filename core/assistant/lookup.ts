import type { CaseEntry, GuideEntry, Knowledge } from "../content/knowledge.ts";
import type { Source } from "../content/office.ts";
import type { FormationNote, FormationRow, Outcome } from "../content/rules.ts";
import type { OutcomeCode } from "../content/vocabulary.ts";
import { type CompiledTable, compileTable } from "../formation/compile.ts";

/** Knowledge with everything the answers look up by id, built once. */
export interface Lookup {
	readonly table: CompiledTable;
	readonly rows: ReadonlyMap<string, FormationRow>;
	readonly notes: ReadonlyMap<string, FormationNote>;
	readonly outcomes: ReadonlyMap<OutcomeCode, Outcome>;
	readonly guides: ReadonlyMap<string, GuideEntry>;
	readonly cases: ReadonlyMap<string, CaseEntry>;
	readonly sources: ReadonlyMap<string, Source>;
}

const built = new WeakMap<Knowledge, Lookup>();

/** The lookup of a knowledge value; compiled at the first call, remembered as long as the value lives. */
export function lookup(knowledge: Knowledge): Lookup {
	const known = built.get(knowledge);
	if (known) return known;
	const { formation } = knowledge;
	const made: Lookup = {
		table: compileTable(formation),
		rows: new Map(formation.rows.map((row) => [row.id, row])),
		notes: new Map(formation.notes.map((note) => [note.id, note])),
		outcomes: new Map(knowledge.outcomes.map((outcome) => [outcome.code, outcome])),
		guides: new Map(knowledge.guides.map((guide) => [guide.id, guide])),
		cases: new Map(knowledge.cases.map((one) => [one.slug, one])),
		sources: new Map(knowledge.sources.map((source) => [source.id, source])),
	};
	built.set(knowledge, made);
	return made;
}
