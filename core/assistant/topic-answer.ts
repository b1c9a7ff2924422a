import type { GuideEntry, Knowledge } from "../content/knowledge.ts";
import type { Intent } from "../content/vocabulary.ts";
import { type Answered, decideConversation } from "./formation-answer.ts";
import { lookup } from "./lookup.ts";
import { makeReply } from "./make-reply.ts";
import { casesSection, contactSection, materialsSection, overdueLines, stepsSection } from "./parts.ts";
import { sourceLines } from "./sources.ts";
import type { Conversation, Section, Surroundings } from "./types.ts";
import { sentence, title } from "./wording.ts";

/** Guides linked under an answer. */
const MOST_LINKS = 4;
/** Cases listed when somebody asks for cases. */
const LISTED_CASES = 4;

/** What kind of follow-up a topic is, once the form of organisation is decided. */
const FOLLOW_UPS: Readonly<Record<string, "materials" | "steps">> = {
	"materials-list": "materials",
	"application-template": "materials",
	"approval-time-limit": "steps",
	"approval-workflow": "steps",
};

/** Conclusions without an application: papers and time limits are then answered in general. */
const NOTHING_TO_APPLY_FOR: ReadonlySet<string> = new Set(["maintain", "refer-other-domain"]);

/** Answers a question on a topic from its guide; a follow-up is answered for the form already decided. */
export function topicAnswer(
	knowledge: Knowledge,
	conversation: Conversation,
	surroundings: Surroundings,
	asked: {
		readonly topic: string;
		readonly intent: Intent;
		readonly unsure: boolean;
		readonly term?: string;
	},
): Answered {
	const { guides, outcomes } = lookup(knowledge);
	const guide = guides.get(asked.topic);
	const code = outcomes.get(asked.topic as never)?.code;
	if (!guide) return notUnderstood(knowledge, conversation);
	const next: Conversation = {
		...conversation,
		turn: conversation.turn + 1,
		topic: asked.topic,
		intent: asked.intent,
		editing: null,
	};
	const decided = decideConversation(knowledge, conversation).decision.outcome;
	const followUp = FOLLOW_UPS[asked.topic];
	const entry = decided === "ask" || NOTHING_TO_APPLY_FOR.has(decided) ? undefined : outcomes.get(decided);
	const own = entry && guides.get(entry.guide);
	const known = Object.keys(conversation.profile).length > 0;
	const steps = code ? (outcomes.get(code)?.steps ?? []) : guide.steps;
	const forDecided: Section[] =
		followUp && entry && own && known
			? [
					{
						kind: "text",
						title: null,
						paragraphs: [sentence(knowledge, `${followUp}ForDecided`, { name: entry.name })],
					},
					...(followUp === "materials"
						? materialsSection(knowledge, own, entry.documents)
						: stepsSection(entry.steps, {
								label: `看完整指南：${own.title}`,
								url: `/guides/${own.id}/#steps`,
							})),
				]
			: [];
	const sections: Section[] = [
		...forDecided,
		whySection(knowledge, guide, surroundings),
		...(forDecided.length > 0
			? []
			: [
					...stepsSection(steps, { label: `看完整指南：${guide.title}`, url: `/guides/${guide.id}/` }),
					...materialsSection(knowledge, guide, code ? (outcomes.get(code)?.documents ?? []) : []),
				]),
		...casesSection(
			knowledge,
			asked.intent === "cases"
				? casesFor(knowledge, guide)
				: guide.cases.flatMap((slug) => lookup(knowledge).cases.get(slug) ?? []),
			asked.intent === "cases" ? LISTED_CASES : undefined,
		),
		...relatedLinks(knowledge, guide),
		contactSection(knowledge),
	];
	const reply = makeReply(knowledge, {
		intent: asked.intent,
		topic: asked.topic,
		profile: conversation.profile,
		headline: asked.unsure
			? `${sentence(knowledge, "closest")}${guide.title}。${guide.answer}`
			: `${meaningOf(knowledge, asked.term)}${guide.answer}`,
		sections,
		suggestions: guide.related.flatMap((id) => guides.get(id)?.aliases[0] ?? []).slice(0, 3),
		url: `/guides/${guide.id}/`,
	});
	return { reply, conversation: next };
}

/** What a term of the glossary means, as a sentence before the answer. */
function meaningOf(knowledge: Knowledge, id: string | undefined): string {
	const term = knowledge.glossary.terms.find((one) => one.id === id);
	return term === undefined || term.meaning === "" ? "" : `${term.term}：${term.meaning}`;
}

function whySection(knowledge: Knowledge, guide: GuideEntry, surroundings: Surroundings): Section {
	const caution =
		guide.caution ?? (guide.jurisdiction === "national" ? undefined : sentence(knowledge, "localCaution"));
	return {
		kind: "why",
		paragraphs: [
			...(caution === undefined ? [] : [caution]),
			...overdueLines(knowledge, guide.reviewDue, surroundings),
		],
		sources: sourceLines(knowledge, guide.sources, guide.id),
		asOf: guide.asOf,
		row: null,
	};
}

function relatedLinks(knowledge: Knowledge, guide: GuideEntry): Section[] {
	const { guides } = lookup(knowledge);
	const links = guide.related.flatMap((id) => {
		const other = guides.get(id);
		return other ? [{ label: other.title, url: `/guides/${id}/` }] : [];
	});
	if (links.length === 0) return [];
	return [{ kind: "links", title: title(knowledge, "links"), links: links.slice(0, MOST_LINKS) }];
}

/** Cases of the forms a guide on cases is about; all of them when it names none. */
function casesFor(knowledge: Knowledge, guide: GuideEntry) {
	const named = knowledge.cases.filter(
		(one) => guide.cases.includes(one.slug) || one.guides.includes(guide.id),
	);
	return named.length > 0 ? named : knowledge.cases;
}

/** Says honestly that the question was not understood, and keeps an open question open. */
export function notUnderstood(knowledge: Knowledge, conversation: Conversation): Answered {
	const next = { ...conversation, turn: conversation.turn + 1 };
	const reply = makeReply(knowledge, {
		intent: "out-of-scope",
		topic: "off-topic",
		profile: conversation.profile,
		headline: sentence(knowledge, "notUnderstood"),
	});
	return { reply, conversation: next };
}
