import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { subjectModel } from "../../../../core/assistant/retrieve/subject-model.ts";
import { trainSubjects } from "../../../../core/assistant/retrieve/train-subjects.ts";
import { refusedFile } from "../../../../core/content/refused.ts";
import { askedFile } from "../../../../core/content/topics.ts";
import { NO_GUIDE, REFUSALS } from "../../../../core/content/vocabulary.ts";
import { subjectExamples } from "../../../../scripts/content/learnt-weights.ts";
import { knowledge } from "../understand/knowledge.ts";

const content = (name: string): unknown => parse(readFileSync(`content/office/${name}.yaml`, "utf8"));
const examples = subjectExamples(
	knowledge.guides,
	askedFile.parse(content("asked")).asked,
	refusedFile.parse(content("refused")).refused,
);
const known = examples.filter(({ id }) => id !== "harmless");
const isRefused = (id: string | undefined) => id?.startsWith("refuse-") ?? false;
const best = (likely: ReadonlyMap<string, number>) => [...likely].sort((a, b) => b[1] - a[1])[0]?.[0];

describe("weights of subjects", () => {
	it("carry over to questions they were not learnt from", () => {
		const model = subjectModel(trainSubjects(examples.filter((_, index) => index % 5 !== 0)));
		const kept = examples.filter(({ id }, index) => index % 5 === 0 && id !== "harmless");
		const guessed = kept.map(({ text, id }) => ({ id, guess: best(model.likely(text)) }));
		const share = (some: typeof guessed, is: (one: (typeof guessed)[number]) => boolean) =>
			some.filter(is).length / some.length;
		const refused = guessed.filter(({ id }) => isRefused(id));
		const answered = guessed.filter(({ id }) => !isRefused(id));
		expect(share(refused, ({ guess }) => isRefused(guess))).toBeGreaterThan(0.9);
		expect(share(answered, ({ guess }) => isRefused(guess))).toBeLessThan(0.06);
		expect(share(answered, ({ id, guess }) => guess === id)).toBeGreaterThan(0.85);
	});

	it("fit what they were learnt from", () => {
		const model = subjectModel(knowledge.subjectWeights);
		const right = known.filter(({ text, id }) => best(model.likely(text)) === id);
		expect(right.length / known.length).toBeGreaterThan(0.98);
	});

	it("are the same for the same examples, and other for others", () => {
		const some = examples.filter((_, index) => index % 20 === 0);
		expect(trainSubjects(some)).toEqual(trainSubjects([...some]));
		expect(trainSubjects(some.slice(1))).not.toEqual(trainSubjects(some));
	});

	it("give probabilities, of a text without anything known too", () => {
		const model = subjectModel(knowledge.subjectWeights);
		for (const { text } of examples.slice(0, 300)) {
			const likely = [...model.likely(text).values()];
			expect(likely.every((value) => value > 0 && value <= 1)).toBe(true);
			expect(likely.reduce((sum, value) => sum + value, 0)).toBeLessThan(1.000_001);
		}
		expect(model.likely("").size).toBe(knowledge.subjectWeights.ids.length);
	});

	it("name guides, refusals, or say that none is meant", () => {
		const subjects = new Set<string>([...knowledge.guides.map(({ id }) => id), ...NO_GUIDE, ...REFUSALS]);
		expect(knowledge.subjectWeights.ids.filter((id) => !subjects.has(id))).toEqual([]);
	});

	it("are rows of as many signs as they announce", () => {
		const { counts, subjects, steps } = knowledge.subjectWeights;
		const total = [...counts].reduce((sum, sign) => sum + sign.charCodeAt(0) - 0x23, 0);
		expect([subjects.length, steps.length]).toEqual([total, total]);
	});
});

describe("refused questions of the content", () => {
	it("stand in one group only", () => {
		const { refused } = refusedFile.parse(content("refused"));
		const twice = { ...refused, harmless: [...refused.harmless, refused["refuse-privacy"][0] ?? ""] };
		expect(refusedFile.safeParse({ asOf: "2026-11-24", refused: twice }).success).toBe(false);
	});
});
