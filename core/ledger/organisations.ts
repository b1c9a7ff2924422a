import type { Submission } from "../survey/submission.ts";
import { recordOf } from "./coverage.ts";

/** One Party organisation, own or joint, with the units in it. */
export interface Organisation {
	/** 党组织编号; the orgCode of the unit for an own organisation whose number is not known. */
	readonly id: string;
	readonly joint: boolean;
	/** Kind of its units; `mixed` when they differ. */
	readonly kind: Submission["orgKind"] | "mixed";
	/** Earliest 成立日期 its units state. */
	readonly establishedOn: string | null;
	/** Revisions of its units. */
	readonly records: readonly string[];
}

const JOINT: readonly Submission["formationMode"][] = ["joint_area", "joint_industry", "joint_lead"];

/**
 * Organisations of active units: an own one counts once, a joint one once for all its units. Affiliated units belong
 * to their host's organisation and add none; temporary and mobile ones are left apart.
 */
export function organisationsAmong(active: readonly Submission[]): readonly Organisation[] {
	const units = active.filter(
		({ formationMode, partyOrgId }) =>
			formationMode === "standalone" || (JOINT.includes(formationMode) && partyOrgId !== undefined),
	);
	const groups = Map.groupBy(units, ({ partyOrgId, orgCode }) => partyOrgId ?? orgCode);
	return [...groups].map(([id, members]) => {
		const kinds = [...new Set(members.map(({ orgKind }) => orgKind))];
		const dates = members.flatMap(({ establishedOn }) => establishedOn ?? []).sort();
		return {
			id,
			joint: members.every(({ formationMode }) => formationMode !== "standalone"),
			kind: kinds.length === 1 && kinds[0] ? kinds[0] : ("mixed" as const),
			establishedOn: dates[0] ?? null,
			records: members.map(recordOf),
		};
	});
}
