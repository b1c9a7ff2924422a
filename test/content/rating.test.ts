import { expect, it } from "vitest";
import { ratingFile } from "../../core/content/rules.ts";
import { readContentFile } from "../../scripts/content/read.ts";

const rating = ratingFile.parse(readContentFile("content/rules/rating.yaml").data);

it("points of the items add up to their dimension, and the dimensions to 100", () => {
	for (const dimension of rating.dimensions)
		expect(
			dimension.items.reduce((sum, { points }) => sum + points, 0),
			dimension.id,
		).toBe(dimension.points);
	expect(rating.dimensions.reduce((sum, { points }) => sum + points, 0)).toBe(100);
});

it("bands fall from five stars to one and leave no score out", () => {
	const { bands } = rating;
	expect(bands.map(({ star }) => star)).toEqual([5, 4, 3, 2, 1]);
	expect(bands.at(-1)?.from).toBe(0);
	for (const [index, band] of bands.slice(1).entries())
		expect(band.from).toBeLessThan(bands[index]?.from ?? 0);
});

it("ids are unique, so that a saved self-assessment finds its items again", () => {
	const ids = [
		...rating.dimensions.flatMap(({ items }) => items.map(({ id }) => id)),
		...rating.bonus.map(({ id }) => id),
		...rating.vetoes.map(({ id }) => id),
	];
	expect(new Set(ids).size).toBe(ids.length);
});

it("the printable self-assessment form has the rubric's dimensions, points and vetoes", () => {
	const { body } = readContentFile("content/documents/star-self-assessment.mdx");
	const rows = [...body.matchAll(/^\| (\S+) \| .+ \| (\d+) \| {2}\| {2}\|$/gm)].map(([, name, points]) => [
		name,
		Number(points),
	]);
	expect(rows).toEqual([
		...rating.dimensions.flatMap(({ name, items }) => items.map(({ points }) => [name, points])),
		["加分", rating.bonusMax],
	]);
	for (const { text } of rating.vetoes) expect(body).toContain(`- □ ${text}`);
	for (const { name, from } of rating.bands) {
		const printed = from === 0 ? /^\| 一星 \| 60分以下 \|$/m : new RegExp(`^\\| ${name} \\| ${from}分`, "m");
		expect(body).toMatch(printed);
	}
});
