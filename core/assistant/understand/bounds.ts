/** A count that may be vague: `low` = `high` when it is exact. */
export interface Bounds {
	readonly low: number;
	readonly high: number;
}

/** Sum of two counts. */
export function plus(one: Bounds, other: Bounds): Bounds {
	return { low: one.low + other.low, high: one.high + other.high };
}

/** Difference of two counts, not below zero. */
export function minus(one: Bounds, other: Bounds): Bounds {
	return { low: Math.max(0, one.low - other.high), high: Math.max(0, one.high - other.low) };
}

/** Both counts are possible. */
export function either(one: Bounds, other: Bounds): Bounds {
	return { low: Math.min(one.low, other.low), high: Math.max(one.high, other.high) };
}

/** One value that decides like every number of the range, or null when the range crosses a threshold. */
export function inBand({ low, high }: Bounds): number | null {
	if (low === high) return low;
	const band = (value: number) => (value < 3 ? 0 : value < 50 ? 1 : value < 100 ? 2 : 3);
	if (band(low) !== band(high)) return null;
	return low === 0 ? Math.min(1, high) : low;
}
