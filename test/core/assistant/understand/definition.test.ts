import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { understand } from "../../../../core/assistant/understand/understand.ts";
import { knowledge } from "./knowledge.ts";

const read = (text: string) => understand(text, knowledge);
const explained = knowledge.glossary.terms.filter((term) => term.guide !== undefined);
const WAYS: readonly ((word: string) => string)[] = [
	(word) => `什么是${word}`,
	(word) => `${word}是什么意思`,
	(word) => `请问什么叫${word}？`,
	(word) => `${word}啥意思啊`,
	(word) => `${word}怎么理解`,
];

describe("questions after a meaning", () => {
	it("lead to the guide of the term, by any of its names and in any of the usual ways", () => {
		fc.assert(
			fc.property(fc.constantFrom(...explained), fc.constantFrom(...WAYS), fc.nat(), (term, say, nth) => {
				const names = [term.term, ...term.synonyms].filter((name) => name.length > 1);
				const name = names[nth % names.length] ?? term.term;
				const own = explained.filter((other) => [other.term, ...other.synonyms].includes(name));
				expect(own.map(({ guide }) => guide)).toContain(read(say(name)).topic);
			}),
			{ numRuns: 300 },
		);
	});

	test.each(["预备党员算不算", "预备党员算党员吗", "入党积极分子算不算党员"])(
		"%s: whether somebody counts is told by the meaning",
		(text) => {
			const { topic, term } = read(text);
			expect(topic).not.toBeNull();
			expect(knowledge.glossary.terms.find(({ id }) => id === term)?.meaning).toMatch(/不|还/);
		},
	);

	test.each([
		"我们有两名预备党员算不算够三个",
		"什么是党员大会要做的",
		"党支部有5名党员是什么形式",
		"换届是什么时候",
	])("%s is another question", (text) => {
		expect(read(text).term).toBeUndefined();
	});
});
