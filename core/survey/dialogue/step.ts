import type { Reply, Surroundings } from "../../assistant/types.ts";
import type { SurveyDraft, SurveyEffect } from "../dialogue-types.ts";

/** What a step leads to: the draft after it, what to say, what the shell must do. */
export interface Step {
	readonly draft: SurveyDraft | null;
	readonly replies: readonly Reply[];
	readonly effects?: readonly SurveyEffect[];
}

/** Whether a draft is waiting for an answer (a sent one only keeps its number). */
export function isUnderWay(draft: SurveyDraft | null): draft is SurveyDraft {
	return draft !== null && draft.at !== "sent";
}

const DAY_MS = 24 * 3600 * 1000;

/** Whether a draft is older than it may be kept. */
export function isExpired(draft: SurveyDraft, draftDays: number, now: string): boolean {
	return isUnderWay(draft) && Date.parse(now) - Date.parse(draft.startedAt) > draftDays * DAY_MS;
}

/** A draft in which nothing was agreed to or answered. */
export function blankDraft({ now, newSubmissionId }: Surroundings): SurveyDraft {
	return {
		version: 1,
		submissionId: newSubmissionId,
		startedAt: now,
		consentVersion: null,
		answers: {},
		at: "consent",
		editing: false,
		baseRevision: null,
	};
}
