import { FIRST, MOST_STEPS, pieces, type TopicWeights } from "./topic-model.ts";

/** A way of asking and the guide that answers it. */
export interface AskedExample {
	readonly text: string;
	readonly id: string;
}

/** How weights are learnt; other values give other weights. */
export const TRAINING = {
	/** Passes over the examples. */
	rounds: 24,
	rate: 0.6,
	/** Pull of every weight towards nought, per step. */
	decay: 5e-4,
	/** A piece seen less often says more about the sentence than about the subject. */
	seen: 2,
	/** Weights closer to nought are left out. */
	negligible: 0.8,
} as const;

/**
 * Softmax regression over pieces of text, by AdaGrad in a fixed order: the same examples
 * give the same weights. About a second for 2,000 examples.
 */
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
	const rows = cut.map((found) => ({
		places: found.flatMap((piece) => places.get(piece) ?? []),
		scale: 1 / Math.sqrt(Math.max(1, found.length)),
	}));
	const width = ids.length;
	const weights = new Float64Array(vocabulary.length * width);
	const squares = new Float64Array(vocabulary.length * width).fill(1e-2);
	const odds = new Float64Array(width);
	for (const index of order(examples.length)) {
		const row = rows[index];
		const right = numbers.get(examples[index]?.id ?? "");
		if (!row) continue;
		odds.fill(0);
		for (const place of row.places) {
			for (let k = 0; k < width; k++) odds[k] = (odds[k] ?? 0) + (weights[place * width + k] ?? 0);
		}
		let top = Number.NEGATIVE_INFINITY;
		for (const value of odds) top = Math.max(top, value * row.scale);
		let total = 0;
		for (let k = 0; k < width; k++) {
			const value = Math.exp((odds[k] ?? 0) * row.scale - top);
			odds[k] = value;
			total += value;
		}
		for (let k = 0; k < width; k++) odds[k] = (odds[k] ?? 0) / total - (k === right ? 1 : 0);
		for (const place of row.places) {
			for (let k = 0; k < width; k++) {
				const at = place * width + k;
				const slope = (odds[k] ?? 0) * row.scale + TRAINING.decay * (weights[at] ?? 0);
				if (Math.abs(slope) < 1e-5) continue;
				squares[at] = (squares[at] ?? 0) + slope * slope;
				weights[at] = (weights[at] ?? 0) - (TRAINING.rate * slope) / Math.sqrt(squares[at] ?? 1);
			}
		}
	}
	return pack(ids, vocabulary, weights);
}

/** The examples again and again, each round in another order that is always the same. */
function* order(count: number): Generator<number> {
	let seed = 20_261_124;
	for (let round = 0; round < TRAINING.rounds; round++) {
		const indexes = Array.from({ length: count }, (_, index) => index);
		for (let last = count - 1; last > 0; last--) {
			seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
			const other = seed % (last + 1);
			[indexes[last], indexes[other]] = [indexes[other] ?? 0, indexes[last] ?? 0];
		}
		yield* indexes;
	}
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
