import { expect, it } from "vitest";
import { loadKnowledge } from "../../scripts/knowledge.ts";
import { guideLinks } from "../../site/content/guide-links.ts";

const all = loadKnowledge();
const guide = all.guides.find(({ cases }) => cases.length > 0);

it("shows every case of a guide, and of very many those it names and the newest", () => {
	if (!guide) throw new Error("no guide names a case");
	const [model] = all.cases;
	if (!model) throw new Error("no case");
	const own = guideLinks(guide, all).cases.map(({ slug }) => slug);
	expect(own).toEqual(expect.arrayContaining([...guide.cases]));
	const more = Array.from({ length: 200 }, (_, at) => ({
		...model,
		slug: `more-${at}`,
		year: 2015 + (at % 60),
		guides: [guide.id],
	}));
	const shown = guideLinks(guide, { ...all, cases: [...more, ...all.cases] }).cases;
	expect(shown.length).toBe(20);
	expect(shown.map(({ slug }) => slug)).toEqual(expect.arrayContaining([...guide.cases]));
	expect(Math.max(...shown.map(({ year }) => year))).toBe(2074);
});
