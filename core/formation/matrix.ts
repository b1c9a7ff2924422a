import type { FormationFile } from "../content/rules.ts";
import { type CompiledTable, compileTable, TableError } from "./compile.ts";
import { evaluate } from "./evaluate.ts";
import type { Matrix } from "./matrix-schema.ts";
import { mutants } from "./mutants.ts";
import { visitParts } from "./partition.ts";

type Sample = Matrix["samples"][number];

/** A sample that the table answers differently. */
export interface SampleFailure {
	readonly sample: Sample;
	/** What the table says instead, or why it says nothing. */
	readonly got: string;
}

/** Samples whose conclusion or row differs from the reviewed one. */
export function failingSamples(table: CompiledTable, samples: readonly Sample[]): SampleFailure[] {
	return samples.flatMap((sample) => {
		const got = answer(table, sample);
		const expected = `${sample.row} ${sample.conclusion}`;
		return got === expected ? [] : [{ sample, got }];
	});
}

function answer(table: CompiledTable, sample: Sample): string {
	try {
		const { row, outcome, ask } = evaluate(table, sample.given);
		return ask === null ? `${row} ${outcome}` : `${row} ask ${ask}`;
	} catch (error) {
		if (error instanceof TableError) return error.message;
		throw error;
	}
}

/** How well the samples guard the table: each one-cell change that matters should be noticed. */
export interface MutationScore {
	readonly mutants: number;
	/** Changes that alter no conclusion for any input. */
	readonly equivalent: number;
	readonly killed: number;
	/** Changes that alter a conclusion and that no sample notices. */
	readonly survivors: readonly string[];
}

/** Runs every one-cell mutant of the table against the samples' conclusions. */
export function mutationScore(file: FormationFile, samples: readonly Sample[]): MutationScore {
	const original = compileTable(file);
	let killed = 0;
	let equivalent = 0;
	const survivors: string[] = [];
	const all = mutants(file);
	for (const mutant of all) {
		const changed = compileTable(mutant.file);
		// The row number alone does not count: only a changed conclusion does.
		const conclusion = (sample: Sample) => answer(changed, sample).slice("R00 ".length);
		if (samples.some((sample) => conclusion(sample) !== sample.conclusion)) killed++;
		else if (sameConclusions(original, changed)) equivalent++;
		else survivors.push(mutant.name);
	}
	return { mutants: all.length, equivalent, killed, survivors };
}

/** Whether two tables reach the same conclusion for every possible profile. */
export function sameConclusions(one: CompiledTable, other: CompiledTable): boolean {
	let same = true;
	const conclusions = [one, other].map((table) =>
		table.rows.map(({ row }) => `${row.outcome} ${row.ask ?? ""}`),
	);
	visitParts([one, other], ({ hits }) => {
		const [first, second] = hits.map((rows, at) =>
			rows.length === 1 ? conclusions[at]?.[rows[0] ?? 0] : undefined,
		);
		same = first !== undefined && first === second;
		return same;
	});
	return same;
}
