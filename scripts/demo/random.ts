/** Repeatable chance: the same seed gives the same demonstration ledger on every machine. */
export class Chance {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** Next number in [0, 1): mulberry32. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	}

	/** Whole number from `low` to `high`, both inclusive. */
	between(low: number, high: number): number {
		return low + Math.floor(this.next() * (high - low + 1));
	}

	/** True in `share` of cases. */
	happens(share: number): boolean {
		return this.next() < share;
	}

	/** One of `[value, weight]`, as often as its weight says. */
	pick<T>(weighted: readonly (readonly [T, number])[]): T {
		let left = this.next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
		for (const [value, weight] of weighted) {
			left -= weight;
			if (left < 0) return value;
		}
		const last = weighted.at(-1);
		if (last === undefined) throw new RangeError("nothing to pick from");
		return last[0];
	}
}
