import type { CompiledTable } from "./compile.ts";
import { evaluate } from "./evaluate.ts";
import type { Decision, Profile, Support } from "./profile.ts";

/** A direction in which people can act, and what the table would say then. */
export interface Change {
	/** Key of the sentence in `assistant.yaml`, `changes`. */
	readonly kind: string;
	/** How many persons, where the sentence counts them. */
	readonly count: number;
	readonly profile: Partial<Profile>;
	readonly decision: Decision;
	/** `conclusion` when the outcome differs, `committee` when only a branch committee becomes necessary, `none` when nothing changes. */
	readonly effect: "conclusion" | "committee" | "none";
}

/** Further away than this, more members are no advice. */
const NEAR = 5;
const COMMITTEE_NOTES = ["committee-needed", "committee-needed-project"];

/**
 * What would change the conclusion: one more full member, probationary members who
 * become full, relations transferred here, somebody to form a branch with. Only what
 * people can bring about; never that members leave.
 */
export function whatWouldChange(table: CompiledTable, profile: Partial<Profile>): Change[] {
	const now = evaluate(table, profile);
	if (now.outcome === "ask" || profile.orgKind === "outside" || profile.taskEnded === true) return [];
	const full = profile.fullMembers ?? 0;
	const probationary = profile.probationary ?? 0;
	const elsewhere = profile.relationElsewhere ?? 0;
	const found: Change[] = [];
	const compare = (kind: string, count: number, patch: Partial<Profile>): Change => {
		const changed = { ...profile, ...patch };
		const decision = evaluate(table, changed);
		const committee = COMMITTEE_NOTES.some(
			(note) => decision.notes.includes(note) && !now.notes.includes(note),
		);
		const effect = decision.outcome !== now.outcome ? "conclusion" : committee ? "committee" : "none";
		return { kind, count, profile: changed, decision, effect };
	};
	/** The smallest number of persons that makes a difference worth telling. */
	const nearest = (
		kind: (count: number) => string,
		most: number,
		patch: (count: number) => Partial<Profile>,
	) => {
		for (let count = 1; count <= Math.min(most, NEAR); count++) {
			const change = compare(kind(count), count, patch(count));
			if (change.effect !== "none" && change.decision.outcome !== "ask") {
				found.push(change);
				return;
			}
		}
	};
	nearest(
		(count) => (count === 1 ? "one-more-full" : "more-full"),
		NEAR,
		(count) => ({
			fullMembers: full + count,
		}),
	);
	nearest(
		(count) => (count === 1 ? "probationary-one" : "probationary-more"),
		probationary,
		(count) => ({
			fullMembers: full + count,
			probationary: probationary - count,
		}),
	);
	if (probationary > 0 && !found.some((change) => change.kind.startsWith("probationary"))) {
		const count = probationary;
		const kind = count === 1 ? "probationary-one" : "probationary-more";
		const change = compare(kind, count, { fullMembers: full + count, probationary: 0 });
		if (change.effect === "none") found.push(change);
	}
	nearest(
		(count) => (count === 1 ? "transfer-one" : "transfer-more"),
		elsewhere,
		(count) => ({
			relationElsewhere: elsewhere - count,
		}),
	);
	if ((profile.transferable ?? "unknown") !== "yes") {
		const change = compare("relations-can-move", 0, { transferable: "yes" });
		if (change.effect === "conclusion") found.push(change);
	}
	if (now.row === "R45" || now.row === "R44") {
		for (const one of table.supportOrder) {
			const support: readonly Support[] = [...(profile.support ?? []), one];
			const change = compare(`support-${one}`, 0, { support });
			if (!profile.support?.includes(one) && change.effect === "conclusion" && change.decision.ask === null) {
				found.push(change);
			}
		}
	}
	if (profile.jointFull !== null && profile.jointFull !== undefined && profile.jointFull < 3) {
		const change = compare("joint-reaches-three", 0, { jointFull: 3 });
		if (change.effect === "conclusion" && change.decision.ask === null) found.push(change);
	}
	return found;
}
