import type { LedgerFacts, Message, Reply } from "../../core/assistant/types.ts";
import type { SurveyDraft } from "../../core/survey/dialogue-types.ts";
import type { Submission } from "../../core/survey/submission.ts";

/** What became of a submission: `refused` when it was withdrawn or its id is used; a disk that fails is thrown. */
export type SubmitResult = "stored" | "conflict" | "refused";

/** Where submissions go. The durable stores implement it. */
export interface SubmissionDesk {
	/** Last verified revision of the sender, for prefill. */
	previous(ref: string): Promise<Submission | null>;
	/** What the ledger knows of the organisation a draft is about, for remarks on jumps and on joint organisations. */
	facts?(draft: SurveyDraft): Promise<LedgerFacts | null>;
	/** Stores durably; the same submission again is accepted again. @throws when it could not be stored. */
	submit(submission: Submission): Promise<SubmitResult>;
	/** Withdraws a submission; refused when it is not the sender's own. @throws when it could not be stored. */
	withdraw(submissionId: string, ref: string): Promise<"withdrawn" | "refused">;
	/** Opt-in to or out of reminders; `chat` is kept encrypted. */
	reminders(ref: string, chat: string, on: boolean): Promise<void>;
}

/** What the language model may add. Both answer `null` whenever anything is doubtful or late. */
export interface LanguageAssistant {
	/** Reads what the deterministic reader could not: a text the reader understands, and how to show it for confirmation. */
	read(text: string): Promise<{ readonly message: Message; readonly shown: string } | null>;
	/** Plain words around a reply that is already decided. */
	phrase(question: string, reply: Reply): Promise<readonly string[] | null>;
}
