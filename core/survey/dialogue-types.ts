import type { Submission } from "./submission.ts";

/** A survey under way: answers so far and where we are. Plain JSON, lives 14 days. */
export interface SurveyDraft {
	readonly version: 1;
	/** ULID the submission will carry: assigned once, so that a redelivered "send" cannot double it. */
	readonly submissionId: string;
	readonly startedAt: string;
	readonly consentVersion: string | null;
	/** Field answered or skipped, in the order of asking. */
	readonly answers: Readonly<Record<string, string | number | boolean | null>>;
	/** Field that is asked now; `consent`, `review` and `withdraw` are stages of their own. */
	readonly at: string;
	/** Field being edited from the review page, to return there. */
	readonly editing: boolean;
	/** Revision this one replaces, when the row was prefilled. */
	readonly baseRevision: number | null;
}

/** What the shell must do. A submission is acknowledged only after it is durable. */
export type SurveyEffect =
	| { readonly kind: "submit"; readonly submission: Submission }
	| { readonly kind: "withdraw"; readonly submissionId: string }
	/** The sender asks for or ends reminders. */
	| { readonly kind: "reminders"; readonly on: boolean };
