import type { Knowledge } from "../content/knowledge.ts";
import type { AskableSlot, Slot } from "../formation/profile.ts";
import { belongsToSurvey } from "../survey/belongs.ts";
import { command } from "./commands.ts";
import { forgetFacts } from "./conversation.ts";
import { courtesy, isUnsure, startsOver } from "./follow-up/context.ts";
import { type Answered, decideConversation, formationAnswer, slotChoices } from "./formation-answer.ts";
import { makeReply } from "./make-reply.ts";
import { mergeFacts, tellsAfresh } from "./merge.ts";
import { describeChange, pressed, setFact } from "./pressed.ts";
import { notUnderstood, topicAnswer } from "./topic-answer.ts";
import type { Conversation, Message, Surroundings, Turn, Understanding } from "./types.ts";
import { ELSEWHERE } from "./understand/asking.ts";
import type { ReadingContext } from "./understand/understand.ts";
import { sentence } from "./wording.ts";

/** The parts that read: free text, and the survey's dialogue. */
export interface Readers {
	understand(text: string, knowledge: Knowledge, context: ReadingContext): Understanding;
	surveyTurn(
		message: Message,
		conversation: Conversation,
		knowledge: Knowledge,
		surroundings: Surroundings,
	): Turn;
}

/** One message, one turn. Pure: the same arguments give the same turn. */
export type ReplyFunction = (
	message: Message,
	conversation: Conversation,
	knowledge: Knowledge,
	surroundings: Surroundings,
) => Turn;

/** Longer texts are not judged, because what decides may stand anywhere in them. */
export const LONGEST_TEXT = 2000;
/** Topic of what does not belong here, or was not understood when its confidence is low. */
const OFF_TOPIC = "off-topic";
/** An answer to an open question that is this short was meant as one. */
const SHORT_ANSWER = 6;
/** Below this confidence the nearest topic is offered as a guess. */
const SURE = 0.5;

/** Builds the assistant from its readers. */
export function createAssistant(readers: Readers): ReplyFunction {
	return (message, conversation, knowledge, surroundings) => {
		if (belongsToSurvey(message, conversation)) {
			return readers.surveyTurn(message, conversation, knowledge, surroundings);
		}
		const turn = (answered: Answered): Turn => ({
			replies: [answered.reply],
			conversation: answered.conversation,
			effects: [],
		});
		switch (message.kind) {
			case "text":
				return turn(answerText(readers, message.text, conversation, knowledge, surroundings));
			case "choice":
				return turn(pressed(knowledge, conversation, surroundings, message.value));
			case "attachment":
				return turn(say(knowledge, conversation, "attachment"));
			case "command": {
				const { name, argument } = message;
				if (name === "survey" || name === "withdraw") {
					return readers.surveyTurn(message, conversation, knowledge, surroundings);
				}
				// `/ask 我们有3名党员` forgets what was said before and answers at once.
				if (name === "ask" && argument.trim() !== "") {
					return turn(answerText(readers, argument, forgetFacts(conversation), knowledge, surroundings));
				}
				return turn(command(knowledge, conversation, surroundings, name, argument));
			}
		}
	};
}

function answerText(
	readers: Readers,
	raw: string,
	conversation: Conversation,
	knowledge: Knowledge,
	surroundings: Surroundings,
): Answered {
	const text = raw.trim();
	if (!/[\p{L}\p{N}]/u.test(text)) return say(knowledge, conversation, "empty");
	if (text.length > LONGEST_TEXT) return say(knowledge, conversation, "tooLong", { n: LONGEST_TEXT });
	const polite = courtesy(text);
	if (polite) return say(knowledge, conversation, polite);
	if (startsOver(text)) return command(knowledge, conversation, surroundings, "ask", "");
	const { editing, pending, topic, profile } = conversation;
	if (editing !== null && editing !== pending) {
		const number = bareNumber(text);
		const set = number === null ? null : setFact(knowledge, conversation, surroundings, editing, [number]);
		if (set) return set;
	}
	const open = pending ?? (isAskable(editing) ? editing : null);
	const understanding = readers.understand(text, knowledge, { pending: open, topic, profile });
	if (open !== null && understanding.topic === OFF_TOPIC && !ELSEWHERE.test(text)) {
		// 不知道 to the question of support: decided as if nobody could be found.
		if (isUnsure(text) && open === "support") return formationAnswer(knowledge, conversation, surroundings);
		if (isUnsure(text) || understanding.confidence < SURE || text.length <= SHORT_ANSWER) {
			return askAgain(knowledge, conversation, open, isUnsure(text));
		}
	}
	return answerUnderstanding(understanding, text, conversation, knowledge, surroundings);
}

/**
 * Answers what a reader made of a text: merges facts, lets the table decide, or
 * turns to the guide of the topic. Also used for the reading of a language model
 * after the person has confirmed it.
 */
export function answerUnderstanding(
	understanding: Understanding,
	text: string,
	conversation: Conversation,
	knowledge: Knowledge,
	surroundings: Surroundings,
): Answered {
	const { intent, topic, slots } = understanding;
	if (topic === OFF_TOPIC && understanding.confidence < SURE) return notUnderstood(knowledge, conversation);
	if (topic !== null && knowledge.wording.refusals[topic]) return refusal(knowledge, conversation, topic);
	// 挂靠是什么意思 asks about a form, not for a decision: the guide answers.
	const aboutForm = topic !== null && Object.values(slots).every((value) => value === null);
	if (intent === "formation" && !aboutForm) {
		const base = tellsAfresh(text, slots, conversation) ? forgetFacts(conversation) : conversation;
		const merged = mergeFacts(base, {
			slots,
			approximate: understanding.approximate,
			splitStated: /正式|预备|預備|转正|轉正/.test(text),
		});
		return formationAnswer(knowledge, merged, surroundings, correction(knowledge, base, merged));
	}
	if (topic === null) return notUnderstood(knowledge, conversation);
	return topicAnswer(knowledge, conversation, surroundings, {
		topic,
		intent,
		unsure: understanding.confidence < SURE,
		...(understanding.term === undefined ? {} : { term: understanding.term }),
	});
}

/** What a message changed after a conclusion had been reached, in words; `null` when nothing known was changed. */
function correction(knowledge: Knowledge, before: Conversation, after: Conversation): string | null {
	// An answer to an open question is no correction.
	if (before.pending !== null) return null;
	if (before.intent === null || decideConversation(knowledge, before).decision.outcome === "ask") {
		return null;
	}
	const changed = (Object.keys(after.profile) as Slot[]).filter(
		(slot) => String(before.profile[slot] ?? "") !== String(after.profile[slot] ?? ""),
	);
	if (changed.length === 0) return null;
	return changed.map((slot) => describeChange(knowledge, slot, after)).join("，");
}

function refusal(knowledge: Knowledge, conversation: Conversation, topic: string): Answered {
	const { text = "", instead } = knowledge.wording.refusals[topic] ?? {};
	const reply = makeReply(knowledge, {
		intent: "out-of-scope",
		topic,
		profile: conversation.profile,
		headline: text,
		sections: instead ? [{ kind: "text", title: null, paragraphs: [instead] }] : [],
	});
	return { reply, conversation: { ...conversation, turn: conversation.turn + 1 } };
}

function say(
	knowledge: Knowledge,
	conversation: Conversation,
	key: string,
	values: Readonly<Record<string, string | number>> = {},
): Answered {
	const reply = makeReply(knowledge, {
		topic: OFF_TOPIC,
		profile: conversation.profile,
		headline: sentence(knowledge, key, values),
	});
	return { reply, conversation };
}

/** Asks the open question again: with help for who does not know, else saying that the answer was not read. */
function askAgain(
	knowledge: Knowledge,
	conversation: Conversation,
	open: AskableSlot,
	unsure: boolean,
): Answered {
	const question = knowledge.wording.questions[open];
	const next = { ...conversation, turn: conversation.turn + 1 };
	const reply = makeReply(knowledge, {
		intent: "formation",
		ask: open,
		profile: conversation.profile,
		headline: sentence(knowledge, unsure ? `unsure-${open}` : "askedAgain", { prompt: question.prompt }),
		choices: slotChoices(open, question.choices, next.turn),
		multiple: open === "support",
	});
	return { reply, conversation: next };
}

function isAskable(slot: Slot | null): slot is AskableSlot {
	return slot === "fullMembers" || slot === "durationMonths" || slot === "support";
}

/** A text that is nothing but a number of persons: `8`, `8名`, `没有`. */
function bareNumber(text: string): string | null {
	const digits = /^(\d{1,6})\s*(名|个|人|位|个人)?[。.]?$/.exec(text.normalize("NFKC"));
	if (digits?.[1]) return digits[1];
	return /^(没有|没|无|都没有|零)[。.]?$/.test(text) ? "0" : null;
}
