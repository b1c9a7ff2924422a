import type { Knowledge } from "../../content/knowledge.ts";
import { buildTopicIndex, type TopicIndex } from "../retrieve/topic-index.ts";
import { type CompiledSignals, compileSignals, scoreSignals } from "./signals.ts";

/** The best topic for a text. */
export interface TopicGuess {
	readonly id: string;
	/** Weight of its signs, comparable with the weights in `topics.yaml`; 0 when only retrieval found it. */
	readonly signals: number;
	/** Signs and retrieval together. */
	readonly score: number;
	/** 0–1. */
	readonly confidence: number;
}

interface Prepared {
	readonly signals: CompiledSignals;
	readonly index: TopicIndex;
	readonly intents: ReadonlyMap<string, Knowledge["topics"][number]["intent"]>;
}

/** Compiling takes milliseconds, so it happens once per Knowledge value. */
const cache = new WeakMap<object, Prepared>();

/** Compiled signals and index of a Knowledge value. */
export function prepareTopics(knowledge: Pick<Knowledge, "topics" | "guides">): Prepared {
	const known = cache.get(knowledge);
	if (known) return known;
	const prepared: Prepared = {
		signals: compileSignals(knowledge.topics),
		index: buildTopicIndex(knowledge),
		intents: new Map(knowledge.topics.map((topic) => [topic.id, topic.intent])),
	};
	cache.set(knowledge, prepared);
	return prepared;
}

/** Share of the score that comes from retrieval when it fits perfectly. */
const RETRIEVAL = 4;

/** Topics by signs and retrieval, best first. */
export function guessTopics(prepared: Prepared, text: string): TopicGuess[] {
	const signals = scoreSignals(prepared.signals, text);
	// Where the signs leave no doubt, retrieval could not change the order.
	const [first = 0, second = 0] = [...signals.values()].sort((a, b) => b - a);
	const certain = first >= 6 && first - second > RETRIEVAL;
	const found = certain
		? new Map<string, number>()
		: new Map(prepared.index.search(text).map(({ id, score }) => [id, score]));
	const ids = new Set([...signals.keys(), ...found.keys()]);
	return [...ids]
		.map((id) => {
			const sign = signals.get(id) ?? 0;
			const retrieved = found.get(id) ?? 0;
			const score = sign + RETRIEVAL * retrieved;
			return { id, signals: sign, score, confidence: Math.min(1, score / 8) };
		})
		.sort((a, b) => b.score - a.score);
}
