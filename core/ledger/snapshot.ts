import type { Submission } from "../survey/submission.ts";
import { UNIT_FIELDS, type Unit, unitOf, unsurveyedUnit } from "./coverage.ts";
import type { Foldable, Row } from "./fold.ts";
import type { Register } from "./register.ts";

/** Fields that a snapshot reads, besides those of the fold. */
export const SNAPSHOT_FIELDS = [...UNIT_FIELDS, "operatingStatus"] as const;
/** A revision with at least those. */
export type Counted = Foldable & Pick<Submission, (typeof SNAPSHOT_FIELDS)[number]>;

/** One quarter as statistics see it. `S`: as much of each revision as was read. */
export interface Snapshot<S extends Counted = Submission> {
	readonly quarter: string;
	/** Active units, by orgCode: every denominator is taken from these. */
	readonly units: readonly Unit[];
	/** Counted revisions of active units, by orgCode. */
	readonly active: readonly S[];
	/** Counted revisions of units that are closed, suspended, moved out or not found. */
	readonly inactive: readonly S[];
	/** Rows that wait for staff: newest revision not verified and not returned. */
	readonly waiting: number;
	/** Rows whose newest revision was given back. */
	readonly returned: number;
	/** Rows whose revisions are all withdrawn. */
	readonly withdrawn: number;
	/** Active units of the register; null without a register, and then the surveyed units are the base. */
	readonly registered: number | null;
	/** Day of the register; null without one. */
	readonly registerDate: string | null;
}

/**
 * Reduces the rows of a quarter to what may be counted: verified revisions only. With a register, an active unit
 * without one counts in the denominators as 未排查; what a verified survey says of a unit goes before the register.
 */
export function snapshotOf<S extends Counted = Submission>(
	quarter: string,
	rows: readonly Row<S>[],
	register: Register | null = null,
): Snapshot<S> {
	const active: S[] = [];
	const inactive: S[] = [];
	let waiting = 0;
	let returned = 0;
	let withdrawn = 0;
	for (const { head, verified } of rows) {
		if (head === null) withdrawn++;
		else if (head.state === "submitted") waiting++;
		else if (head.state === "returned") returned++;
		if (verified === null) continue;
		if (verified.operatingStatus === "active") active.push(verified);
		else inactive.push(verified);
	}
	const surveyed = new Set([...active, ...inactive].map(({ orgCode }) => orgCode));
	const registered = register?.units.filter(({ status }) => status === "active") ?? [];
	const units = [
		...active.map(unitOf),
		...registered.filter(({ orgCode }) => !surveyed.has(orgCode)).map(unsurveyedUnit),
	];
	return {
		quarter,
		units: units.sort(byCode),
		active: active.sort(byCode),
		inactive: inactive.sort(byCode),
		waiting,
		returned,
		withdrawn,
		registered: register === null ? null : registered.length,
		registerDate: register?.date ?? null,
	};
}

function byCode(a: { readonly orgCode: string }, b: { readonly orgCode: string }): number {
	return a.orgCode < b.orgCode ? -1 : 1;
}
