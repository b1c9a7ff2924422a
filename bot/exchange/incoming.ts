import type { ReplyFunction } from "../../core/assistant/assistant.ts";
import type { Message, Reply, Section } from "../../core/assistant/types.ts";
import type { Knowledge } from "../../core/content/knowledge.ts";
import type { Log } from "../log.ts";
import type { ConversationStore } from "../stores/conversations.ts";
import type { FileOffer, Press } from "./buttons.ts";
import type { LanguageAssistant, SubmissionDesk } from "./ports.ts";

/** One thing a person did, as a shell hands it over. */
export interface Incoming {
	/** Keyed reference of the conversation and of its sender. */
	readonly ref: string;
	/** The chat, for the opt-in contact store; never stored in the conversation. */
	readonly chat: string;
	readonly channel: "telegram" | "terminal";
	/** Number of the event, growing within a conversation, so that a redelivered one is recognised; `null` where nothing is ever redelivered. */
	readonly event: number | null;
	/** When it arrived; the same again when redelivered. */
	readonly at: Date;
	/** In a group nothing is collected. */
	readonly group: boolean;
	readonly input: Message | { readonly kind: "press"; readonly press: Press };
}

/** What the shell is to show. */
export type Outgoing =
	| {
			readonly kind: "answer";
			readonly replies: readonly Reply[];
			readonly sequence: number;
			/** The reply asks to confirm what the language model read. */
			readonly confirms: boolean;
			/** The open question takes a number, so that a typed number is an answer and not a choice. */
			readonly takesNumber: boolean;
	  }
	| { readonly kind: "stale" }
	| {
			readonly kind: "section";
			readonly section: Section;
			readonly reply: Reply;
			readonly position: number;
			readonly sequence: number;
	  }
	| { readonly kind: "file"; readonly file: FileOffer }
	| {
			readonly kind: "ticks";
			readonly reply: Reply;
			readonly position: number;
			readonly sequence: number;
			readonly ticked: readonly number[];
	  }
	/** A survey or withdrawal was asked for in a group. */
	| { readonly kind: "private-only" };

/** What an exchange works with. */
export interface ExchangeOptions {
	readonly reply: ReplyFunction;
	/** Whether the deterministic reader could make nothing of a text. */
	readonly isUnclear: (text: string) => boolean;
	readonly knowledge: Knowledge;
	readonly conversations: ConversationStore;
	readonly submissions: SubmissionDesk;
	readonly refKey: Uint8Array;
	readonly language: LanguageAssistant | null;
	/** Address of the survey's web form, named where collection through chat is off. */
	readonly surveyUrl: string;
	readonly log: Log;
}

/** Carries one event through the assistant, its effects and the conversation store, in that order. */
export type Exchange = (incoming: Incoming) => Promise<Outgoing>;

/** An incoming event with its number settled. */
export type Numbered = Incoming & { readonly event: number };
