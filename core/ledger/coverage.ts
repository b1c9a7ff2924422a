/**
 * Coverage of active units by Party organisations and by Party work. Units and organisations are different
 * things: a joint branch over four units adds four covered units and one organisation. Integers throughout.
 */
import type { Submission } from "../survey/submission.ts";

/** How an active unit stands, each unit in exactly one class. */
export type Standing =
	/** 单独组建: an organisation of its own. */
	| "own"
	/** 联建: area, industry or lead. */
	| "joint"
	/** 挂靠 with at least one member placed in the host's branch. */
	| "affiliated"
	/** No organisation that counts, but Party work: instructor, union, youth league, temporary or mobile organisation. */
	| "workOnly"
	| "nothing";

/** What statistics need of one unit in one quarter. */
export interface Unit {
	readonly orgCode: string;
	readonly streetCode: string;
	readonly orgKind: Submission["orgKind"];
	/** False for registered active units without a verified survey: they count in denominators only. */
	readonly surveyed: boolean;
	readonly standing: Standing;
	/** Form as surveyed; `none` when not surveyed. */
	readonly form: Submission["formationMode"];
	/** 应建: at least three full members whose relation is here. */
	readonly should: boolean;
	/** 党组织编号, when known. */
	readonly partyOrgId: string | null;
	/** Revision these facts come from, `<submissionId>.r<revision>`; null when not surveyed. */
	readonly record: string | null;
}

/** Fields of a revision that statistics read. */
export const UNIT_FIELDS = [
	"submissionId",
	"revision",
	"orgCode",
	"streetCode",
	"orgKind",
	"fullMembers",
	"probationaryMembers",
	"relationElsewhere",
	"hasUnion",
	"hasYouthLeague",
	"instructorAssigned",
	"formationMode",
	"partyOrgId",
] as const;
type Surveyed = Pick<Submission, (typeof UNIT_FIELDS)[number]>;

/** Full members from whom an organisation is due. Source: 党章 Art. 30. */
const DUE_FROM = 3;

/** Class of an active, verified unit. */
export function unitOf(row: Surveyed): Unit {
	return {
		orgCode: row.orgCode,
		streetCode: row.streetCode,
		orgKind: row.orgKind,
		surveyed: true,
		standing: standingOf(row),
		form: row.formationMode,
		should: row.fullMembers - (row.relationElsewhere ?? 0) >= DUE_FROM,
		partyOrgId: row.partyOrgId ?? null,
		record: recordOf(row),
	};
}

/** A registered active unit nobody has surveyed and verified yet. */
export function unsurveyedUnit(unit: Pick<Unit, "orgCode" | "streetCode" | "orgKind">): Unit {
	const { orgCode, streetCode, orgKind } = unit;
	return {
		orgCode,
		streetCode,
		orgKind,
		surveyed: false,
		standing: "nothing",
		form: "none",
		should: false,
		partyOrgId: null,
		record: null,
	};
}

/** Name of a revision in manifests: its file name without `.json`. */
export function recordOf({ submissionId, revision }: Pick<Submission, "submissionId" | "revision">): string {
	return `${submissionId}.r${revision}`;
}

function standingOf(row: Surveyed): Standing {
	switch (row.formationMode) {
		case "standalone":
			return "own";
		case "joint_area":
		case "joint_industry":
		case "joint_lead":
			return "joint";
		case "affiliated":
			// A host without a member of the unit is work, not organisation (our choice, configurable in words only).
			return row.fullMembers + row.probationaryMembers >= 1 ? "affiliated" : "workOnly";
		case "mobile":
		case "temporary":
			return "workOnly";
		case "none":
			return row.instructorAssigned || row.hasUnion || row.hasYouthLeague ? "workOnly" : "nothing";
	}
}

/** Counts over a set of units. */
export interface Coverage {
	/** Active units: the denominator. */
	readonly units: number;
	readonly own: number;
	readonly joint: number;
	readonly affiliated: number;
	readonly workOnly: number;
	readonly nothing: number;
	/** own + joint + affiliated: numerator of 组织覆盖率. */
	readonly organised: number;
	/** organised + workOnly: numerator of 工作覆盖率; each unit once. */
	readonly work: number;
	/** 应建 units. */
	readonly should: number;
	/** 应建 units that are organised: numerator of 应建已建率. */
	readonly shouldBuilt: number;
	readonly unsurveyed: number;
	/** Temporary and mobile organisations' units, shown apart; part of `workOnly`. */
	readonly apart: number;
}

/** Adds up units. */
export function coverageOf(units: readonly Unit[]): Coverage {
	const count = (is: (unit: Unit) => boolean) => units.filter(is).length;
	const own = count((unit) => unit.standing === "own");
	const joint = count((unit) => unit.standing === "joint");
	const affiliated = count((unit) => unit.standing === "affiliated");
	const workOnly = count((unit) => unit.standing === "workOnly");
	return {
		units: units.length,
		own,
		joint,
		affiliated,
		workOnly,
		nothing: count((unit) => unit.standing === "nothing"),
		organised: own + joint + affiliated,
		work: own + joint + affiliated + workOnly,
		should: count((unit) => unit.should),
		shouldBuilt: count((unit) => unit.should && isOrganised(unit)),
		unsurveyed: count((unit) => !unit.surveyed),
		apart: count((unit) => unit.form === "temporary" || unit.form === "mobile"),
	};
}

/** Whether a unit counts for 组织覆盖率. */
export function isOrganised(unit: Unit): boolean {
	return unit.standing === "own" || unit.standing === "joint" || unit.standing === "affiliated";
}

/**
 * Organisations among units: own branches one each, joint branches by their number.
 * `unnumbered` joint units cannot be told apart and are not counted.
 */
export function organisationsOf(units: readonly Unit[]): {
	readonly organisations: number;
	readonly unnumbered: number;
} {
	const own = units.filter((unit) => unit.standing === "own");
	const joint = units.filter((unit) => unit.standing === "joint");
	const numbers = new Set(
		[...own, ...joint].flatMap((unit) => (unit.partyOrgId === null ? [] : [unit.partyOrgId])),
	);
	return {
		organisations: numbers.size + own.filter((unit) => unit.partyOrgId === null).length,
		unnumbered: joint.filter((unit) => unit.partyOrgId === null).length,
	};
}

/**
 * A rate as printed, one decimal. `—` without a denominator; `100%` only when complete, `0%` only when empty,
 * so that rounding never claims either.
 */
export function percent(numerator: number, denominator: number): string {
	if (denominator === 0) return "—";
	if (numerator === 0) return "0%";
	if (numerator === denominator) return "100%";
	const tenths = Math.min(999, Math.max(1, Math.round((numerator * 1000) / denominator)));
	return `${(tenths / 10).toFixed(1)}%`;
}
