import { expect, it } from "vitest";
import { loadKnowledge } from "../../scripts/knowledge.ts";
import { allChanges, together } from "../../site/content/changes.ts";

it("lists every change once, those of one day, kind and note together", () => {
	const changes = allChanges(loadKnowledge());
	const groups = together(changes);
	expect(groups.flatMap(({ pages }) => pages).length).toBe(changes.length);
	const names = groups.map(({ date, kind, note }) => `${date} ${kind} ${note}`);
	expect(new Set(names).size).toBe(names.length);
	expect(groups.map(({ date }) => date)).toEqual(
		groups
			.map(({ date }) => date)
			.sort()
			.reverse(),
	);
});
