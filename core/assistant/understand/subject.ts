import type { Knowledge } from "../../content/knowledge.ts";
import { isRefusal, NO_GUIDE, REFUSALS, type Refusal } from "../../content/vocabulary.ts";
import { type SubjectModel, subjectModel } from "../retrieve/subject-model.ts";

/** What a text may be about, as learnt from questions; all is 0–1. */
export interface Guess {
	/** The likeliest guides, best first. */
	readonly topics: readonly { readonly id: string; readonly likely: number }[];
	/** The text is somebody else's business. */
	readonly elsewhere: number;
	/** The text asks for a form of organisation. */
	readonly formation: number;
	/** The likeliest refusal, how likely any is, and how likely the best of all that could be answered. */
	readonly refusal: { readonly id: Refusal; readonly likely: number; readonly other: number };
}

/** Unpacking takes milliseconds, so it happens once per Knowledge value. */
const cache = new WeakMap<object, SubjectModel>();

/** Courtesies say nothing of the subject. */
const COURTESY =
	/(?:^|(?<=[,。]))(?:(?:各位|尊敬的)?(?:老师|领导|同志)?(?:[您你]好|在吗|打扰(?:一下|了)?|不好意思|冒昧)|(?:想|请)?(?:咨询|请教|问)(?:一下|下)|(?:非常|多)?(?:谢谢|感谢)(?:了|啦|你|您|老师)*|麻烦(?:您|你|老师|领导)?(?:了|(?:指点|指教|帮忙|告知|解答|回复|说说?|讲讲?|看看)(?:一下|下)?)|(?:挺|比较|有点)急的?|在线等|辛苦了?|急)(?=[,。]|$)|请问/g;

/** A text without courtesies, unless it consists of them. */
function plain(text: string): string {
	const rest = text.replace(COURTESY, "").replace(/^[,。]+/, "");
	return rest === "" ? text : rest;
}

/** What is asked for stands at the end more often than not. */
function lastSentence(text: string): string | null {
	const sentences = text.split("。").filter((one) => one.length > 3);
	return sentences.length > 1 ? (sentences.at(-1) ?? null) : null;
}

/** What a text, folded, may be about. */
export function guessSubject(knowledge: Pick<Knowledge, "subjectWeights">, text: string): Guess {
	let model = cache.get(knowledge);
	if (!model) {
		model = subjectModel(knowledge.subjectWeights);
		cache.set(knowledge, model);
	}
	const whole = plain(text);
	const likely = model.likely(whole);
	const last = lastSentence(whole);
	// What was told before must neither hide a refusal nor bring one about.
	const asked = last === null ? likely : model.likely(last);
	const refusals = REFUSALS.map((id) => ({ id, likely: both(likely, asked, id) }));
	const worst = refusals.reduce((a, b) => (b.likely > a.likely ? b : a));
	const others = [...new Set([...likely.keys(), ...asked.keys()])].filter((id) => !isRefusal(id));
	const topics = others
		.filter((id) => !NO_GUIDE.some((none) => none === id))
		.map((id) => ({ id, likely: likely.get(id) ?? 0 }));
	return {
		topics: topics.sort((a, b) => b.likely - a.likely),
		elsewhere: likely.get("off-topic") ?? 0,
		formation: likely.get("formation") ?? 0,
		refusal: {
			id: worst.id,
			likely: refusals.reduce((sum, one) => sum + one.likely, 0),
			other: Math.max(...others.map((id) => both(likely, asked, id))),
		},
	};
}

type Likely = ReadonlyMap<string, number>;
/** The last sentence weighs more. */
const both = (whole: Likely, last: Likely, id: string): number =>
	0.3 * (whole.get(id) ?? 0) + 0.7 * (last.get(id) ?? 0);
