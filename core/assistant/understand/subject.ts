import type { Knowledge } from "../../content/knowledge.ts";
import { REFUSALS, type Refusal } from "../../content/vocabulary.ts";
import { type SubjectModel, subjectModel } from "../retrieve/subject-model.ts";

/** What a text may be about, as learnt from questions; all is 0–1. */
export interface Guess {
	/** The likeliest guides, best first. */
	readonly topics: readonly { readonly id: string; readonly likely: number }[];
	/** The text is somebody else's business. */
	readonly elsewhere: number;
	/** The text asks for a form of organisation. */
	readonly formation: number;
	/** The likeliest refusal, and how likely any is. */
	readonly refusal: { readonly id: Refusal; readonly likely: number };
}

/** Unpacking takes milliseconds, so it happens once per Knowledge value. */
const cache = new WeakMap<object, SubjectModel>();

/** What a text, folded, may be about. */
export function guessSubject(knowledge: Pick<Knowledge, "subjectWeights">, text: string): Guess {
	let model = cache.get(knowledge);
	if (!model) {
		model = subjectModel(knowledge.subjectWeights);
		cache.set(knowledge, model);
	}
	const likely = new Map(model.likely(text));
	const take = (id: string): number => {
		const value = likely.get(id) ?? 0;
		likely.delete(id);
		return value;
	};
	const elsewhere = take("off-topic");
	const formation = take("formation");
	const refusals = REFUSALS.map((id) => ({ id, likely: take(id) }));
	const worst = refusals.reduce((a, b) => (b.likely > a.likely ? b : a));
	return {
		topics: [...likely].map(([id, value]) => ({ id, likely: value })).sort((a, b) => b.likely - a.likely),
		elsewhere,
		formation,
		refusal: { id: worst.id, likely: refusals.reduce((sum, one) => sum + one.likely, 0) },
	};
}
