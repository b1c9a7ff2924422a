/** One example: the clues that occur in it, and the subjects it may be about, by number. */
export interface Row {
	readonly clues: readonly number[];
	readonly labels: readonly number[];
}

/** Weights of clues for subjects; a clue has only the entries between its start and the next one's. */
export interface Weights {
	readonly starts: Int32Array;
	/** Subject of each entry. */
	readonly subjects: Uint16Array;
	readonly values: Float64Array;
}

/** How weights are learnt; other values give other weights. */
export interface Learning {
	/** Passes over the examples. */
	readonly rounds: number;
	readonly rate: number;
	/** Pull of every weight towards nought, per step. */
	readonly decay: number;
}

/** Long texts hold more clues; what a text says in all depends little on its length. */
export const scaleOf = (clues: number): number => Math.max(1, clues) ** -0.4;

/** Turns the sums of the subjects, in place, into probabilities. */
export function softmax(sums: Float64Array, scale: number): void {
	let top = Number.NEGATIVE_INFINITY;
	for (const sum of sums) top = Math.max(top, sum * scale);
	let total = 0;
	for (let k = 0; k < sums.length; k++) {
		const value = Math.exp((sums[k] ?? 0) * scale - top);
		sums[k] = value;
		total += value;
	}
	for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] ?? 0) / total;
}

/** Weights of nought for every subject and each of so many clues. */
export function noWeights(clues: number, width: number): Weights {
	return {
		starts: Int32Array.from({ length: clues + 1 }, (_, clue) => clue * width),
		subjects: Uint16Array.from({ length: clues * width }, (_, entry) => entry % width),
		values: new Float64Array(clues * width),
	};
}

/**
 * Softmax regression by AdaGrad in a fixed order, in place: the same examples give the same
 * weights. Examples are judged by the weights as `seen` shows them, so that what is learnt
 * fits weights that are rounded afterwards.
 */
export function learn(
	rows: readonly Row[],
	{ starts, subjects, values }: Weights,
	width: number,
	{ rounds, rate, decay }: Learning,
	seen: (value: number) => number = (value) => value,
): void {
	const squares = new Float64Array(values.length).fill(1e-2);
	const odds = new Float64Array(width);
	let step = 0;
	for (const index of order(rows.length, rounds)) {
		const row = rows[index];
		// Steps grow smaller from round to round where weights are only refined.
		const pace = rate * (1 - (0.5 * step++) / (rows.length * rounds));
		if (!row) continue;
		const scale = scaleOf(row.clues.length);
		odds.fill(0);
		for (const clue of row.clues) {
			for (let at = starts[clue] ?? 0, end = starts[clue + 1] ?? 0; at < end; at++) {
				const k = subjects[at] ?? 0;
				odds[k] = (odds[k] ?? 0) + seen(values[at] ?? 0);
			}
		}
		softmax(odds, scale);
		let meant = 0;
		for (const label of row.labels) meant += odds[label] ?? 0;
		for (const label of row.labels) odds[label] = (odds[label] ?? 0) * (1 - 1 / meant);
		for (const clue of row.clues) {
			for (let at = starts[clue] ?? 0, end = starts[clue + 1] ?? 0; at < end; at++) {
				const slope = (odds[subjects[at] ?? 0] ?? 0) * scale;
				if (Math.abs(slope) < 1e-5) continue;
				const pulled = slope + decay * (values[at] ?? 0);
				const square = (squares[at] ?? 0) + pulled * pulled;
				squares[at] = square;
				values[at] = (values[at] ?? 0) - (pace * pulled) / Math.sqrt(square);
			}
		}
	}
}

/** The examples again and again, each round in another order that is always the same. */
function* order(count: number, rounds: number): Generator<number> {
	let seed = 20_261_124;
	for (let round = 0; round < rounds; round++) {
		const indexes = Array.from({ length: count }, (_, index) => index);
		for (let last = count - 1; last > 0; last--) {
			seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
			const other = seed % (last + 1);
			[indexes[last], indexes[other]] = [indexes[other] ?? 0, indexes[last] ?? 0];
		}
		yield* indexes;
	}
}
