import type { Knowledge } from "../content/knowledge.ts";
import type { AskableSlot, Slot } from "../formation/profile.ts";
import { choiceValue } from "./choice-value.ts";
import { factsOf } from "./facts.ts";
import { type Answered, slotChoices } from "./formation-answer.ts";
import { makeReply } from "./make-reply.ts";
import type { Conversation } from "./types.ts";
import { sentence } from "./wording.ts";

const ASKABLE: readonly Slot[] = ["fullMembers", "durationMonths", "support"] satisfies AskableSlot[];

/** Asks which fact should be changed. */
export function editMenu(knowledge: Knowledge, conversation: Conversation): Answered {
	const next = { ...conversation, turn: conversation.turn + 1 };
	const facts = factsOf(knowledge, conversation, next.turn);
	const known = facts.some((fact) => !fact.assumed);
	const reply = makeReply(knowledge, {
		intent: "formation",
		profile: conversation.profile,
		headline: sentence(knowledge, known ? "editMenu" : "nothingToEdit"),
		choices: known
			? facts.map((fact) => ({
					label: `${fact.label}：${fact.value}`,
					value: choiceValue(next.turn, { kind: "edit", slot: fact.slot }),
				}))
			: [],
	});
	return { reply, conversation: next };
}

/** Asks for the new value of one fact. */
export function editQuestion(knowledge: Knowledge, conversation: Conversation, slot: Slot): Answered {
	const { questions, edits } = knowledge.wording;
	const question = ASKABLE.includes(slot) ? questions[slot as AskableSlot] : edits[slot];
	if (!question) return editMenu(knowledge, conversation);
	const next = { ...conversation, turn: conversation.turn + 1, editing: slot };
	const reply = makeReply(knowledge, {
		intent: "formation",
		profile: conversation.profile,
		headline: question.prompt,
		choices: slotChoices(slot, question.choices, next.turn),
		multiple: slot === "support",
	});
	return { reply, conversation: next };
}

/** Waits for a number that is typed. */
export function typedNumber(knowledge: Knowledge, conversation: Conversation, slot: Slot): Answered {
	const next = { ...conversation, turn: conversation.turn + 1, editing: slot };
	const reply = makeReply(knowledge, {
		intent: "formation",
		profile: conversation.profile,
		headline: sentence(knowledge, "typeNumber"),
	});
	return { reply, conversation: next };
}
