/**
 * The contract between the assistant and the shells that carry it
 * (Telegram, terminal, web page). All values are plain JSON.
 */
import type { Citation } from "../content/common.ts";
import type { Intent, OutcomeCode } from "../content/vocabulary.ts";
import type { AskableSlot, Profile, Slot } from "../formation/profile.ts";
import type { SurveyDraft, SurveyEffect } from "../survey/dialogue-types.ts";

/** What a person sent. */
export type Message =
	| { readonly kind: "text"; readonly text: string }
	/**
	 * A pressed button; `value` is the `Choice.value` it carried (≤ 64 bytes).
	 * Where several were ticked (`Reply.multiple`), their values joined with `,`; none ticked gives an empty string.
	 */
	| { readonly kind: "choice"; readonly value: string }
	| { readonly kind: "command"; readonly name: CommandName; readonly argument: string }
	/** Something that is not text: refused with an explanation, never stored. */
	| {
			readonly kind: "attachment";
			readonly what: "photo" | "file" | "voice" | "location" | "contact" | "other";
	  };

export const COMMANDS = [
	"start",
	"ask",
	"survey",
	"cases",
	"training",
	"help",
	"privacy",
	"withdraw",
	"cancel",
	"back",
] as const;
export type CommandName = (typeof COMMANDS)[number];

/** State of one conversation. A shell stores it as it is and hands it back. */
export interface Conversation {
	readonly version: 1;
	/** What is known about the organisation, slot by slot. */
	readonly profile: Partial<Profile>;
	/** Slots the person stated exactly, against those read from vague wording. */
	readonly approximate: readonly Slot[];
	/** The question that is open, so that a bare "3" can be understood. */
	readonly pending: AskableSlot | null;
	/** Slot a person wants to change: the next bare number or choice is its value. */
	readonly editing: Slot | null;
	/** Whether the split into full and probationary members was stated, so that no assumption is printed. */
	readonly splitStated: boolean;
	/** `support` is asked once in a conversation. */
	readonly supportAsked: boolean;
	/** Topic of the last answer, for follow-ups such as 多久能批. */
	readonly topic: string | null;
	readonly intent: Intent | null;
	/** Counts answers, so that a stale button can be recognised. */
	readonly turn: number;
	/** The survey that is under way, if any. */
	readonly draft: SurveyDraft | null;
}

/** A button or a suggested answer. */
export interface Choice {
	readonly label: string;
	/** Opaque, ≤ 64 bytes in UTF-8. */
	readonly value: string;
}

export interface Link {
	readonly label: string;
	/** Site-relative path with anchor, or an absolute address. */
	readonly url: string;
}

/** One understood fact, shown as a chip that can be changed. */
export interface Fact {
	readonly slot: Slot;
	readonly label: string;
	readonly value: string;
	/** Not stated by the person: printed with （假定）. */
	readonly assumed: boolean;
	/** `Choice.value` that opens the question for changing it. */
	readonly edit: string;
}

/** A source as printed: title and article, date, link to the guide's anchor. */
export interface SourceLine {
	readonly citation: Citation;
	/** E.g. `《中国共产党支部工作条例（试行）》第四条`. */
	readonly label: string;
	/** E.g. `中发〔2018〕38号` or `2022年修正`. */
	readonly dated: string;
	readonly url: string;
	/** The article number should be checked against the official text. */
	readonly check: boolean;
}

/** Parts of an answer, in the order they are printed. */
export type Section =
	| { readonly kind: "facts"; readonly facts: readonly Fact[]; readonly assumptions: readonly string[] }
	| {
			readonly kind: "why";
			readonly paragraphs: readonly string[];
			readonly sources: readonly SourceLine[];
			readonly asOf: string;
			readonly row: string | null;
	  }
	| {
			readonly kind: "steps";
			readonly steps: readonly {
				readonly title: string;
				readonly detail: string | null;
				readonly limit: string | null;
			}[];
			readonly more: Link | null;
	  }
	| {
			readonly kind: "materials";
			readonly materials: readonly {
				readonly name: string;
				readonly by: string;
				readonly note: string | null;
			}[];
			readonly documents: readonly Link[];
	  }
	| {
			readonly kind: "changes";
			readonly changes: readonly {
				readonly when: string;
				readonly then: string;
				readonly url: string | null;
			}[];
	  }
	| {
			readonly kind: "cases";
			readonly cases: readonly {
				readonly title: string;
				readonly summary: string;
				readonly tags: readonly string[];
				readonly url: string;
			}[];
	  }
	| { readonly kind: "links"; readonly title: string; readonly links: readonly Link[] }
	| { readonly kind: "text"; readonly title: string | null; readonly paragraphs: readonly string[] }
	/** Who decides, where to ask; always last. */
	| { readonly kind: "contact"; readonly text: string; readonly links: readonly Link[] };

/** One answer. `text` is the whole answer as plain text, complete by itself. */
export interface Reply {
	readonly intent: Intent;
	readonly outcome: OutcomeCode | null;
	readonly ask: AskableSlot | null;
	readonly topic: string | null;
	readonly profile: Partial<Profile>;
	/** Conclusion, question or first sentence. */
	readonly headline: string;
	readonly sections: readonly Section[];
	/** Buttons under the answer. `multiple` lets several be ticked before 完成. */
	readonly choices: readonly Choice[];
	readonly multiple: boolean;
	/** Suggested follow-up questions, sent as text. */
	readonly suggestions: readonly string[];
	readonly sources: readonly SourceLine[];
	/** Page that explains the answer, site-relative. */
	readonly url: string | null;
	readonly text: string;
}

/** What the deterministic reader made of a text. */
export interface Understanding {
	readonly intent: Intent;
	/** Topic id for everything but formation, else null. */
	readonly topic: string | null;
	/** Slots stated in this text only. */
	readonly slots: Partial<Profile>;
	/** Slots read from vague wording (十来个): decide by them, but do not print them as exact. */
	readonly approximate: readonly Slot[];
	/** The text spoke of members but the split is unknown (我们有党员但不清楚). */
	readonly mentionsMembers: boolean;
	/** 0–1, how well the topic fits; below the threshold the reader says so honestly. */
	readonly confidence: number;
	/** Term id of the glossary when its meaning is asked for. */
	readonly term?: string;
}

/** Effects a shell carries out in order, before the replies are sent. */
export type Effect = SurveyEffect;

/** Facts from outside that the pure function needs. */
export interface Surroundings {
	/** ISO instant. */
	readonly now: string;
	readonly channel: "telegram" | "web" | "terminal" | "import";
	/** Keyed hash of the sender, 64 lower-case hex; never an id. */
	readonly submitterRef: string;
	/** ULID for a new submission; stable per chat and survey instance so that redelivery does not double. */
	readonly newSubmissionId: string;
	/** Last verified revision by the same sender, for prefill. */
	readonly previous: import("../survey/submission.ts").Submission | null;
	/** What the ledger knows of the organisation a survey draft is about; absent where there is no ledger. */
	readonly ledger?: LedgerFacts | null | undefined;
}

/** Facts for the remarks W4 and W5. Counts only, nothing of another sender's answers is shown. */
export interface LedgerFacts {
	readonly orgCode: string;
	/** Last quarter's revision of the organisation. */
	readonly lastQuarter: import("../survey/submission.ts").Submission | null;
	readonly partyOrgId: string | null;
	/** Other units that name the same Party organisation this quarter. */
	readonly otherUnits: number;
}

export interface Turn {
	readonly replies: readonly Reply[];
	readonly conversation: Conversation;
	readonly effects: readonly Effect[];
}
