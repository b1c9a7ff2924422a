import type { Submission } from "../survey/submission.ts";
import type { Row } from "./fold.ts";

/** Why a unit has no counted revision in the quarter. */
export type StaleReason = "not-submitted" | "waiting" | "returned" | "conflict";

/** A unit the ledger knows that has no verified revision in a quarter. */
export interface StaleUnit {
	/** Newest revision the ledger has, of this quarter or an earlier one. */
	readonly last: Submission;
	readonly why: StaleReason;
	/** Newest quarter with a verified revision; null when there never was one. */
	readonly verifiedIn: string | null;
}

/** Units without a verified revision, those that operate apart from the others. */
export interface StaleList {
	readonly active: readonly StaleUnit[];
	/** Suspended, closed, moved out or not found when last heard of. */
	readonly others: readonly StaleUnit[];
}

/**
 * Whom to chase in a quarter: every unit known from it or an earlier one without a verified revision in it.
 * @param quarters rows of each quarter up to the one asked about, which is the last.
 */
export function staleUnits(quarters: readonly (readonly Row[])[]): StaleList {
	const known = new Map<string, Omit<StaleUnit, "why">>();
	for (const rows of quarters) {
		for (const { orgCode, head, verified, quarter } of rows) {
			const last = head ?? known.get(orgCode)?.last;
			if (last === undefined) continue;
			const verifiedIn = verified === null ? (known.get(orgCode)?.verifiedIn ?? null) : quarter;
			known.set(orgCode, { last, verifiedIn });
		}
	}
	const now = new Map((quarters.at(-1) ?? []).map((row) => [row.orgCode, row]));
	const stale = [...known].flatMap(([orgCode, unit]): readonly StaleUnit[] => {
		const row = now.get(orgCode);
		return row !== undefined && row.verified !== null ? [] : [{ ...unit, why: reasonOf(row) }];
	});
	const byCode = stale.sort((a, b) => (a.last.orgCode < b.last.orgCode ? -1 : 1));
	return {
		active: byCode.filter(({ last }) => last.operatingStatus === "active"),
		others: byCode.filter(({ last }) => last.operatingStatus !== "active"),
	};
}

function reasonOf(row: Row | undefined): StaleReason {
	if (row === undefined || row.head === null) return "not-submitted";
	if (row.conflicts.length > 0) return "conflict";
	return row.head.state === "returned" ? "returned" : "waiting";
}
