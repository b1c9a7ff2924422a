import type { Knowledge } from "../content/knowledge.ts";
import type { Slot } from "../formation/profile.ts";
import { readChoice } from "./choice-value.ts";
import { editMenu, editQuestion, typedNumber } from "./edit.ts";
import { factValue } from "./facts.ts";
import { type Answered, formationAnswer } from "./formation-answer.ts";
import { makeReply } from "./make-reply.ts";
import { mergeFacts } from "./merge.ts";
import { readSlotValue } from "./slot-value.ts";
import type { Conversation, Surroundings } from "./types.ts";
import { sentence } from "./wording.ts";

/**
 * Answers a pressed button, or several that were ticked, joined with `,`. A button
 * of an older answer changes nothing and is explained.
 */
export function pressed(
	knowledge: Knowledge,
	conversation: Conversation,
	surroundings: Surroundings,
	value: string,
): Answered {
	const explain = (key: string): Answered => ({
		reply: makeReply(knowledge, {
			intent: "formation",
			profile: conversation.profile,
			headline: sentence(knowledge, key),
		}),
		conversation,
	});
	// 完成 with nothing ticked: the open question is simply asked again.
	if (value === "" && conversation.pending !== null) {
		return formationAnswer(knowledge, { ...conversation, supportAsked: false }, surroundings);
	}
	const choices = value.split(",").map(readChoice);
	const [first] = choices;
	if (!first || choices.some((one) => one === null)) return explain("brokenButton");
	if (choices.some((one) => one?.turn !== conversation.turn)) return explain("staleButton");
	const { action } = first;
	switch (action.kind) {
		case "edit":
			return action.slot === null
				? editMenu(knowledge, conversation)
				: editQuestion(knowledge, conversation, action.slot);
		case "other":
			return typedNumber(knowledge, conversation, action.slot);
		case "set": {
			const values = choices.flatMap((one) =>
				one?.action.kind === "set" && one.action.slot === action.slot ? [one.action.value] : [],
			);
			return setFact(knowledge, conversation, surroundings, action.slot, values) ?? explain("brokenButton");
		}
	}
}

/** Takes a new value for one fact and decides again; `null` when the slot has no such value. */
export function setFact(
	knowledge: Knowledge,
	conversation: Conversation,
	surroundings: Surroundings,
	slot: Slot,
	values: readonly string[],
): Answered | null {
	const read = readSlotValue(slot, values, conversation.profile);
	if (!read) return null;
	const merged = mergeFacts(conversation, {
		slots: read.slots,
		approximate: read.approximate ? [slot] : [],
		splitStated: slot === "fullMembers",
	});
	const before = conversation.profile[slot] ?? null;
	const change = conversation.editing === slot && before !== null;
	return formationAnswer(
		knowledge,
		{ ...merged, editing: null },
		surroundings,
		change ? describeChange(knowledge, slot, merged) : null,
	);
}

/** `正式党员：3名`, for the line that says what was changed. */
export function describeChange(knowledge: Knowledge, slot: Slot, conversation: Conversation): string {
	const label = knowledge.wording.slotLabels[slot] ?? slot;
	const value = conversation.profile[slot] ?? null;
	return `${label}：${factValue(knowledge, slot, value, conversation.approximate.includes(slot))}`;
}
