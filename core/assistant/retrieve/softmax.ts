/** One example: the numbers of the clues that occur in it, and the number of its class. */
export interface Row {
	readonly clues: readonly number[];
	readonly label: number;
}

/** How weights are learnt; other values give other weights. */
export interface Learning {
	/** Passes over the examples. */
	readonly rounds: number;
	readonly rate: number;
	/** Pull of every weight towards nought, per step. */
	readonly decay: number;
}

/** Long texts hold more clues; what a text says in all should not depend on its length. */
export const scaleOf = (clues: number): number => 1 / Math.sqrt(Math.max(1, clues));

/** Turns the sums of the classes, in place, into probabilities. */
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

/**
 * Softmax regression by AdaGrad in a fixed order: the same examples give the same weights,
 * `width` in a row for each clue. About a second for 2,000 examples.
 */
export function learn(
	rows: readonly Row[],
	clues: number,
	width: number,
	{ rounds, rate, decay }: Learning,
): Float64Array {
	const weights = new Float64Array(clues * width);
	const squares = new Float64Array(clues * width).fill(1e-2);
	const odds = new Float64Array(width);
	for (const index of order(rows.length, rounds)) {
		const row = rows[index];
		if (!row) continue;
		const scale = scaleOf(row.clues.length);
		odds.fill(0);
		for (const clue of row.clues) {
			for (let k = 0; k < width; k++) odds[k] = (odds[k] ?? 0) + (weights[clue * width + k] ?? 0);
		}
		softmax(odds, scale);
		odds[row.label] = (odds[row.label] ?? 0) - 1;
		for (const clue of row.clues) {
			for (let k = 0; k < width; k++) {
				const at = clue * width + k;
				const slope = (odds[k] ?? 0) * scale + decay * (weights[at] ?? 0);
				if (Math.abs(slope) < 1e-5) continue;
				squares[at] = (squares[at] ?? 0) + slope * slope;
				weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(squares[at] ?? 1);
			}
		}
	}
	return weights;
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
