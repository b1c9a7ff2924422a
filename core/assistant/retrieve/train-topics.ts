import { learn } from "./softmax.ts";
import { FIRST, MOST_STEPS, pieces, type TopicWeights } from "./topic-model.ts";

/** A way of asking and the guide that answers it. */
export interface AskedExample {
	readonly text: string;
	readonly id: string;
}

/** How weights are learnt; other values give other weights. */
export const TRAINING = {
	/** Passes over the examples. */
	rounds: 12,
	rate: 0.6,
	/** Pull of every weight towards nought, per step. */
	decay: 5e-4,
	/** A piece seen less often says more about the sentence than about the subject. */
	seen: 4,
	/** Weights closer to nought are left out. */
	negligible: 0.85,
} as const;

/** Weights of pieces of text for guides: the same examples give the same weights. */
export function trainTopics(examples: readonly AskedExample[]): TopicWeights {
	const ids = [...new Set(examples.map(({ id }) => id))].sort();
	const numbers = new Map(ids.map((id, number) => [id, number]));
	const cut = examples.map(({ text }) => pieces(text));
	const seen = new Map<string, number>();
	for (const piece of cut.flat()) seen.set(piece, (seen.get(piece) ?? 0) + 1);
	const vocabulary = [...seen]
		.filter(([, times]) => times >= TRAINING.seen)
		.map(([piece]) => piece)
		.sort();
	const places = new Map(vocabulary.map((piece, place) => [piece, place]));
	const rows = cut.map((found, index) => ({
		clues: found.flatMap((piece) => places.get(piece) ?? []),
		label: numbers.get(examples[index]?.id ?? "") ?? 0,
	}));
	return pack(ids, vocabulary, learn(rows, vocabulary.length, ids.length, TRAINING));
}

function pack(ids: readonly string[], vocabulary: readonly string[], weights: Float64Array): TopicWeights {
	let largest = 0;
	for (const weight of weights) largest = Math.max(largest, weight);
	const step = Number((largest / MOST_STEPS).toPrecision(4));
	const lines = vocabulary.flatMap((piece, place) => {
		let packed = "";
		for (const number of ids.keys()) {
			const weight = weights[place * ids.length + number] ?? 0;
			// What speaks against a guide speaks for another, which is enough.
			if (weight < TRAINING.negligible) continue;
			packed += String.fromCharCode(FIRST + number, FIRST + Math.max(1, Math.round(weight / step)));
		}
		return packed === "" ? [] : [{ piece, packed }];
	});
	const singles = lines.filter(({ piece }) => piece.length === 1);
	const pairs = lines.filter(({ piece }) => piece.length === 2);
	const join = (some: typeof lines) => some.map(({ piece }) => piece).join("");
	return {
		ids,
		pieces: `${join(singles)}\n${join(pairs)}`,
		weights: [...singles, ...pairs].map(({ packed }) => packed).join("\n"),
		step,
	};
}
