import { expect, test } from "vitest";
import { Solutions } from "./linear-bounds.ts";

const weights = (...values: number[]) => Float64Array.from(values);

test("bounds of a small table are those found by hand", () => {
	// A 2 × 2 table with row sums 7 and 5, column sums 9 and 3: its first cell lies between 4 and 7.
	const table = new Solutions(4, [
		{ columns: [0, 1], value: 7 },
		{ columns: [2, 3], value: 5 },
		{ columns: [0, 2], value: 9 },
		{ columns: [1, 3], value: 3 },
	]);
	expect(table.smallest(weights(1, 0, 0, 0))).toBeCloseTo(4);
	expect(table.largest(weights(1, 0, 0, 0))).toBeCloseTo(7);
	expect(table.smallest(weights(1, 1, 1, 1))).toBeCloseTo(12);
});

test("what an inequality alone gives away is found, and what is free is unbounded", () => {
	// Two sums that differ by a zero: the third cell is 2 though no sum says so.
	const table = new Solutions(4, [
		{ columns: [0, 1], value: 0 },
		{ columns: [0, 1, 2], value: 2 },
	]);
	expect(table.smallest(weights(0, 0, 1, 0))).toBeCloseTo(2);
	expect(table.largest(weights(0, 0, 1, 0))).toBeCloseTo(2);
	expect(table.largest(weights(0, 0, 0, 1))).toBe(Number.POSITIVE_INFINITY);
	expect(
		() =>
			new Solutions(1, [
				{ columns: [0], value: 1 },
				{ columns: [0], value: 2 },
			]),
	).toThrow("contradictory");
});
