import type { Submission } from "./submission.ts";

/** Answers of the sender's last verified revision, by question. */
export type Prefill = Readonly<Record<string, string | number | boolean>>;

/** A survey under way: answers so far and where we are. Plain JSON, lives 14 days. */
export interface SurveyDraft {
	readonly version: 1;
	/** ULID the submission will carry: assigned once, so that a redelivered "send" cannot double it. */
	readonly submissionId: string;
	readonly startedAt: string;
	readonly consentVersion: string | null;
	/** Field answered or skipped, in the order of asking. */
	readonly answers: Readonly<Record<string, string | number | boolean | null>>;
	/**
	 * Field that is asked now, or a stage: `consent`, `review`, `sent` (only the number is kept,
	 * for `/withdraw`), `withdraw` (to be confirmed).
	 */
	readonly at: string;
	/** Field being edited from the review page, to return there. */
	readonly editing: boolean;
	/** Revision this one replaces, when the row was prefilled. */
	readonly baseRevision: number | null;
	/** Answers of the sender's last verified revision, offered question by question. */
	readonly prefill?: Prefill | undefined;
	/** Asked to be withdrawn; waits for confirmation. */
	readonly withdrawing?: string | undefined;
	/** Where the survey was when /withdraw came in between. */
	readonly resumeAt?: string | undefined;
}

/** What the shell must do. A submission is acknowledged only after it is durable. */
export type SurveyEffect =
	| { readonly kind: "submit"; readonly submission: Submission }
	| { readonly kind: "withdraw"; readonly submissionId: string }
	/** The sender asks for or ends reminders. */
	| { readonly kind: "reminders"; readonly on: boolean };
