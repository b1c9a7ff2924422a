import type { Knowledge } from "../../content/knowledge.ts";
import type { AskableSlot, Profile } from "../../formation/profile.ts";
import type { Understanding } from "../types.ts";
import { asksForForm, DOMAIN, ELSEWHERE } from "./asking.ts";
import { readDefinition } from "./definition.ts";
import { type Facts, readFacts } from "./facts.ts";
import { asksWhatBecomes } from "./organisation/standing.ts";
import { readBareAnswer } from "./pending.ts";
import { readable } from "./spelling.ts";
import { type Guess, guessSubject } from "./subject.ts";

/** What the conversation knows when a text arrives. */
export interface ReadingContext {
	/** The open question. */
	readonly pending: AskableSlot | null;
	/** Topic of the last answer. */
	readonly topic: string | null;
	/** Facts so far. */
	readonly profile: Partial<Profile>;
}

export const NO_CONTEXT: ReadingContext = { pending: null, topic: null, profile: {} };

/** From this weight on a text asks for a form, whatever it resembles. */
const MEANT = 9;

/** A refusal has to be as likely as this; in an open talk. */
const REFUSED = 0.3;
const REFUSED_IN_TALK = 0.85;
/** And so much likelier than anything else; than a form, where members are counted. */
const CLEARLY = 1.7;
const ANYWAY = 6;
/** A subject as likely as this is what is asked for. */
const CERTAINLY = 0.75;
/** Below this the reader says honestly that it did not understand. */
const LIKELY = 0.25;
/** Somebody else's business, but only by chance. */
const HARDLY = 0.12;
/** Below this confidence a text was hardly understood. */
export const CONFIDENT = 0.3;

/** Longest text that is read; the rest of a longer one is ignored. */
const LONGEST = 2_000;

/** Reads a text without any model: refusals, slots of the decision table, or a topic. */
export function understand(
	text: string,
	knowledge: Pick<Knowledge, "guides" | "subjectWeights" | "glossary">,
	context: ReadingContext = NO_CONTEXT,
): Understanding {
	const readableText = readable(text.slice(0, LONGEST));
	const definition = readDefinition(readableText, knowledge.glossary);
	if (definition) return about(definition.guide, knowledge, { term: definition.term });
	const guess = guessSubject(knowledge, readableText);
	const facts = readFacts(readableText, context.pending === "support");
	const stated = formationWeight(readableText, facts);
	const talks = context.pending !== null || Object.keys(context.profile).length > 0;
	if (isRefused(guess, stated, talks)) return outside(guess.refusal.id, guess.refusal.likely);
	const change = readChange(readableText, context.profile);
	const changed = change ? { ...facts, slots: { ...facts.slots, ...change } } : facts;
	const isOurs = DOMAIN.test(readableText) && !ELSEWHERE.test(readableText);
	const best = guess.topics.find(({ id }) => !isOnlyCircumstance(id, readableText, facts));
	const likely = best?.likely ?? 0;
	if (context.pending !== null && likely < CERTAINLY) {
		const bare = readBareAnswer(readableText, context.pending);
		if (bare && (facts.slots[context.pending] === undefined || context.pending !== "fullMembers")) {
			const slots = { ...facts.slots, ...bare.slots };
			return formation({ ...facts, slots, approximate: [...facts.approximate, ...bare.approximate] });
		}
	}
	if (change) return formation(changed);
	const wished = guess.formation * wish(stated);
	if (wished > Math.max(likely, guess.elsewhere) && (wished > LIKELY || isOurs)) return formation(facts);
	if (best === undefined || guess.elsewhere > likely || (likely < LIKELY && !isOurs)) {
		if (stated > 0 || (talks && Object.keys(facts.slots).length > 0)) return formation(facts);
		return outside("off-topic", guess.elsewhere > HARDLY ? 0.9 : HARDLY);
	}
	const { slots, approximate, mentionsMembers } = facts;
	return about(best.id, knowledge, {
		slots,
		approximate,
		mentionsMembers,
		confidence: Math.min(1, 1.5 * likely),
	});
}

/** How much likelier a form is asked for where the text itself says so. */
const wish = (stated: number): number => (stated >= MEANT ? 20 : 1 + stated / 4);

/** Whether a refusal is clearly likelier than all that could be answered. */
function isRefused({ refusal, formation }: Guess, stated: number, talks: boolean): boolean {
	if (stated >= MEANT && refusal.likely <= ANYWAY * formation) return false;
	return refusal.likely > Math.max(talks ? REFUSED_IN_TALK : REFUSED, CLEARLY * refusal.other);
}

function outside(topic: string | null, confidence: number): Understanding {
	return { intent: "out-of-scope", topic, slots: {}, approximate: [], mentionsMembers: false, confidence };
}

/** A question about the subject of a guide. */
function about(
	topic: string,
	{ guides }: Pick<Knowledge, "guides">,
	more: Partial<Understanding>,
): Understanding {
	const intent = guides.find(({ id }) => id === topic)?.intent ?? "procedure";
	return { intent, topic, slots: {}, approximate: [], mentionsMembers: false, confidence: 1, ...more };
}

function formation(facts: Facts): Understanding {
	const { slots, approximate, mentionsMembers } = facts;
	return { intent: "formation", topic: null, slots, approximate, mentionsMembers, confidence: 1 };
}

const HOW = /(?:怎么|咋|如何|怎样)(?:办|弄|搞|整|建|组建|成立|处理|做)|能(?:干|做)(?:啥|什么|点啥)/g;
const ASKS_SOMETHING =
	/怎么|如何|咋|怎样|谁|(?<!没有?)哪|多久|多长|什么|啥|(?<!好)几(?:个|次|天|年|月)|多少|是否|(?:能不|可不|会不|要不|用不)[能可会要用]|吗|呢|可以/;

/** 拟成立党组织, 是不是应该建, 建支部还是跟别人联合: further ways of wanting one. */
const WANTS =
	/(?:怎么|咋|如何|怎样)(?:组建|建|成立)(?=$|[,。])|(?:支部|党组织)(?:的)?(?:成立|组建)(?:的)?(?:条件|要求|标准|门槛)|哪(?:一)?[种个类样](?:形式|方式|模式|办法|路子)?[^,。]{0,3}(?:适合|合适|适用)|(?:适合|合适|适用)哪[种个类样一]|中不中(?:建|成立|弄|搞)|拟(?:成立|建立?|组建|设立)|(?:该|应该|应|能|可以)(?:自己|单独|先)?建(?=$|[,。吗不])|(?:建|成立|组建)(?:党)?(?:支部|组织)?还是|(?:按|用|走|采用|归为?|属于|该走|选)(?:哪[种类个条]|(?:什么|啥)(?:形式|方式|模式|路子))|[两三四几]选一|走(?:哪条|什么|啥)路/;
/** Members are spoken of without a number to go by. */
const VAGUE_MEMBERS =
	/(?:不少|好些|好几[个位名]|若干|有些|一些|几[个位名])(?:正式)?党员|党员(?:数|人数|情况)?[^,。]{0,6}(?:不多|不少|不详|不明|挺多|蛮多|没几个|好几|若干|几个|不清楚|不知道|没数|没统计|没报|没摸|没问|还没)|(?:有|是).{0,4}党员[^。]{0,12}(?:不清楚|不知道|没数|没统计|没摸)/;

/** How strongly the text asks for a form of organisation, from 0 to 12. */
function formationWeight(text: string, facts: Facts): number {
	const { slots } = facts;
	const counted = facts.counted || slots.fullMembers !== undefined || slots.probationary !== undefined;
	const asks = asksForForm(text) || WANTS.test(text);
	const ended = slots.taskEnded === true && slots.existing === "temporary";
	if (ended) return 12;
	if (counted && asks) return 12;
	if (counted && slots.existing !== undefined && slots.existing !== "none") return 9;
	// A statement without a question of its own asks which form fits.
	if (counted && !ASKS_SOMETHING.test(text.replace(HOW, ""))) return 9;
	if (counted) return /党员|支部|总支|党委/.test(text) ? 5.5 : 2;
	if (
		asks &&
		(slots.orgKind !== undefined ||
			VAGUE_MEMBERS.test(text) ||
			/^(?:党)?(?:支部|组织)(?:的)?(?:成立|组建)(?:的)?条件/.test(text))
	)
		return 6;
	if (asks) return 3.5;
	if (
		/党员|支部/.test(text) &&
		(slots.support !== undefined ||
			(slots.existing !== undefined && asksWhatBecomes(text)) ||
			slots.orgKind === "outside")
	)
		return 2.5;
	return VAGUE_MEMBERS.test(text) ? 3 : 0;
}

/** 4名党员，关系都在老家 tells where relations are; it does not ask how to move them. */
function isOnlyCircumstance(topic: string, text: string, facts: Facts): boolean {
	const { slots } = facts;
	if (slots.fullMembers === undefined && slots.probationary === undefined) return false;
	if (topic !== "transfer-in" && topic !== "transfer-out" && topic !== "floating-members") return false;
	return !/怎么[转接]|如何转|咋转|怎样转|转接(?:流程|手续|程序|办法)|怎么接收|怎么管|如何管理|(?:流程|手续).{0,4}(?:什么|哪些|怎么)/.test(
		text,
	);
}

/** 那要是再来一个正式党员呢: a change to what is known. */
function readChange(text: string, profile: Partial<Profile>): Partial<Profile> | null {
	const match =
		/(?:再|又|多|新)(?:来|招|有|转来|转进来?|加|发展|添|进)?(?:了)?([一二两三四五六七八九十俩仨\d]+)(?:个|名|位)?(正式|预备)?(?:的)?(?:党员)?/.exec(
			text,
		);
	const fewer =
		/(?:走|少|离职|调走|转走|退)(?:了|掉)?([一二两三四五六七八九十俩仨\d]+)(?:个|名|位)?(正式|预备)?/.exec(
			text,
		);
	const hit = match ?? fewer;
	if (!hit?.[1] || !/^(?:那|如果|要是|假如|假设|万一|要|若)|呢|的话/.test(text)) return null;
	const known = hit[2] === "预备" ? (profile.probationary ?? 0) : profile.fullMembers;
	if (known === undefined || known === null) return null;
	const facts = readFacts(`党员${hit[1]}名`, false);
	const amount = facts.slots.fullMembers ?? 0;
	const value = Math.max(0, match ? known + amount : known - amount);
	return hit[2] === "预备" ? { probationary: value } : { fullMembers: value };
}
