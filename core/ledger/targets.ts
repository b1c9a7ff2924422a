import type { TargetMeasure, Targets } from "../content/targets.ts";
import { quarterBounds } from "../survey/quarter.ts";
import { coverageOf, percent } from "./coverage.ts";
import { organisationsAmong } from "./organisations.ts";
import type { Snapshot } from "./snapshot.ts";

/** A target with what was reached. */
export interface TargetResult {
	readonly street: string;
	readonly measure: TargetMeasure;
	/** Per cent, or a number for `newOrganisations`. */
	readonly target: number;
	/** Absent denominator for numbers. */
	readonly numerator: number;
	readonly denominator: number | null;
	/** As printed: `61.3%`, `2`, or `—`. */
	readonly actual: string;
	/** Null when nothing can be said (`—`). */
	readonly reached: boolean | null;
}

/** Actual values beside the targets of a snapshot's quarter, in the order of the file. */
export function targetResults(
	{ targets }: Pick<Targets, "targets">,
	snapshot: Snapshot,
): readonly TargetResult[] {
	return targets
		.filter(({ quarter }) => quarter === snapshot.quarter)
		.flatMap(({ street, values }) =>
			(Object.entries(values) as [TargetMeasure, number][]).map(([measure, target]) => {
				const [numerator, denominator] = actualOf(measure, street, snapshot);
				return { street, measure, target, numerator, denominator, ...judged(numerator, denominator, target) };
			}),
		);
}

function judged(numerator: number, denominator: number | null, target: number) {
	if (denominator === null) return { actual: String(numerator), reached: numerator >= target };
	const reached = denominator === 0 ? null : numerator * 100 >= target * denominator;
	return { actual: percent(numerator, denominator), reached };
}

function actualOf(
	measure: TargetMeasure,
	street: string,
	{ units, active, quarter, registered }: Snapshot,
): readonly [numerator: number, denominator: number | null] {
	const coverage = coverageOf(units.filter(({ streetCode }) => streetCode === street));
	switch (measure) {
		case "verified":
			// Without a register nobody knows how many there are to verify: 100 % would be a claim.
			return [coverage.units - coverage.unsurveyed, registered === null ? 0 : coverage.units];
		case "coverage":
			return [coverage.organised, coverage.units];
		case "work":
			return [coverage.work, coverage.units];
		case "should":
			return [coverage.shouldBuilt, coverage.should];
		case "newOrganisations": {
			const { first, last } = quarterBounds(quarter);
			const here = organisationsAmong(active.filter(({ streetCode }) => streetCode === street));
			const isNew = (day: string | null) => day !== null && day >= first && day <= last;
			return [here.filter(({ establishedOn }) => isNew(establishedOn)).length, null];
		}
	}
}
