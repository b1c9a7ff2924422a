import type { Knowledge } from "../content/knowledge.ts";
import type { OutcomeCode } from "../content/vocabulary.ts";
import { type Change, whatWouldChange } from "../formation/changes.ts";
import { derive } from "../formation/derive.ts";
import { evaluate } from "../formation/evaluate.ts";
import type { AskableSlot, Decision, Profile } from "../formation/profile.ts";
import { choiceValue } from "./choice-value.ts";
import { assumptionsOf, factsOf } from "./facts.ts";
import { lookup } from "./lookup.ts";
import { makeReply } from "./make-reply.ts";
import { casesSection, contactSection, materialsSection, overdueLines, stepsSection } from "./parts.ts";
import { sourceLines } from "./sources.ts";
import type { Conversation, Reply, Section, Surroundings } from "./types.ts";
import { fill, sentence, title } from "./wording.ts";

/** The table's word on a conversation. */
export interface ConversationDecision {
	readonly decision: Decision;
	/** Facts the decision was made with. */
	readonly profile: Partial<Profile>;
	/** Support was asked before and is still empty: decided as if nobody could be found. */
	readonly withoutSupport: boolean;
}

/** Decides; `support` is asked only once in a conversation, after that the answer is the one without support. */
export function decideConversation(knowledge: Knowledge, conversation: Conversation): ConversationDecision {
	const { table } = lookup(knowledge);
	const decision = evaluate(table, conversation.profile);
	if (decision.ask !== "support" || !conversation.supportAsked) {
		return { decision, profile: conversation.profile, withoutSupport: false };
	}
	const profile = { ...conversation.profile, support: [] };
	return { decision: evaluate(table, profile), profile, withoutSupport: true };
}

/** An answer and the conversation after it. */
export interface Answered {
	readonly reply: Reply;
	readonly conversation: Conversation;
}

/**
 * The conclusion of the table for what is known, or the one question that is still open.
 * @param changed what was just corrected, to be said first
 */
export function formationAnswer(
	knowledge: Knowledge,
	conversation: Conversation,
	surroundings: Surroundings,
	changed: string | null = null,
): Answered {
	const turn = conversation.turn + 1;
	const decided = decideConversation(knowledge, conversation);
	const { ask, outcome } = decided.decision;
	const next: Conversation = {
		...conversation,
		turn,
		intent: "formation",
		pending: ask,
		editing: null,
		supportAsked: conversation.supportAsked || ask === "support",
		topic: outcome === "ask" ? null : outcome,
	};
	const reply =
		outcome === "ask" || ask !== null
			? questionReply(knowledge, next, ask ?? "fullMembers", decided.decision, changed)
			: conclusionReply(knowledge, next, outcome, decided, surroundings, changed);
	return { reply, conversation: next };
}

function questionReply(
	knowledge: Knowledge,
	conversation: Conversation,
	ask: AskableSlot,
	decision: Decision,
	changed: string | null,
): Reply {
	const question = knowledge.wording.questions[ask];
	const row = lookup(knowledge).rows.get(decision.row);
	const facts = factsOf(knowledge, conversation, conversation.turn).filter((fact) => !fact.assumed);
	const sections: Section[] = [
		...changedSection(knowledge, changed),
		...(facts.length > 0 ? [{ kind: "facts" as const, facts, assumptions: [] }] : []),
		{ kind: "text", title: title(knowledge, "question"), paragraphs: row ? [row.reason] : [] },
	];
	return makeReply(knowledge, {
		intent: "formation",
		ask,
		profile: conversation.profile,
		headline: question.prompt,
		sections,
		choices: slotChoices(ask, question.choices, conversation.turn),
		multiple: ask === "support",
	});
}

/** Buttons for the values of a slot. */
export function slotChoices(
	slot: keyof Profile,
	choices: readonly { readonly value: string; readonly label: string }[],
	turn: number,
): Reply["choices"] {
	return choices.map(({ value, label }) => ({
		label,
		value: choiceValue(turn, value === "other" ? { kind: "other", slot } : { kind: "set", slot, value }),
	}));
}

function conclusionReply(
	knowledge: Knowledge,
	conversation: Conversation,
	outcome: OutcomeCode,
	{ decision, profile, withoutSupport }: ConversationDecision,
	surroundings: Surroundings,
	changed: string | null,
): Reply {
	const { rows, notes, outcomes, guides, table } = lookup(knowledge);
	const row = rows.get(decision.row);
	const entry = outcomes.get(outcome);
	const guide = guides.get(outcome);
	const url = `/guides/${outcome}/`;
	const noteTexts = decision.notes.flatMap((id) => notes.get(id) ?? []);
	const caution = sentence(knowledge, "localCaution");
	const said = noteTexts.some((note) =>
		note.text.includes(knowledge.wording.sentences["localMark"] ?? caution),
	);
	const local = row?.jurisdiction === "local" && !said ? [caution] : [];
	const citations = [...(row?.basis ?? []), ...noteTexts.flatMap((note) => note.basis)];
	const changes = whatWouldChange(table, profile);
	const sections: Section[] = [
		...changedSection(knowledge, changed),
		{
			kind: "facts",
			facts: factsOf(knowledge, conversation, conversation.turn),
			assumptions: assumptionsOf(knowledge, conversation, withoutSupport),
		},
		{
			kind: "why",
			paragraphs: [
				...(row ? [row.reason] : []),
				...noteTexts.map((note) => note.text),
				...local,
				...overdueLines(knowledge, table.reviewDue, surroundings),
			],
			sources: sourceLines(knowledge, citations, outcome),
			asOf: table.asOf,
			row: decision.row,
		},
		...stepsSection(
			entry?.steps ?? [],
			guide ? { label: `看完整指南：${guide.title}`, url: `${url}#steps` } : null,
		),
		...(guide ? materialsSection(knowledge, guide, entry?.documents ?? []) : []),
		...changesSection(knowledge, changes),
		...casesSection(knowledge, relatedCases(knowledge, outcome)),
		contactSection(knowledge),
	];
	return makeReply(knowledge, {
		intent: "formation",
		outcome,
		topic: outcome,
		profile,
		headline: headlineOf(knowledge, decision, conversation, profile),
		sections,
		choices: [
			{
				label: sentence(knowledge, "changeFacts"),
				value: choiceValue(conversation.turn, { kind: "edit", slot: null }),
			},
		],
		suggestions: entry?.next ?? [],
		url,
	});
}

/** The row's conclusion with its numbers; rough ones get 约. */
function headlineOf(
	knowledge: Knowledge,
	decision: Decision,
	conversation: Conversation,
	profile: Partial<Profile>,
): string {
	const { rows, table } = lookup(knowledge);
	const quantities = derive(profile, table.supportOrder);
	const about = conversation.approximate.some((slot) => slot !== "durationMonths") ? "约" : "";
	const numbers = Object.fromEntries(
		Object.entries(quantities).flatMap(([name, value]) =>
			typeof value === "number" ? [[name, `${about}${value}`] as const] : [],
		),
	);
	return fill(rows.get(decision.row)?.headline ?? decision.outcome, numbers);
}

function changedSection(knowledge: Knowledge, changed: string | null): Section[] {
	if (changed === null) return [];
	return [{ kind: "text", title: null, paragraphs: [sentence(knowledge, "changed", { change: changed })] }];
}

function changesSection(knowledge: Knowledge, changes: readonly Change[]): Section[] {
	if (changes.length === 0) return [];
	return [{ kind: "changes", changes: changes.map((change) => changeLine(knowledge, change)) }];
}

function changeLine(knowledge: Knowledge, change: Change) {
	const { outcomes } = lookup(knowledge);
	const { changes } = knowledge.wording;
	const when = fill(changes[change.kind] ?? change.kind, { n: change.count });
	const { outcome } = change.decision;
	const [result, url] =
		change.effect === "conclusion" && outcome !== "ask"
			? [outcomes.get(outcome)?.name ?? outcome, `/guides/${outcome}/`]
			: change.effect === "committee"
				? [changes["committee-then"] ?? "", "/guides/branch-committee/"]
				: [fill(changes["same-then"] ?? "", { n: change.profile.fullMembers ?? 0 }), null];
	// biome-ignore lint/suspicious/noThenProperty: plain data of the contract in types.ts, never awaited
	return { when, then: result, url };
}

/** Cases the guide names, and those that name the guide. */
function relatedCases(knowledge: Knowledge, outcome: OutcomeCode) {
	const named = lookup(knowledge).guides.get(outcome)?.cases ?? [];
	return knowledge.cases.filter((one) => named.includes(one.slug) || one.guides.includes(outcome));
}
