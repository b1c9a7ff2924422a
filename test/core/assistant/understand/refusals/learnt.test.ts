import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readRefusals } from "../../../../../core/assistant/understand/refusals/refusals.ts";
import { trainRefusals } from "../../../../../core/assistant/understand/refusals/train-refusals.ts";
import { refusedFile } from "../../../../../core/content/refusal-words.ts";
import { askedFile } from "../../../../../core/content/topics.ts";
import { askedExamples, refusalExamples } from "../../../../../scripts/content/learnt-weights.ts";
import { knowledge } from "../knowledge.ts";

const content = (name: string): unknown => parse(readFileSync(`content/office/${name}.yaml`, "utf8"));
const { refused } = refusedFile.parse(content("refused"));
const examples = refusalExamples(
	askedExamples(knowledge.guides, askedFile.parse(content("asked")).asked),
	refused,
);
const words = knowledge.refusalWords;

describe("learnt weights of refusals", () => {
	it("carry over to questions they were not learnt from", () => {
		const kept = examples.filter((_, index) => index % 5 === 0);
		const weights = trainRefusals(
			examples.filter((_, index) => index % 5 !== 0),
			words,
		);
		const refuses = ({ text }: { readonly text: string }) => {
			const { written, learnt } = readRefusals(text, words, weights);
			return written !== null || learnt.likely >= 0.4;
		};
		const bad = kept.filter(({ label }) => label !== "harmless");
		const good = kept.filter(({ label }) => label === "harmless");
		expect(bad.filter(refuses).length / bad.length).toBeGreaterThan(0.8);
		expect(good.filter(refuses).length / good.length).toBeLessThan(0.04);
	});

	it("are the same for the same examples, and other for others", () => {
		const some = examples.filter((_, index) => index % 20 === 0);
		expect(trainRefusals(some, words)).toBe(trainRefusals([...some], words));
		expect(trainRefusals(some.slice(1), words)).not.toBe(trainRefusals(some, words));
	});

	it("with the grammar refuse everything the content says is refused", () => {
		const missed = examples
			.filter(({ label }) => label !== "harmless")
			.filter(({ text, label }) => {
				const { written, learnt } = readRefusals(text, words, knowledge.refusalWeights);
				return (written ?? (learnt.likely >= 0.4 ? learnt.refusal : null)) !== label;
			});
		expect(missed.length / examples.length).toBeLessThan(0.01);
	});
});

describe("questions of a set", () => {
	it("stand in one class only", () => {
		const twice = { ...refused, harmless: [...refused.harmless, refused["refuse-privacy"][0] ?? ""] };
		expect(refusedFile.safeParse({ asOf: "2026-11-24", refused: twice }).success).toBe(false);
	});
});
