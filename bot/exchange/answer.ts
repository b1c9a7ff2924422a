import { NEW_CONVERSATION } from "../../core/assistant/conversation.ts";
import type { Message, Surroundings } from "../../core/assistant/types.ts";
import type { Knowledge } from "../../core/content/knowledge.ts";
import { isUnderWay } from "../../core/survey/dialogue/step.ts";
import { errorCode } from "../log.ts";
import { submissionIdFor } from "../reference.ts";
import type { ConversationRecord } from "../stores/conversations.ts";
import { systemCode } from "../stores/storage-error.ts";
import { fill } from "./buttons.ts";
import { carryOut } from "./effects.ts";
import { help, withPrivacy } from "./help.ts";
import type { ExchangeOptions, Incoming, Numbered, Outgoing } from "./incoming.ts";
import { remember, unsaved } from "./remember.ts";
import { textReply } from "./text-reply.ts";

/**
 * The assistant's turn: effects first, then the conversation, and only then is the answer handed out.
 * When the conversation cannot be stored and nothing was done yet, the person is told; after an effect
 * the error is thrown, so that the event comes again: effects are idempotent, and the receipt is not lost.
 */
export async function answer(
	options: ExchangeOptions,
	incoming: Numbered,
	record: ConversationRecord,
	message: Message,
): Promise<Outgoing> {
	const done = { effects: false };
	try {
		return await takeTurn(options, incoming, record, message, done);
	} catch (error) {
		if (done.effects || systemCode(error) === "") throw error;
		options.log({ event: "conversation.not-saved", level: "error", code: errorCode(error) });
		return unsaved(options, record);
	}
}

async function takeTurn(
	options: ExchangeOptions,
	incoming: Numbered,
	record: ConversationRecord,
	message: Message,
	done: { effects: boolean },
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
	done.effects = turn.effects.length > 0 && notice !== "not-saved";
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
