import { creditCodeCheckCharacter } from "../../../core/survey/credit-code.ts";
import type { Submission } from "../../../core/survey/submission.ts";

/** A submission of the n-th organisation that breaks no rule. */
export function sample(n: number): Submission {
	const body = `91990101MA${String(n).padStart(7, "0")}`;
	return {
		submissionId: "01K00000000000000000000001",
		revision: 1,
		channel: "web",
		submitterRef: "a".repeat(64),
		submittedAt: "2026-09-18T08:00:00.000Z",
		state: "submitted",
		quarter: "2026-Q3",
		orgCode: `${body}${creditCodeCheckCharacter(body)}`,
		orgName: `示例单位${n}`,
		orgKind: "enterprise",
		streetCode: "yunxi",
		operatingStatus: "active",
		employees: 40,
		fullMembers: 2,
		probationaryMembers: 1,
		hasUnion: true,
		hasYouthLeague: false,
		instructorAssigned: true,
		formationMode: "none",
		noOrgReason: "members_lt_3",
		surveyMethod: "visit",
		surveyedOn: "2026-09-17",
		consentVersion: "2026-11",
	};
}
