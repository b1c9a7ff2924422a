import type { Submission } from "../survey/submission.ts";
import { recordOf } from "./coverage.ts";
import type { Foldable, Row } from "./fold.ts";

type Form = Submission["formationMode"];

/** A change of form that revisions show. */
export interface Transition {
	readonly orgCode: string;
	readonly from: Form;
	readonly to: Form;
	/** Revisions before and after. */
	readonly records: readonly [string, string];
}

/** Fields that transitions are read from, besides those of the fold. */
export const TRANSITION_FIELDS = ["operatingStatus", "formationMode"] as const;
type Formed = Row<Foldable & Pick<Submission, (typeof TRANSITION_FIELDS)[number]>>;

/**
 * Changes of form between the last verified revision before the quarter and the counted one, both of active units;
 * where the quarter before has none, between the first and the counted verified revision of this quarter.
 */
export function transitionsOf(rows: readonly Formed[], previous: readonly Formed[]): readonly Transition[] {
	const before = new Map(previous.map((row) => [row.orgCode, row.verified]));
	return rows.flatMap(({ orgCode, verified, history }) => {
		const first = before.get(orgCode) ?? history.find(({ state }) => state === "verified");
		if (!first || verified === null || first.operatingStatus !== "active") return [];
		if (verified.operatingStatus !== "active" || first.formationMode === verified.formationMode) return [];
		return [
			{
				orgCode,
				from: first.formationMode,
				to: verified.formationMode,
				records: [recordOf(first), recordOf(verified)],
			},
		];
	});
}

const SHELTERED: readonly Form[] = ["joint_area", "joint_industry", "joint_lead", "affiliated"];

/** The 孵化器 effect: from a joint or affiliated form to an organisation of one's own. */
export function isIncubated({ from, to }: Transition): boolean {
	return to === "standalone" && SHELTERED.includes(from);
}
