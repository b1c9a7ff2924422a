/**
 * The register (底数): what the registration authorities list. Every rate has its denominator from here,
 * with the date of the list.
 */
import type { Submission } from "../survey/submission.ts";
import type { Row } from "./fold.ts";

/** One registered firm, social organisation or self-employed business. */
export interface RegisterUnit {
	readonly orgCode: string;
	readonly orgName: string;
	readonly orgKind: Submission["orgKind"];
	readonly streetCode: string;
	/** As registered; only `active` units are to be surveyed. */
	readonly status: Submission["operatingStatus"];
}

/** A list of registered units as of a day. */
export interface Register {
	/** Day the list was drawn up, `YYYY-MM-DD`. */
	readonly date: string;
	/** By `orgCode`, each code once. */
	readonly units: readonly RegisterUnit[];
}

/** A unit whose entry differs from the list before. */
export interface ChangedUnit {
	readonly before: RegisterUnit;
	readonly after: RegisterUnit;
	readonly fields: readonly (keyof RegisterUnit)[];
}

/** What a new list changes, and how it fits the ledger. */
export interface RegisterDifference {
	/** Not in the list before. */
	readonly added: readonly RegisterUnit[];
	/** Active in the list before, now missing or no longer active. */
	readonly closed: readonly RegisterUnit[];
	/** In both, with another name, kind, street or status, unless it is among `closed`. */
	readonly changed: readonly ChangedUnit[];
	/** Credit codes that were surveyed but are not in the new list. */
	readonly unmatched: readonly string[];
	readonly same: number;
}

const COMPARED = ["orgName", "orgKind", "streetCode", "status"] as const;

/**
 * Compares a new list with the one before.
 * @param surveyed credit codes the ledger knows.
 */
export function compareRegisters(
	before: Register | null,
	after: Register,
	surveyed: Iterable<string>,
): RegisterDifference {
	const old = new Map((before?.units ?? []).map((unit) => [unit.orgCode, unit]));
	const now = new Map(after.units.map((unit) => [unit.orgCode, unit]));
	const closed = [...old.values()].filter(
		(unit) => unit.status === "active" && now.get(unit.orgCode)?.status !== "active",
	);
	const isClosed = new Set(closed.map(({ orgCode }) => orgCode));
	const added: RegisterUnit[] = [];
	const changed: ChangedUnit[] = [];
	let same = 0;
	for (const unit of after.units) {
		const earlier = old.get(unit.orgCode);
		if (earlier === undefined) {
			added.push(unit);
			continue;
		}
		const fields = COMPARED.filter((field) => earlier[field] !== unit[field]);
		if (fields.length === 0) same++;
		else if (!isClosed.has(unit.orgCode)) changed.push({ before: earlier, after: unit, fields });
	}
	const unmatched = [...new Set(surveyed)].filter((code) => !now.has(code)).sort();
	return { added, closed, changed, unmatched, same };
}

/** 未排查: active registered units without a verified survey in the quarter whose rows are given. */
export function unsurveyedUnits(register: Register, rows: readonly Row[]): readonly RegisterUnit[] {
	const verified = new Set(rows.filter((row) => row.verified !== null).map((row) => row.orgCode));
	return register.units.filter((unit) => unit.status === "active" && !verified.has(unit.orgCode));
}
