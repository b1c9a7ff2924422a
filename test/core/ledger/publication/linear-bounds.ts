/** Linear programming for the disclosure test: how far a reader can narrow down a sum, knowing that no count is negative. */

/** One published number: which columns it adds up, and what it says. */
export interface Equation {
	readonly columns: readonly number[];
	/** Columns that are taken away. */
	readonly minus?: readonly number[];
	readonly value: number;
}

const TINY = 1e-7;

/** All non-negative solutions of a system of published sums. The columns are numbered from 0. */
export class Solutions {
	readonly #width: number;
	/** Rows in canonical form, the right side last. */
	readonly #rows: readonly Float64Array[];
	readonly #basis: readonly number[];

	/** @throws Error when the equations contradict each other. */
	constructor(width: number, equations: readonly Equation[]) {
		this.#width = width;
		const count = equations.length;
		const rows = equations.map(({ columns, minus = [], value }, at) => {
			const row = new Float64Array(width + count + 1);
			for (const column of columns) row[column] = (row[column] ?? 0) + 1;
			for (const column of minus) row[column] = (row[column] ?? 0) - 1;
			row[width + at] = 1;
			row[width + count] = value;
			return row;
		});
		const basis = equations.map((_, at) => width + at);
		// Phase one: the artificial columns leave the solution.
		const cost = new Float64Array(width + count);
		cost.fill(1, width);
		const rest = minimise(rows, basis, cost, width + count);
		if (rest > TINY) throw new Error("contradictory equations");
		const kept: number[] = [];
		for (const [at, row] of rows.entries()) {
			if ((basis[at] ?? 0) < width) kept.push(at);
			else {
				const column = row.subarray(0, width).findIndex((value) => Math.abs(value) > TINY);
				if (column < 0) continue; // Says nothing that the others do not.
				pivot(rows, basis, at, column);
				kept.push(at);
			}
		}
		this.#rows = kept.map((at) => {
			const row = rows[at] ?? new Float64Array();
			const short = new Float64Array(width + 1);
			short.set(row.subarray(0, width));
			short[width] = row.at(-1) ?? 0;
			return short;
		});
		this.#basis = kept.map((at) => basis[at] ?? 0);
	}

	/** Smallest value of a weighted sum over all solutions; may be −∞. */
	smallest(weights: Float64Array): number {
		return minimise(
			this.#rows.map((row) => row.slice()),
			[...this.#basis],
			weights,
			this.#width,
		);
	}

	/** Largest value; may be ∞. */
	largest(weights: Float64Array): number {
		return -this.smallest(weights.map((weight) => -weight));
	}
}

/** Simplex method with Bland's rule, which cannot cycle. @returns the least cost. */
function minimise(rows: Float64Array[], basis: number[], cost: Float64Array, width: number): number {
	const reduced = new Float64Array(width + 1);
	reduced.set(cost.subarray(0, width));
	for (const [at, row] of rows.entries()) {
		const weight = cost[basis[at] ?? 0] ?? 0;
		if (weight !== 0) subtract(reduced, row, weight, width);
	}
	for (;;) {
		const column = reduced.subarray(0, width).findIndex((value) => value < -TINY);
		if (column < 0) return -(reduced[width] ?? 0);
		let leaving = -1;
		let least = Number.POSITIVE_INFINITY;
		for (const [at, row] of rows.entries()) {
			const factor = row[column] ?? 0;
			if (factor <= TINY) continue;
			const ratio = (row.at(-1) ?? 0) / factor;
			const ties = Math.abs(ratio - least) <= TINY && (basis[at] ?? 0) < (basis[leaving] ?? 0);
			if (ratio < least - TINY || ties) {
				least = ratio;
				leaving = at;
			}
		}
		if (leaving < 0) return Number.NEGATIVE_INFINITY;
		pivot(rows, basis, leaving, column);
		subtract(reduced, rows[leaving] ?? new Float64Array(), reduced[column] ?? 0, width);
	}
}

function pivot(rows: Float64Array[], basis: number[], at: number, column: number): void {
	const row = rows[at] ?? new Float64Array();
	const factor = row[column] ?? 1;
	for (let index = 0; index < row.length; index++) row[index] = (row[index] ?? 0) / factor;
	for (const [other, target] of rows.entries()) {
		const weight = target[column] ?? 0;
		if (other === at || weight === 0) continue;
		for (let index = 0; index < row.length; index++)
			target[index] = (target[index] ?? 0) - weight * (row[index] ?? 0);
	}
	basis[at] = column;
}

/** The row's right side is its last number, whatever its length; that of `target` is at `width`. */
function subtract(target: Float64Array, row: Float64Array, weight: number, width: number): void {
	for (let index = 0; index < width; index++)
		target[index] = (target[index] ?? 0) - weight * (row[index] ?? 0);
	target[width] = (target[width] ?? 0) - weight * (row.at(-1) ?? 0);
}
