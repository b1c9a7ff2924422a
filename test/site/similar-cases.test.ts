import { expect, it } from "vitest";
import { loadKnowledge } from "../../scripts/knowledge.ts";
import { similarCases } from "../../site/content/facets.ts";

const { cases } = loadKnowledge();

it("offers other cases of the same mode, those of the same form before the rest", () => {
	for (const entry of cases) {
		const similar = similarCases(entry, cases, 4);
		const mode = cases.filter(({ mode, slug }) => mode === entry.mode && slug !== entry.slug);
		expect(similar.length, entry.slug).toBe(Math.min(4, mode.length));
		expect(new Set(similar).size).toBe(similar.length);
		expect(similar.every((other) => mode.includes(other))).toBe(true);
		const forms = similar.map(({ form }) => form === entry.form);
		expect(forms, entry.slug).toEqual(forms.toSorted((a, b) => Number(b) - Number(a)));
		const same = mode.filter(({ form }) => form === entry.form).length;
		expect(forms.filter(Boolean).length).toBe(Math.min(4, same));
	}
});
