import type { Knowledge } from "../../content/knowledge.ts";
import type { AskableSlot, Profile } from "../../formation/profile.ts";
import type { Understanding } from "../types.ts";
import { asksForForm, DOMAIN, ELSEWHERE } from "./asking.ts";
import { type Definition, readDefinition } from "./definition.ts";
import { type Facts, readFacts } from "./facts.ts";
import { asksWhatBecomes } from "./organisation/standing.ts";
import { readBareAnswer } from "./pending.ts";
import { readRefusals } from "./refusals/refusals.ts";
import { readable } from "./spelling.ts";
import { guessTopics, prepareTopics, type TopicGuess } from "./topic.ts";

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

/** Wanting an organisation without saying so in one of the usual ways. */
const SPEAKS_OF_FORMING = /(?:建|成立|组建|设立|搞|弄).{0,6}(?:支部|党组织|党委|总支|党建)/;

/** Below this the reader says honestly that it did not understand. */
export const CONFIDENT = 0.15;

/** Weight of a text that counts members and asks for the form. */
const CERTAIN = 12;
/** Questions on the survey form name members too. */
const SURVEY_FORM = /排查|摸底|摸排|五清|填报|采集|登记|台账|统计/;

/** From this weight on a text asks for a form, whatever it resembles. */
const MEANT = 9;
/** A guide as likely as this is what is asked for: rather than a form, beside chance hits, certainly. */
const LIKELY = 0.4;
const PLAIN = 0.3;
const QUITE = 0.6;
const CERTAINLY = 0.75;

/** A text as likely as this asks for a form, where that is several times as likely as any topic. */
const FORM = 0.35;
const SEVERAL = 3;
const UNLIKELY = 0.1;
/** Weight of a text that only names an organisation or somebody willing. */
const NAMED = 2.5;

/** Below this a refusal is doubted where the text counts members. */
const DOUBTFUL = 0.3;
/** A text as likely as this is refused; and where another subject is almost certain. */
const REFUSED = 0.4;
const REFUSED_ANYWAY = 0.85;

/** Longest text that is read; the rest of a longer one is ignored. */
const LONGEST = 2_000;

/** Reads a text without any model: refusals, slots of the decision table, or a topic. */
export function understand(
	text: string,
	knowledge: Pick<
		Knowledge,
		"topics" | "guides" | "topicWeights" | "refusalWords" | "refusalWeights" | "glossary"
	>,
	context: ReadingContext = NO_CONTEXT,
): Understanding {
	const readableText = readable(text.slice(0, LONGEST));
	const { written, learnt } = readRefusals(readableText, knowledge.refusalWords, knowledge.refusalWeights);
	// Whoever counts members and asks for a form asks for nothing that is refused.
	if (written && !(learnt.likely < DOUBTFUL && countsAndAsks(readableText))) return outside(written, 1);
	const definition = readDefinition(readableText, knowledge.glossary);
	if (definition) return explains(definition, knowledge);
	const facts = readFacts(readableText, context.pending === "support");
	const stated = formationWeight(readableText, facts);
	// Members counted and the form asked for: no topic outweighs that, so none is looked for.
	if (context.pending === null && stated >= CERTAIN && !SURVEY_FORM.test(readableText)) {
		const change = readChange(readableText, context.profile);
		return formation(change ? { ...facts, slots: { ...facts.slots, ...change } } : facts);
	}
	const { topics, elsewhere, formation: asksForm } = guessTopics(prepareTopics(knowledge), readableText);
	const best = topics.find((guess) => !isOnlyCircumstance(guess.id, readableText, facts)) ?? null;

	if (context.pending !== null && (best === null || best.signals < 4)) {
		const bare = readBareAnswer(readableText, context.pending);
		if (bare && (facts.slots[context.pending] === undefined || context.pending !== "fullMembers")) {
			const slots = { ...facts.slots, ...bare.slots };
			return formation({ ...facts, slots, approximate: [...facts.approximate, ...bare.approximate] });
		}
	}
	const change = readChange(readableText, context.profile);
	if (change) return formation({ ...facts, slots: { ...facts.slots, ...change } });
	const answers = context.pending !== null || Object.keys(context.profile).length > 0;
	const other = answers ? 1 : Math.max(best?.likely ?? 0, elsewhere, asksForm);
	if (isRefused(learnt.likely, stated, other)) return outside(learnt.refusal, learnt.likely);
	const likelier = asksForm >= FORM && asksForm > SEVERAL * (best?.likely ?? 0) && elsewhere < asksForm;
	if (likelier || (stated > 0 && stated >= (best?.signals ?? 0) && !outweighs(best, asksForm, stated)))
		return formation(facts);
	if (best === null || !isOurs(readableText, best, elsewhere)) {
		const continues = context.pending !== null || Object.keys(context.profile).length > 0;
		if (
			stated > 0 ||
			SPEAKS_OF_FORMING.test(readableText) ||
			(continues && Object.keys(facts.slots).length > 0)
		)
			return formation(facts);
		// It speaks of our subjects, but of none that has a guide: say so instead of refusing.
		if (DOMAIN.test(readableText) && !ELSEWHERE.test(readableText)) return outside(null, 0.1);
		return outside("off-topic", 0.9);
	}
	const intent = prepareTopics(knowledge).intents.get(best.id) ?? "procedure";
	return {
		intent,
		topic: best.id,
		slots: facts.slots,
		approximate: facts.approximate,
		mentionsMembers: facts.mentionsMembers,
		confidence: best.confidence,
	};
}

function outside(topic: string | null, confidence: number): Understanding {
	return { intent: "out-of-scope", topic, slots: {}, approximate: [], mentionsMembers: false, confidence };
}

function explains({ term, guide }: Definition, knowledge: Parameters<typeof understand>[1]): Understanding {
	const intent = prepareTopics(knowledge).intents.get(guide) ?? "procedure";
	return { intent, topic: guide, term, slots: {}, approximate: [], mentionsMembers: false, confidence: 1 };
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

/** How strongly the text asks for a form of organisation, on the scale of the topics' signs. */
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

/** A question learnt to be about one guide, although it could also be read as asking for a form. */
function outweighs(best: TopicGuess | null, asksForm: number, stated: number): boolean {
	if (best === null || best.likely <= asksForm) return false;
	if (stated <= NAMED) return true;
	// Where members are counted it takes more.
	if (stated >= MEANT) return best.likely >= CERTAINLY && asksForm < UNLIKELY;
	return best.likely >= PLAIN;
}

const countsAndAsks = (text: string) => formationWeight(text, readFacts(text, false)) >= CERTAIN;

/** Whether what was learnt of refusals outweighs what the text says and how likely it is about `other` things. */
function isRefused(likely: number, stated: number, other: number): boolean {
	// Whoever counts members and says how the unit stands asks for a form, never for what is refused.
	if (stated >= MEANT) return false;
	return likely >= (other >= CERTAINLY ? REFUSED_ANYWAY : REFUSED);
}

/** Whether a text belongs here although its best topic may be a chance hit. */
function isOurs(text: string, best: TopicGuess, elsewhere: number): boolean {
	if (best.likely > QUITE) return true;
	if (ELSEWHERE.test(text) && !/党|支部|书记/.test(text)) return false;
	if (best.likely >= LIKELY && best.likely > elsewhere) return true;
	if (best.signals >= 4) return true;
	return (DOMAIN.test(text) && best.confidence >= CONFIDENT) || best.signals >= 3;
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
