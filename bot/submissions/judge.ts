import type { Knowledge } from "../../core/content/knowledge.ts";
import { type CheckResult, checkSubmission } from "../../core/survey/check.ts";
import { parseSubmission } from "../../core/survey/schema.ts";
import type { SubmissionStore } from "../stores/submissions/store.ts";

/** Judges a submission with all the ledger knows: streets, last quarter (W4), units of the same organisation (W5). */
export async function judgeWithLedger(
	input: unknown,
	{ district }: Pick<Knowledge, "district">,
	store: SubmissionStore,
): Promise<CheckResult> {
	const streets = new Set(district.streets.map((street) => street.code));
	const { submission } = parseSubmission(input);
	if (submission === null) return checkSubmission(input, { streets });
	const joint = submission.formationMode.startsWith("joint_");
	return checkSubmission(input, {
		streets,
		previous: await store.lastQuarterOf(submission),
		otherUnitsOfOrganisation:
			joint && submission.partyOrgId !== undefined
				? await store.otherUnits(submission, submission.partyOrgId)
				: 0,
	});
}
