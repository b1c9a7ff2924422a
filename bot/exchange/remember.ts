import type { Conversation } from "../../core/assistant/types.ts";
import type { Slot } from "../../core/formation/profile.ts";
import { isUnderWay } from "../../core/survey/dialogue/step.ts";
import { COUNT_FIELDS } from "../../core/survey/fields.ts";
import type { ConversationRecord } from "../stores/conversations.ts";
import type { ExchangeOptions, Numbered, Outgoing } from "./incoming.ts";
import { textReply } from "./text-reply.ts";

/** Which event a record is about. */
export const eventOf = (incoming: Numbered) => ({ event: incoming.event, at: incoming.at.toISOString() });

/** Stores the conversation and hands out the answer. */
export async function remember(
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

/**
 * For a disk that takes nothing: the conversation stays as it was, and so do its buttons (the last answer is
 * given again in its place, the sentence after it). What was said or pressed has to be said again.
 */
export function unsaved({ knowledge }: ExchangeOptions, record: ConversationRecord): Outgoing {
	return {
		kind: "answer",
		replies: [...record.replies, textReply(knowledge.bot.problems.notSaved)],
		sequence: record.sequence,
		confirms: record.proposal !== null,
		takesNumber: takesNumber(record.conversation),
	};
}

/** Whether a bare number would be an answer: a count that is asked for, or a line of the survey's review page. */
export function takesNumber(conversation: Conversation | null): boolean {
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
