import type { SurveyDraft } from "../../core/survey/dialogue-types.ts";
import { type FormSection, questionsOf } from "./sections.ts";

/** The part of the form that answers of last time are brought into. */
interface Prefilled {
	readonly draft: SurveyDraft;
	keep(change: Partial<SurveyDraft>): void;
}

/**
 * Puts verified answers of last time into the open questions of a page, where the person sees and
 * checks them; pages that were not shown yet stay open. An answer may call for further questions.
 */
export function bringIn(form: Prefilled, section: FormSection): void {
	for (;;) {
		const { answers, prefill } = form.draft;
		const known = questionsOf(section, answers).flatMap(({ field }) => {
			const value = prefill?.[field];
			return answers[field] === undefined && value !== undefined ? [[field, value] as const] : [];
		});
		if (known.length === 0) return;
		form.keep({ answers: { ...answers, ...Object.fromEntries(known) } });
	}
}

/** Another unit has nothing in common with last time: what was brought in is taken back. @returns whether it was. */
export function dropPrefill(form: Prefilled): boolean {
	const { prefill, ...draft } = form.draft;
	if (prefill === undefined || draft.answers["orgCode"] === prefill["orgCode"]) return false;
	const own = Object.entries(draft.answers).filter(([field, value]) => value !== prefill[field]);
	form.keep({ answers: Object.fromEntries(own), prefill: undefined });
	return true;
}
