import { scaleOf, softmax } from "./softmax.ts";

/** A text in pieces, as the model of topics sees it: every character and every two in a row, once each. */
export function pieces(text: string): string[] {
	const plain = text.replace(/[^\p{Script=Han}a-z\d]/gu, "");
	const found = new Set<string>();
	for (let length = 1; length <= LONGEST_PIECE; length++) {
		for (let at = 0; at + length <= plain.length; at++) found.add(plain.slice(at, at + length));
	}
	return [...found];
}

const LONGEST_PIECE = 2;

/** Weights of pieces of text for guides, learnt from the ways people ask. Plain JSON, small enough for a page. */
export interface TopicWeights {
	/** Guide ids. */
	readonly ids: readonly string[];
	/** The pieces known: single characters, then, after a line break, pairs of characters without anything between. */
	readonly pieces: string;
	/**
	 * A line a piece, in the same order: two characters a guide, its number and its weight in
	 * steps, each as a printable character from `FIRST` on. Only what speaks for a guide is kept.
	 */
	readonly weights: string;
	/** Weight of one step. */
	readonly step: number;
}

/** Character code of the number 0. */
export const FIRST = 0x30;
/** Steps of the largest weight. */
export const MOST_STEPS = 6;

/** How likely a text asks for each guide. */
export interface TopicModel {
	/** Probabilities by guide id, those above one in a thousand. */
	likely(text: string): ReadonlyMap<string, number>;
}

/** Unpacks the weights; once per Knowledge value. */
export function topicModel({ ids, pieces: known, weights: lines, step }: TopicWeights): TopicModel {
	const [singles = "", pairs = ""] = known.split("\n");
	const packedOf = lines.split("\n");
	const weights = new Map<string, string>();
	for (const [at, piece] of [...singles].entries()) weights.set(piece, packedOf[at] ?? "");
	for (let at = 0; at * 2 < pairs.length; at++) {
		weights.set(pairs.slice(at * 2, at * 2 + 2), packedOf[singles.length + at] ?? "");
	}
	return {
		likely(text) {
			const sums = new Float64Array(ids.length);
			const found = pieces(text);
			for (const piece of found) {
				const packed = weights.get(piece);
				if (packed === undefined) continue;
				for (let at = 0; at < packed.length; at += 2) {
					const number = packed.charCodeAt(at) - FIRST;
					sums[number] = (sums[number] ?? 0) + (packed.charCodeAt(at + 1) - FIRST) * step;
				}
			}
			return probabilities(ids, sums, scaleOf(found.length));
		},
	};
}

function probabilities(ids: readonly string[], sums: Float64Array, scale: number) {
	softmax(sums, scale);
	const likely = new Map<string, number>();
	for (const [number, value] of sums.entries()) {
		const id = ids[number];
		if (id !== undefined && value > 0.001) likely.set(id, value);
	}
	return likely;
}
