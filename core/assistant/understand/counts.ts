import { keepAccount } from "./account.ts";
import { inBand } from "./bounds.ts";
import { jointFull, readJoint } from "./joint.ts";
import { type CountContext, type MemberCount, memberCounts } from "./meaning.ts";
import type { Mention } from "./mentions.ts";
import { ownUnit } from "./own-unit.ts";

/** How many members the asker has, as far as the text says. */
export interface Counts {
	readonly full: number | null;
	readonly probationary: number | null;
	/** Full members of all units together, asker included. */
	readonly joint: number | null;
	/** `full` was read from vague wording. */
	readonly approximate: boolean;
	/** A count of members was found, whatever it decides. */
	readonly counted: boolean;
	/** Sum over a park's units when it asks for all of them; null when no sum was given. */
	readonly sum: number | null;
}

/** Turns the counts found in the text into the asker's numbers. */
export function resolveCounts(all: readonly Mention[], context: CountContext): Counts {
	const counts = memberCounts(all, context);
	const joint = readJoint(counts, context);
	const own = counts.filter((count) => count.scope !== "other" && count !== joint.total);
	const { full, probationary } = ownUnit(own, context.text);
	const value = full === null ? null : inBand(full);
	const together = jointFull(joint, counts, value, context);
	// 整个联合支部只有2名，全是我们所的; 联合支部就剩2名: no more than these are the asker's.
	const few = context.existing === "joint" && together !== null && together < 3;
	const mine = value ?? (joint.total !== null && (joint.allOurs || few) ? together : null);
	return {
		full: mine,
		probationary,
		joint: together,
		approximate:
			(full !== null && full.low !== full.high) || (full === null && mine !== null && !joint.allOurs),
		counted: counts.length > 0,
		sum: sumOfUnits(counts, context.text) ?? together ?? value,
	};
}

/** Full members of all units of a park: a sum that was stated, without those of single units. */
function sumOfUnits(counts: readonly MemberCount[], text: string): number | null {
	const { full } = keepAccount(
		counts.filter((count) => !count.each && count.scope !== "other"),
		text,
	);
	return full === null ? null : inBand(full);
}
