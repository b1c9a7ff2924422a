import type { ReplyFunction } from "../../core/assistant/assistant.ts";
import { NEW_CONVERSATION } from "../../core/assistant/conversation.ts";
import type {
	Conversation,
	Effect,
	Message,
	Reply,
	Section,
	Surroundings,
	Turn,
} from "../../core/assistant/types.ts";
import type { Knowledge } from "../../core/content/knowledge.ts";
import type { Slot } from "../../core/formation/profile.ts";
import { isUnderWay } from "../../core/survey/dialogue/step.ts";
import { COUNT_FIELDS } from "../../core/survey/fields.ts";
import { errorCode, type Log } from "../log.ts";
import { submissionIdFor } from "../reference.ts";
import { type ConversationRecord, type ConversationStore, EMPTY_RECORD } from "../stores/conversations.ts";
import { type FileOffer, filesOf, fill, type Press } from "./buttons.ts";
import type { LanguageAssistant, SubmissionDesk } from "./ports.ts";
import { textReply } from "./text-reply.ts";

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

/** Telegram keeps updates for a day; only within this time can a lower number mean "again". Afterwards numbering may restart. */
const REDELIVERY_MS = 2 * 86_400_000;

/** Carries one event through the assistant, its effects and the conversation store, in that order. */
export type Exchange = (incoming: Incoming) => Promise<Outgoing>;

/** An incoming event with its number settled. */
type Numbered = Incoming & { readonly event: number };

/** Makes the exchange that Telegram and terminal share. */
export function createExchange(options: ExchangeOptions): Exchange {
	const { conversations, knowledge } = options;
	return async (given) => {
		const record = (await conversations.load(given.ref)) ?? EMPTY_RECORD;
		const incoming: Numbered = { ...given, event: given.event ?? (record.last?.event ?? 0) + 1 };
		if (isRepeated(record, incoming)) {
			return {
				kind: "answer",
				replies: record.replies,
				sequence: record.sequence,
				confirms: record.proposal !== null,
				takesNumber: takesNumber(record.conversation),
			};
		}
		const { input } = incoming;
		if (input.kind !== "press") return answer(options, incoming, record, input);
		const { press } = input;
		const reply = press.sequence === record.sequence ? record.replies[press.reply] : undefined;
		if (reply === undefined) return { kind: "stale" };
		switch (press.kind) {
			case "choice": {
				const choice = reply.choices[press.index];
				if (choice === undefined) return { kind: "stale" };
				return answer(options, incoming, record, { kind: "choice", value: choice.value });
			}
			case "suggestion": {
				const text = reply.suggestions[press.index];
				if (text === undefined) return { kind: "stale" };
				return answer(options, incoming, record, { kind: "text", text });
			}
			case "expand": {
				const section = reply.sections[press.index];
				return section === undefined
					? { kind: "stale" }
					: { kind: "section", section, reply, position: press.reply, sequence: record.sequence };
			}
			case "file": {
				const file = filesOf(reply, knowledge.documents)[press.index];
				return file === undefined ? { kind: "stale" } : { kind: "file", file };
			}
			case "tick": {
				if (!reply.multiple || reply.choices[press.index] === undefined) return { kind: "stale" };
				const ticked = toggle(record.ticked, press.index);
				await conversations.save(incoming.ref, { ...record, ticked, last: eventOf(incoming) });
				return { kind: "ticks", reply, position: press.reply, sequence: record.sequence, ticked };
			}
			case "done": {
				if (!reply.multiple) return { kind: "stale" };
				const value = reply.choices
					.filter((_, index) => record.ticked.includes(index))
					.map((choice) => choice.value)
					.join(",");
				return answer(options, incoming, record, { kind: "choice", value });
			}
			case "confirm":
				return record.proposal === null
					? { kind: "stale" }
					: answer(options, incoming, record, record.proposal);
			case "reject": {
				if (record.proposal === null) return { kind: "stale" };
				const sentence = knowledge.bot.sentences.readingRejected;
				return remember(options, incoming, record, { replies: [textReply(sentence)], proposal: null });
			}
		}
	};
}

const eventOf = (incoming: Numbered) => ({ event: incoming.event, at: incoming.at.toISOString() });

function isRepeated(record: ConversationRecord, incoming: Numbered): boolean {
	if (record.last === null || incoming.event > record.last.event) return false;
	return incoming.at.getTime() - Date.parse(record.last.at) < REDELIVERY_MS;
}

function toggle(ticked: readonly number[], index: number): readonly number[] {
	return ticked.includes(index) ? ticked.filter((one) => one !== index) : [...ticked, index];
}

/** The assistant's turn: effects first, then the conversation, and only then is the answer handed out. */
async function answer(
	options: ExchangeOptions,
	incoming: Numbered,
	record: ConversationRecord,
	message: Message,
): Promise<Outgoing> {
	const { knowledge, log, submissions } = options;
	if (
		incoming.group &&
		message.kind === "command" &&
		(message.name === "survey" || message.name === "withdraw")
	) {
		return { kind: "private-only" };
	}
	const draft = record.conversation?.draft ?? null;
	const surroundings: Surroundings = {
		now: incoming.at.toISOString(),
		channel: incoming.channel,
		submitterRef: incoming.ref,
		newSubmissionId: submissionIdFor(
			options.refKey,
			incoming.ref,
			String(incoming.event),
			incoming.at.getTime(),
		),
		// Looked up only where a survey may begin or end: never for an ordinary question.
		previous: incoming.group || message.kind === "text" ? null : await submissions.previous(incoming.ref),
		ledger: draft === null || incoming.group ? null : ((await submissions.facts?.(draft)) ?? null),
	};
	const turn = options.reply(message, record.conversation ?? NEW_CONVERSATION, knowledge, surroundings);
	if (incoming.group && (isUnderWay(turn.conversation.draft) || turn.effects.length > 0))
		return { kind: "private-only" };
	if (isUnderWay(turn.conversation.draft) && !collects(knowledge, incoming)) {
		const url = options.surveyUrl;
		return remember(options, incoming, record, {
			replies: [textReply(fill(knowledge.bot.problems.surveyOffHere, { url }))],
			proposal: null,
		});
	}
	log({
		event: "answer",
		ref: incoming.ref.slice(0, 12),
		intent: turn.replies[0]?.intent ?? "out-of-scope",
		outcome: turn.replies[0]?.outcome ?? null,
	});
	const notice = await carryOut(options, incoming, turn.effects);
	if (notice === "not-saved") {
		// The answers stay as they were before 提交, so that it can be pressed again.
		const again = record.replies.at(-1);
		const sentence = textReply(knowledge.bot.problems.notSaved);
		return remember(options, incoming, record, {
			replies: again === undefined ? [sentence] : [sentence, again],
			proposal: null,
		});
	}
	if (notice === "refused" || notice === "not-yours") {
		const { refusedReuse = "", withdrawRefused = "" } = knowledge.survey.sentences;
		return remember(options, incoming, record, {
			conversation: turn.conversation,
			replies: [textReply(notice === "refused" ? refusedReuse : withdrawRefused)],
			proposal: null,
		});
	}
	const conflict = notice === "conflict" ? [textReply(knowledge.bot.problems.conflict)] : [];
	const helped = turn.effects.length > 0 ? null : await help(options, message, turn);
	return remember(options, incoming, record, {
		conversation: turn.conversation,
		replies: [
			...conflict,
			...(helped?.replies ?? turn.replies.map((reply) => withPrivacy(options, incoming, message, reply))),
		],
		proposal: helped?.proposal ?? null,
	});
}

/** A district may switch off collection through Telegram; advice stays. */
function collects(knowledge: Knowledge, incoming: Incoming): boolean {
	return incoming.channel !== "telegram" || knowledge.district.collection.telegram;
}

/** Stores what must be stored before anything is acknowledged. */
async function carryOut(
	{ submissions, log }: ExchangeOptions,
	incoming: Incoming,
	effects: readonly Effect[],
): Promise<"done" | "conflict" | "refused" | "not-yours" | "not-saved"> {
	let result: "done" | "conflict" | "refused" | "not-yours" = "done";
	for (const effect of effects) {
		try {
			switch (effect.kind) {
				case "submit": {
					const stored = await submissions.submit(effect.submission);
					if (stored !== "stored") result = stored;
					log({ event: "survey.submitted", submissionId: effect.submission.submissionId, code: result });
					break;
				}
				case "withdraw":
					if ((await submissions.withdraw(effect.submissionId, incoming.ref)) === "refused")
						result = "not-yours";
					log({ event: "survey.withdrawn", submissionId: effect.submissionId });
					break;
				case "reminders":
					await submissions.reminders(incoming.ref, incoming.chat, effect.on);
					break;
			}
		} catch (error) {
			log({ event: "survey.not-saved", level: "error", code: errorCode(error) });
			return "not-saved";
		}
	}
	return result;
}

/** Lets the language model help, never with a survey. */
async function help(
	{ language, knowledge, isUnclear }: ExchangeOptions,
	message: Message,
	turn: Turn,
): Promise<{ replies: readonly Reply[]; proposal: Message | null } | null> {
	const [first, ...others] = turn.replies;
	if (
		language === null ||
		message.kind !== "text" ||
		first === undefined ||
		isUnderWay(turn.conversation.draft)
	)
		return null;
	if (first.intent === "survey") return null;
	if (first.intent === "out-of-scope" && isUnclear(message.text)) {
		const read = await language.read(message.text);
		if (read === null) return null;
		const shown = fill(knowledge.bot.sentences.readingShown, { reading: read.shown });
		return { replies: [textReply(shown)], proposal: read.message };
	}
	if (first.ask !== null || first.intent === "out-of-scope") return null;
	const paragraphs = await language.phrase(message.text, first);
	if (paragraphs === null) return null;
	const section: Section = { kind: "text", title: knowledge.bot.labels.plainWords, paragraphs };
	return { replies: [{ ...first, sections: [section, ...first.sections] }, ...others], proposal: null };
}

/** `/privacy` also says what this channel and the language model mean for a message. */
function withPrivacy(
	{ knowledge, language }: ExchangeOptions,
	{ channel }: Incoming,
	message: Message,
	reply: Reply,
): Reply {
	if (message.kind !== "command" || message.name !== "privacy") return reply;
	const { privacyTelegram, privacyModel } = knowledge.bot.sentences;
	const paragraphs = [
		...(channel === "telegram" ? [privacyTelegram] : []),
		...(language === null ? [] : [privacyModel]),
	];
	const section: Section = { kind: "text", title: null, paragraphs };
	return {
		...reply,
		sections: [...reply.sections, section],
		text: [reply.text, ...paragraphs].join("\n"),
	};
}

/** Stores the conversation and hands out the answer. */
async function remember(
	{ conversations }: ExchangeOptions,
	incoming: Numbered,
	record: ConversationRecord,
	change: Partial<ConversationRecord> & Pick<ConversationRecord, "replies" | "proposal">,
): Promise<Outgoing> {
	const next: ConversationRecord = {
		...record,
		...change,
		sequence: record.sequence + 1,
		last: eventOf(incoming),
		ticked: [],
	};
	await conversations.save(incoming.ref, next);
	return {
		kind: "answer",
		replies: next.replies,
		sequence: next.sequence,
		confirms: next.proposal !== null,
		takesNumber: takesNumber(next.conversation),
	};
}

/** Whether a bare number would be an answer: a count that is asked for, or a line of the survey's review page. */
function takesNumber(conversation: Conversation | null): boolean {
	if (conversation === null) return false;
	const { draft, editing, pending } = conversation;
	if (isUnderWay(draft)) {
		return draft.at === "review" || (COUNT_FIELDS as readonly string[]).includes(draft.at);
	}
	const slot = editing ?? pending;
	return slot !== null && NUMERIC.has(slot);
}

const NUMERIC: ReadonlySet<Slot> = new Set<Slot>([
	"fullMembers",
	"probationary",
	"relationElsewhere",
	"durationMonths",
	"jointFull",
]);
