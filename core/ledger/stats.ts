import { type Coverage, coverageOf, organisationsOf, type Unit } from "./coverage.ts";

/** What a table of statistics is grouped by. */
export const DIMENSIONS = ["street", "kind", "form"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Statistics of one group. */
export interface StatsRow {
	/** Code of the street, kind or form. */
	readonly key: string;
	readonly coverage: Coverage;
	/** Organisations with units in the group. One that spans groups counts in each, so columns need not add up. */
	readonly organisations: number;
	/** Joint units whose organisation is not known. */
	readonly unnumbered: number;
}

const KEYS: Readonly<Record<Dimension, (unit: Unit) => string>> = {
	street: (unit) => unit.streetCode,
	kind: (unit) => unit.orgKind,
	form: (unit) => unit.form,
};

/**
 * Groups units and adds them up; groups in the order of `order`, those it does not name after them.
 * A group of `order` without units has a row of zeros.
 */
export function statsBy(
	units: readonly Unit[],
	dimension: Dimension,
	order: readonly string[],
): readonly StatsRow[] {
	const groups = Map.groupBy(units, KEYS[dimension]);
	const keys = [...new Set([...order, ...[...groups.keys()].sort()])];
	return keys.map((key) => statsOf(key, groups.get(key) ?? []));
}

/** Statistics of any set of units. */
export function statsOf(key: string, units: readonly Unit[]): StatsRow {
	return { key, coverage: coverageOf(units), ...organisationsOf(units) };
}
