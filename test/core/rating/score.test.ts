import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreRating } from "../../../core/rating/score.ts";
import { loadKnowledge } from "../../../scripts/knowledge.ts";

const { rating } = loadKnowledge();
const items = [...rating.dimensions.flatMap((dimension) => dimension.items), ...rating.bonus];
const full = Object.fromEntries(
	rating.dimensions.flatMap(({ items: own }) => own.map(({ id, points }) => [id, points])),
);
const base = rating.dimensions.reduce((sum, { points }) => sum + points, 0);
const answers = fc.record(
	Object.fromEntries(items.map(({ id, points }) => [id, fc.double({ min: 0, max: points, noNaN: true })])),
);

describe("scoreRating", () => {
	it("gives the lowest star to an empty sheet and the highest to a full one", () => {
		expect(scoreRating(rating, { points: {}, vetoes: [] })).toMatchObject({ total: 0, star: 1 });
		expect(scoreRating(rating, { points: full, vetoes: [] })).toMatchObject({
			total: base,
			star: 5,
			toNext: null,
		});
	});

	it("counts the lower bound of a band as belonging to it", () => {
		for (const band of rating.bands) {
			const sheet: Record<string, number> = {};
			let rest = band.from;
			for (const { id, points } of rating.dimensions.flatMap(({ items: own }) => own)) {
				sheet[id] = Math.min(points, rest);
				rest -= sheet[id];
			}
			expect(scoreRating(rating, { points: sheet, vetoes: [] }).star, band.name).toBe(band.star);
		}
	});

	it("caps the bonus and, for the band, the total", () => {
		const bonus = Object.fromEntries(rating.bonus.map(({ id, points }) => [id, points]));
		const result = scoreRating(rating, { points: { ...full, ...bonus }, vetoes: [] });
		expect(result.bonus).toBe(rating.bonusMax);
		expect(result.total).toBe(base + rating.bonusMax);
		expect(result.forBand).toBe(base);
	});

	it("gives no star when any veto applies, and ignores vetoes the rubric does not know", () => {
		for (const { id } of rating.vetoes) {
			expect(scoreRating(rating, { points: full, vetoes: [id] })).toMatchObject({ star: null, toNext: null });
		}
		expect(scoreRating(rating, { points: full, vetoes: ["unknown"] }).star).toBe(5);
	});

	it("never leaves the range, and more points never cost a star", () => {
		fc.assert(
			fc.property(answers, fc.constantFrom(...items), (points, raised) => {
				const before = scoreRating(rating, { points, vetoes: [] });
				const after = scoreRating(rating, { points: { ...points, [raised.id]: raised.points }, vetoes: [] });
				expect(before.total).toBeGreaterThanOrEqual(0);
				expect(before.forBand).toBeLessThanOrEqual(base);
				expect(after.star ?? 0).toBeGreaterThanOrEqual(before.star ?? 0);
			}),
		);
	});

	it("treats a number outside an item's range as the nearest end, and no number as nothing", () => {
		const [item] = items;
		if (!item) throw new Error("the rubric has no items");
		const of = (value: number) => scoreRating(rating, { points: { [item.id]: value }, vetoes: [] }).total;
		expect([of(-3), of(1e9), of(Number.NaN)]).toEqual([0, item.points, 0]);
	});
});
