import type { Prefill, SurveyDraft } from "../dialogue-types.ts";
import type { Submission } from "../submission.ts";
import { QUESTIONS } from "./questions.ts";

/** Taken over without asking again once the code is kept; shown on the review page. */
export const IDENTITY_FIELDS = ["orgName", "orgKind", "streetCode"] as const;
/** Never offered from last time: they are about this quarter. */
const OF_THIS_TIME: ReadonlySet<string> = new Set(["quarter", "surveyedOn", "developedThisYear"]);

/** Answers of the sender's last verified revision, by question. */
export function prefillFrom(previous: Submission | null): Prefill | undefined {
	if (previous === null) return undefined;
	const flat: Record<string, unknown> = {
		...previous,
		measure: previous.measure?.text,
		measureOwnerPost: previous.measure?.ownerPost,
		measureDue: previous.measure?.due,
	};
	const prefill: Record<string, string | number | boolean> = {};
	for (const { field } of QUESTIONS) {
		const value = flat[field];
		if (OF_THIS_TIME.has(field)) continue;
		if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
			prefill[field] = value;
	}
	return prefill;
}

/** After the code is known: the same unit keeps its identity, another unit has nothing in common with it. */
export function applyPrefill(draft: SurveyDraft): SurveyDraft {
	const { prefill, ...rest } = draft;
	if (prefill === undefined) return draft;
	if (draft.answers.orgCode !== prefill.orgCode) return rest;
	const answers: Record<string, string | number | boolean | null> = { ...draft.answers };
	for (const field of IDENTITY_FIELDS) {
		const value = prefill[field];
		if (answers[field] === undefined && value !== undefined) answers[field] = value;
	}
	return { ...draft, answers };
}
