import type { Knowledge } from "../../content/knowledge.ts";
import { NO_GUIDE } from "../../content/vocabulary.ts";
import { type TopicModel, topicModel } from "../retrieve/topic-model.ts";
import { type CompiledSignals, compileSignals, scoreSignals } from "./signals.ts";

/** The best topic for a text. */
export interface TopicGuess {
	readonly id: string;
	/** Weight of its signs, comparable with the weights in `topics.yaml`; 0 when only the model found it. */
	readonly signals: number;
	/** How likely it is to the model, 0–1. */
	readonly likely: number;
	/** Both together. */
	readonly score: number;
	/** 0–1. */
	readonly confidence: number;
}

/** Topics, best first, and how likely it is that none of them is asked for. */
export interface Guesses {
	readonly topics: readonly TopicGuess[];
	/** The text is somebody else's business, 0–1. */
	readonly elsewhere: number;
	/** The text asks for a form of organisation, 0–1. */
	readonly formation: number;
}

interface Prepared {
	readonly signals: CompiledSignals;
	readonly model: TopicModel;
	readonly intents: ReadonlyMap<string, Knowledge["topics"][number]["intent"]>;
}

/** Compiling takes milliseconds, so it happens once per Knowledge value. */
const cache = new WeakMap<object, Prepared>();

/** Compiled signals and index of a Knowledge value. */
export function prepareTopics(knowledge: Pick<Knowledge, "topics" | "guides" | "topicWeights">): Prepared {
	const known = cache.get(knowledge);
	if (known) return known;
	const prepared: Prepared = {
		signals: compileSignals(knowledge.topics),
		model: topicModel(knowledge.topicWeights),
		intents: new Map([
			...knowledge.guides.map((guide) => [guide.id, guide.intent] as const),
			...knowledge.topics.map((topic) => [topic.id, topic.intent] as const),
		]),
	};
	cache.set(knowledge, prepared);
	return prepared;
}

/** Score of a guide that the model is certain of: two strong signs outweigh it, one does not. */
const LEARNT = 12;
/** Long texts spread the probability; what counts is the order. */
const SHARPER = 2;

/** Topics by signs and by what was learnt from ways of asking, best first. */
export function guessTopics(prepared: Prepared, text: string): Guesses {
	const signals = scoreSignals(prepared.signals, text);
	const likely = prepared.model.likely(text);
	const ids = new Set([...signals.keys(), ...likely.keys()]);
	const [elsewhere, formation] = NO_GUIDE.map((id) => {
		ids.delete(id);
		return likely.get(id) ?? 0;
	}) as [number, number];
	let total = 0;
	for (const id of ids) total += (likely.get(id) ?? 0) ** SHARPER;
	const topics = [...ids]
		.map((id) => {
			const sign = signals.get(id) ?? 0;
			const probability = likely.get(id) ?? 0;
			const score = sign + (LEARNT * probability ** SHARPER) / Math.max(total, 1e-9);
			return { id, signals: sign, likely: probability, score, confidence: Math.min(1, score / 8) };
		})
		.sort((a, b) => b.score - a.score);
	return { topics, elsewhere, formation };
}
