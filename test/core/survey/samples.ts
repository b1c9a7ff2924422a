import type { Submission } from "../../../core/survey/submission.ts";

/** A complete, contradiction-free submission: an active firm with three members and its own branch. */
export const ORGANISED: Submission = {
	submissionId: "01K00000000000000000000001",
	revision: 1,
	channel: "web",
	submitterRef: "a".repeat(64),
	submittedAt: "2026-09-18T08:00:00.000Z",
	state: "submitted",
	quarter: "2026-Q3",
	orgCode: "91990101MA0TE0T126",
	orgName: "示例软件有限公司",
	orgKind: "enterprise",
	streetCode: "yunxi",
	operatingStatus: "active",
	employees: 40,
	fullMembers: 3,
	probationaryMembers: 1,
	hasUnion: true,
	hasYouthLeague: false,
	instructorAssigned: true,
	formationMode: "standalone",
	partyOrgId: "PO-A1",
	establishedOn: "2020-05-20",
	surveyMethod: "visit",
	surveyedOn: "2026-09-17",
	consentVersion: "2026-11",
};

/** A complete, contradiction-free submission of an active firm without an organisation. */
export const UNORGANISED: Submission = {
	...without(ORGANISED, "partyOrgId", "establishedOn"),
	fullMembers: 2,
	formationMode: "none",
	noOrgReason: "members_lt_3",
};

/** A copy without some optional fields. */
export function without(submission: Submission, ...fields: readonly (keyof Submission)[]): Submission {
	return Object.fromEntries(
		Object.entries(submission).filter(([key]) => !fields.includes(key as keyof Submission)),
	) as unknown as Submission;
}
