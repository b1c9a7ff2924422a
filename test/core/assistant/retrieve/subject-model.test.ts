import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { topicModel } from "../../../../core/assistant/retrieve/topic-model.ts";
import { trainTopics } from "../../../../core/assistant/retrieve/train-topics.ts";
import { readable } from "../../../../core/assistant/understand/spelling.ts";
import { askedFile } from "../../../../core/content/topics.ts";
import { knowledge } from "../understand/knowledge.ts";

const { asked } = askedFile.parse(parse(readFileSync("content/office/asked.yaml", "utf8")));
const examples = Object.entries(asked).flatMap(([id, questions]) =>
	questions.map((text) => ({ text: readable(text), id })),
);
const best = (likely: ReadonlyMap<string, number>) => [...likely].sort((a, b) => b[1] - a[1])[0]?.[0];

describe("weights of topics", () => {
	it("carry over to questions they were not learnt from", () => {
		const kept = examples.filter((_, index) => index % 5 === 0);
		const model = topicModel(trainTopics(examples.filter((_, index) => index % 5 !== 0)));
		const right = kept.filter(({ text, id }) => best(model.likely(text)) === id).length;
		expect(right / kept.length).toBeGreaterThan(0.85);
	});

	it("are the same for the same examples, and other for others", () => {
		const some = examples.filter((_, index) => index % 9 === 0);
		expect(trainTopics(some)).toEqual(trainTopics([...some]));
		expect(trainTopics(some.slice(1))).not.toEqual(trainTopics(some));
	});

	it("give probabilities", () => {
		const model = topicModel(knowledge.topicWeights);
		for (const { text } of examples.slice(0, 300)) {
			const likely = [...model.likely(text).values()];
			expect(likely.every((value) => value > 0 && value <= 1)).toBe(true);
			expect(likely.reduce((sum, value) => sum + value, 0)).toBeLessThan(1.000_001);
		}
		expect(model.likely("").size).toBeGreaterThan(0);
	});

	it("name guides, or say that none is meant", () => {
		const known = new Set([...knowledge.guides.map(({ id }) => id), "off-topic", "formation"]);
		expect(knowledge.topicWeights.ids.filter((id) => !known.has(id))).toEqual([]);
	});
});
