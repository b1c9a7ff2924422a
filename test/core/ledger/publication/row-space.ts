/** Exact linear algebra for the disclosure test: what can be solved from sums that were published. */

/** Rational number as numerator and denominator. */
interface Fraction {
	readonly n: bigint;
	readonly d: bigint;
}

const ZERO: Fraction = { n: 0n, d: 1n };

function gcd(a: bigint, b: bigint): bigint {
	return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b);
}

function fraction(n: bigint, d: bigint): Fraction {
	const divisor = gcd(n, d) * (d < 0n ? -1n : 1n);
	return { n: n / divisor, d: d / divisor };
}

/** Row space of 0/1 rows, in reduced form. */
export class RowSpace {
	readonly #basis = new Map<number, Fraction[]>();

	constructor(rows: readonly (readonly number[])[]) {
		for (const row of rows) {
			const rest = this.#reduce(row.map((value) => ({ n: BigInt(value), d: 1n })));
			const pivot = rest.findIndex(({ n }) => n !== 0n);
			const lead = rest[pivot];
			if (lead === undefined) continue;
			this.#basis.set(
				pivot,
				rest.map((value) => fraction(value.n * lead.d, value.d * lead.n)),
			);
		}
	}

	/** Whether `target` is a linear combination of the rows: then its sum can be solved. */
	contains(target: readonly number[]): boolean {
		return this.#reduce(target.map((value) => ({ n: BigInt(value), d: 1n }))).every(({ n }) => n === 0n);
	}

	#reduce(row: Fraction[]): Fraction[] {
		let rest = row;
		// Earlier pivots may come back through later ones, so pivots are taken from left to right.
		for (let column = 0; column < rest.length; column++) {
			const factor = rest[column] ?? ZERO;
			const base = this.#basis.get(column);
			if (factor.n === 0n || base === undefined) continue;
			rest = rest.map((value, at) => {
				const other = base[at] ?? ZERO;
				return fraction(
					value.n * factor.d * other.d - factor.n * other.n * value.d,
					value.d * factor.d * other.d,
				);
			});
		}
		return rest;
	}
}
