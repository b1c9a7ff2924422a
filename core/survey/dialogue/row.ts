import type { Surroundings } from "../../assistant/types.ts";
import type { SurveyDraft } from "../dialogue-types.ts";
import { quarterOfInstant, shanghaiDate } from "../quarter.ts";
import { judge, type RuleContext } from "../rules.ts";
import type { Submission } from "../submission.ts";
import { type Answers, applicable } from "./questions.ts";

const MEASURE_PARTS: ReadonlySet<string> = new Set(["measure", "measureOwnerPost", "measureDue"]);

/** The fields a draft has answered so far; what no longer applies is left out. */
export function rowOf(answers: Answers): Partial<Submission> {
	const row: Record<string, unknown> = {};
	const measure: Record<string, unknown> = {};
	for (const { field } of applicable(answers)) {
		const value = answers[field];
		if (value === undefined || value === null) continue;
		if (!MEASURE_PARTS.has(field)) row[field] = value;
		else if (field === "measure") measure.text = value;
		else measure[field === "measureDue" ? "due" : "ownerPost"] = value;
	}
	if (measure.text !== undefined) row.measure = measure;
	return row as Partial<Submission>;
}

/** What the ledger knows of the organisation, for W4 and W5. */
export function contextOf(row: Partial<Submission>, { ledger }: Surroundings): RuleContext {
	if (ledger === undefined || ledger === null || ledger.orgCode !== row.orgCode) return {};
	return {
		previous: ledger.lastQuarter,
		otherUnitsOfOrganisation:
			row.partyOrgId !== undefined && ledger.partyOrgId === row.partyOrgId ? ledger.otherUnits : 0,
	};
}

/** R and W codes of a draft. `relationElsewhere` above the full members counts as an error of the field. */
export function judgeDraft(
	draft: SurveyDraft,
	surroundings: Surroundings,
): { readonly errors: readonly string[]; readonly warnings: readonly string[] } {
	const row = rowOf(draft.answers);
	const { errors, warnings } = judge(row, contextOf(row, surroundings));
	const elsewhere =
		(row.relationElsewhere ?? 0) > (row.fullMembers ?? Number.POSITIVE_INFINITY)
			? ["schema:relationElsewhere"]
			: [];
	return { errors: [...elsewhere, ...errors], warnings };
}

/** The submission a complete draft stands for. */
export function submissionOf(draft: SurveyDraft, surroundings: Surroundings): Submission {
	const { now, channel, submitterRef } = surroundings;
	return {
		surveyMethod: "self_report",
		surveyedOn: shanghaiDate(now),
		quarter: quarterOfInstant(now),
		...rowOf(draft.answers),
		submissionId: draft.submissionId,
		revision: 1,
		channel,
		submitterRef,
		submittedAt: now,
		state: "submitted",
		consentVersion: draft.consentVersion ?? "",
	} as Submission;
}
