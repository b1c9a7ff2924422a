import type { CountField } from "./fields.ts";
import { quarterBounds } from "./quarter.ts";
import type { Submission } from "./submission.ts";

/** Codes of contradictions: a submission that has one is not accepted. */
export const ERROR_CODES = ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9"] as const;
/** Codes of remarks: accepted, explained, looked at by staff. */
export const WARNING_CODES = ["W1", "W2", "W3", "W4", "W5", "W6"] as const;
export type RuleCode = (typeof ERROR_CODES)[number] | (typeof WARNING_CODES)[number];

/** Facts beyond the submission itself; without them W4 and W5 stay silent. */
export interface RuleContext {
	/** Last quarter's revision of the same organisation. */
	readonly previous?: Partial<Submission> | null | undefined;
	/** Other units of this quarter that name the same `partyOrgId`. */
	readonly otherUnitsOfOrganisation?: number | undefined;
	/** At verification an organised unit needs its `partyOrgId` (R7). */
	readonly verifying?: boolean | undefined;
}

interface Rule {
	readonly code: RuleCode;
	/** Fields to look at again, the most likely one first. */
	readonly fields: readonly (keyof Submission)[];
	/** Whether the rule is broken. Fields may be missing: then it is not judged. */
	readonly broken: (row: Partial<Submission>, context: RuleContext) => boolean;
}

const FULL_MEMBERS_FOR_A_BRANCH = 3;
const JOINT_UNITS_MAX = 5;
const JUMP_MINIMUM = 5;
const JUMP_SHARE = 0.5;
const JUMP_FIELDS: readonly CountField[] = ["employees", "fullMembers"];

/** Whether the unit belongs to a Party organisation; undefined when not known. */
export function isOrganised(row: Partial<Submission>): boolean | undefined {
	return row.formationMode === undefined ? undefined : row.formationMode !== "none";
}

/** Full members whose relation is here; undefined when not known. */
export function membersHere(row: Partial<Submission>): number | undefined {
	return row.fullMembers === undefined ? undefined : row.fullMembers - (row.relationElsewhere ?? 0);
}

/** Whether a standalone organisation has too few full members with their relation here. */
function tooFewForABranch(row: Partial<Submission>): boolean {
	const here = membersHere(row);
	return row.formationMode === "standalone" && here !== undefined && here < FULL_MEMBERS_FOR_A_BRANCH;
}

function establishedWithinQuarter(row: Partial<Submission>): boolean | undefined {
	if (row.establishedOn === undefined || row.quarter === undefined) return undefined;
	const { first, last } = quarterBounds(row.quarter);
	return row.establishedOn >= first && row.establishedOn <= last;
}

function jumped(now: number | undefined, before: number | undefined): boolean {
	if (now === undefined || before === undefined) return false;
	const difference = Math.abs(now - before);
	return difference >= JUMP_MINIMUM && difference > before * JUMP_SHARE;
}

/** Contradictions and remarks; meaning and Chinese wording are in `content/office/survey.yaml`. */
export const RULES: readonly Rule[] = [
	{
		code: "R1",
		fields: ["employees", "fullMembers", "probationaryMembers"],
		broken: (row) =>
			row.employees !== undefined && (row.fullMembers ?? 0) + (row.probationaryMembers ?? 0) > row.employees,
	},
	{
		code: "R2",
		fields: ["mobileMembers", "fullMembers", "probationaryMembers"],
		broken: (row) =>
			row.fullMembers !== undefined &&
			row.probationaryMembers !== undefined &&
			(row.mobileMembers ?? 0) > row.fullMembers + row.probationaryMembers,
	},
	{
		code: "R3",
		fields: ["noOrgReason", "formationMode"],
		broken: (row) =>
			row.operatingStatus === "active" && isOrganised(row) === false && row.noOrgReason === undefined,
	},
	{
		code: "R4",
		fields: ["noOrgReason", "formationMode"],
		broken: (row) => isOrganised(row) === true && row.noOrgReason !== undefined,
	},
	{
		code: "R5",
		fields: ["noOrgReason", "fullMembers", "relationElsewhere"],
		broken: (row) =>
			row.noOrgReason === "members_lt_3" && (membersHere(row) ?? 0) >= FULL_MEMBERS_FOR_A_BRANCH,
	},
	{
		code: "R6",
		fields: ["noOrgNote", "noOrgReason"],
		broken: (row) => row.noOrgReason === "other" && (row.noOrgNote ?? "").trim() === "",
	},
	{
		code: "R7",
		fields: ["partyOrgId", "formationMode"],
		broken: (row, context) =>
			(isOrganised(row) === false && row.partyOrgId !== undefined) ||
			(context.verifying === true && isOrganised(row) === true && row.partyOrgId === undefined),
	},
	{
		code: "R8",
		fields: ["establishedOn", "formationMode"],
		broken: (row) =>
			(isOrganised(row) === true && row.establishedOn === undefined) ||
			(isOrganised(row) === false && row.establishedOn !== undefined),
	},
	{
		code: "R9",
		fields: ["fullMembers", "relationElsewhere", "formationMode", "establishedOn"],
		broken: (row) => tooFewForABranch(row) && establishedWithinQuarter(row) === true,
	},
	{
		code: "W1",
		fields: ["fullMembers", "relationElsewhere", "formationMode"],
		broken: (row) => tooFewForABranch(row) && establishedWithinQuarter(row) === false,
	},
	{
		code: "W2",
		fields: ["formationMode", "fullMembers"],
		broken: (row) => isOrganised(row) === false && (membersHere(row) ?? 0) >= FULL_MEMBERS_FOR_A_BRANCH,
	},
	{
		code: "W3",
		fields: ["instructorAssigned", "hasUnion", "hasYouthLeague"],
		broken: (row) =>
			isOrganised(row) === false &&
			row.hasUnion === false &&
			row.hasYouthLeague === false &&
			row.instructorAssigned === false,
	},
	{
		code: "W4",
		fields: ["employees", "fullMembers"],
		broken: (row, { previous }) => JUMP_FIELDS.some((field) => jumped(row[field], previous?.[field])),
	},
	{
		code: "W5",
		fields: ["partyOrgId", "formationMode"],
		broken: (row, context) =>
			row.formationMode?.startsWith("joint_") === true &&
			row.partyOrgId !== undefined &&
			(context.otherUnitsOfOrganisation ?? 0) + 1 > JOINT_UNITS_MAX,
	},
	{
		code: "W6",
		fields: ["partyOrgId"],
		broken: (row) => isOrganised(row) === true && row.partyOrgId === undefined,
	},
];

export interface Judgement {
	/** R codes in order. */
	readonly errors: readonly RuleCode[];
	/** W codes in order. */
	readonly warnings: readonly RuleCode[];
}

/** Applies every rule to a row, complete or under way. */
export function judge(row: Partial<Submission>, context: RuleContext = {}): Judgement {
	const broken = RULES.filter((rule) => rule.broken(row, context)).map((rule) => rule.code);
	return {
		errors: broken.filter((code) => code.startsWith("R")),
		warnings: broken.filter((code) => code.startsWith("W")),
	};
}

/** Fields to correct for a code, the most likely one first. */
export function fieldsOfRule(code: RuleCode): readonly (keyof Submission)[] {
	return RULES.find((rule) => rule.code === code)?.fields ?? [];
}
