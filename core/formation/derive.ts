import type { Profile, Support } from "./profile.ts";
import type { Quantities } from "./quantities.ts";

/** Below this total of full members no joint branch can exist: 党章第三十条. */
const JOINT_MINIMUM = 3;

/**
 * Completes a profile with the defaults for what nobody stated and computes the
 * derived quantities of the table.
 * @param supportOrder order in which supports are preferred, from the table
 */
export function derive(profile: Partial<Profile>, supportOrder: readonly Support[]): Quantities {
	const full = profile.fullMembers ?? null;
	const probationary = profile.probationary ?? 0;
	const stated = profile.relationElsewhere ?? 0;
	const elsewhere = full === null ? stated : Math.min(stated, full);
	const here = full === null ? null : full - elsewhere;
	const existing = profile.existing ?? "none";
	return {
		orgKind: profile.orgKind ?? "two-new",
		task: profile.task ?? "standing",
		existing,
		transferable: profile.transferable ?? "unknown",
		best: bestSupport(profile.support ?? null, profile.jointFull ?? null, supportOrder),
		ended: existing === "temporary" && profile.taskEnded === true ? "true" : "false",
		elsewhereExcess: stated > elsewhere ? "true" : "false",
		fullMembers: full,
		probationary,
		relationElsewhere: elsewhere,
		here,
		membersHere: here === null ? null : here + probationary,
		membersWorking: full === null ? null : full + probationary,
		durationMonths: profile.durationMonths ?? null,
		jointFull: profile.jointFull ?? null,
	};
}

/**
 * The support to build on. Neighbours and peers only help when all of them
 * together reach three full members; a leading firm or a host has its own.
 */
function bestSupport(
	support: readonly Support[] | null,
	jointFull: number | null,
	order: readonly Support[],
): Quantities["best"] {
	if (support === null) return "unknown";
	if (support.length === 0) return "none";
	const tooFew = jointFull !== null && jointFull < JOINT_MINIMUM;
	const usable = support.filter((one) => !(tooFew && (one === "area" || one === "industry")));
	return order.find((one) => usable.includes(one)) ?? "unknown";
}
