import type { RuleCode, RuleContext } from "../../../core/survey/rules.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { ORGANISED, UNORGANISED, without } from "./samples.ts";

/** One submission that breaks a rule, and one next to it that does not. */
export interface RuleCase {
	readonly code: RuleCode;
	readonly name: string;
	readonly breaks: Submission;
	readonly keeps: Submission;
	readonly context?: RuleContext;
}

const unorganised = (change: Partial<Submission>) => ({ ...UNORGANISED, ...change });
const organised = (change: Partial<Submission>) => ({ ...ORGANISED, ...change });
const joint = organised({ formationMode: "joint_area", fullMembers: 1 });

export const RULE_CASES: readonly RuleCase[] = [
	{
		code: "R1",
		name: "members above employees",
		breaks: organised({ employees: 3 }),
		keeps: organised({ employees: 4 }),
	},
	{
		code: "R2",
		name: "mobile members above members",
		breaks: organised({ mobileMembers: 5 }),
		keeps: organised({ mobileMembers: 4 }),
	},
	{
		code: "R3",
		name: "active without organisation and without reason",
		breaks: without(UNORGANISED, "noOrgReason"),
		keeps: UNORGANISED,
	},
	{
		code: "R4",
		name: "reason although organised",
		breaks: organised({ noOrgReason: "turnover" }),
		keeps: ORGANISED,
	},
	{
		code: "R5",
		name: "fewer than three as reason with three here",
		breaks: unorganised({ fullMembers: 3 }),
		keeps: unorganised({ fullMembers: 3, relationElsewhere: 1 }),
	},
	{
		code: "R6",
		name: "other reason without note",
		breaks: unorganised({ noOrgReason: "other" }),
		keeps: unorganised({ noOrgReason: "other", noOrgNote: "场地正在装修" }),
	},
	{
		code: "R7",
		name: "number of an organisation that does not exist",
		breaks: unorganised({ partyOrgId: "PO-A1" }),
		keeps: UNORGANISED,
	},
	{
		code: "R7",
		name: "number missing at verification",
		breaks: without(ORGANISED, "partyOrgId"),
		keeps: ORGANISED,
		context: { verifying: true },
	},
	{
		code: "R8",
		name: "date of establishment missing",
		breaks: without(ORGANISED, "establishedOn"),
		keeps: ORGANISED,
	},
	{
		code: "R8",
		name: "date of establishment without an organisation",
		breaks: unorganised({ establishedOn: "2020-05-20" }),
		keeps: UNORGANISED,
	},
	{
		code: "R9",
		name: "new branch with two full members here",
		breaks: organised({ establishedOn: "2026-08-01", relationElsewhere: 1 }),
		keeps: organised({ establishedOn: "2026-08-01" }),
	},
	{
		code: "W1",
		name: "existing branch with two full members here",
		breaks: organised({ relationElsewhere: 1 }),
		keeps: organised({ relationElsewhere: 0 }),
	},
	{
		code: "W2",
		name: "three full members here and no organisation",
		breaks: unorganised({ fullMembers: 3, noOrgReason: "turnover" }),
		keeps: unorganised({ fullMembers: 2, noOrgReason: "turnover" }),
	},
	{
		code: "W3",
		name: "no work coverage",
		breaks: unorganised({ hasUnion: false, instructorAssigned: false }),
		keeps: unorganised({ hasUnion: false, instructorAssigned: true }),
	},
	{
		code: "W4",
		name: "employees doubled",
		breaks: unorganised({ employees: 80 }),
		keeps: unorganised({ employees: 50 }),
		context: { previous: { employees: 40, fullMembers: 2 } },
	},
	{
		code: "W4",
		name: "full members jumped",
		breaks: organised({ fullMembers: 9 }),
		keeps: organised({ fullMembers: 5 }),
		context: { previous: { employees: 40, fullMembers: 3 } },
	},
	{
		code: "W5",
		name: "joint organisation of six units",
		breaks: joint,
		keeps: organised({}),
		context: { otherUnitsOfOrganisation: 5 },
	},
	{
		code: "W6",
		name: "number not yet known",
		breaks: without(ORGANISED, "partyOrgId"),
		keeps: ORGANISED,
	},
];
