import { readFileSync } from "node:fs";
import fc from "fast-check";
import * as opencc from "opencc-js";
import { describe, expect, it, test } from "vitest";
import { RULES } from "../../../../../core/assistant/understand/refusals/grammar.ts";
import { readRefusal } from "../../../../../core/assistant/understand/refusals/refusals.ts";
import { shapeOf, vocabularyOf } from "../../../../../core/assistant/understand/refusals/shape.ts";
import { readable } from "../../../../../core/assistant/understand/spelling.ts";
import { refusalsFile } from "../../../../../core/content/refusal-words.ts";
import { knowledge } from "../knowledge.ts";

const lines = (name: string) =>
	readFileSync(new URL(name, import.meta.url), "utf8")
		.split("\n")
		.filter(Boolean);
const read = (text: string) => readRefusal(readable(text), knowledge.refusalWords);

/** Questions that are refused, each with its topic. */
const refused: { topic: string; q: string }[] = [];
let topic = "";
for (const line of lines("refused.txt")) {
	if (line.startsWith("# ")) topic = line.slice(2);
	else refused.push({ topic, q: line });
}
/** Questions that only look as if they were to be refused. */
const harmless = lines("harmless.txt");

const anyRefused = fc.constantFrom(...refused);
const anyHarmless = fc.constantFrom(...harmless);
const GREETINGS = [
	"你好，",
	"您好，请问",
	"老师好，打扰一下，",
	"在吗？",
	"不好意思，想咨询一下，",
	"",
] as const;
const STORIES = [
	"我们是做家具的，2016年成立，员工一百多人。",
	"上个月街道来排查过一次。",
	"公司在园区三号楼，去年评了三星。",
	"支部刚换过届。",
	"检查组说造假要一票否决。",
	"填报的时候要求不写姓名。",
	"",
] as const;
const CLOSINGS = ["，谢谢", "，麻烦了", "，急", "。谢谢老师！", "，辛苦了🙏", ""] as const;
const toTraditional = opencc.Converter({ from: "cn", to: "tw" });

describe("refusals", () => {
	test.each(refused)("$topic: $q", ({ q, topic: expected }) => {
		expect(read(q)).toBe(expected);
	});

	test.each(harmless)("harmless: %s", (q) => {
		expect(read(q)).toBeNull();
	});

	it("stay refusals behind a greeting, a story and thanks", () => {
		fc.assert(
			fc.property(
				anyRefused,
				fc.constantFrom(...GREETINGS),
				fc.constantFrom(...STORIES),
				fc.constantFrom(...CLOSINGS),
				({ q, topic: expected }, greeting, story, closing) => {
					expect(read(`${greeting}${story}${q}${closing}`)).toBe(expected);
				},
			),
			{ numRuns: 1_500 },
		);
	});

	it("are not called forth by a greeting, a story and thanks", () => {
		fc.assert(
			fc.property(
				anyHarmless,
				fc.constantFrom(...GREETINGS),
				fc.constantFrom(...STORIES),
				fc.constantFrom(...CLOSINGS),
				(q, greeting, story, closing) => {
					expect(read(`${greeting}${story}${q}${closing}`)).toBeNull();
				},
			),
			{ numRuns: 1_500 },
		);
	});

	it("see through traditional characters and full width", () => {
		for (const { q, topic: expected } of refused) expect([q, read(toTraditional(q))]).toEqual([q, expected]);
		for (const q of harmless) expect([q, read(toTraditional(q))]).toEqual([q, null]);
	});

	it("see through characters set apart and invisible characters", () => {
		fc.assert(
			fc.property(
				anyRefused,
				fc.constantFrom(" ", "·", "-", "\u200b", "\u2060"),
				({ q, topic: expected }, mark) => {
					const apart = q.replace(/(?<=\p{Script=Han})(?=[\p{Script=Han}])/gu, mark);
					expect(read(apart)).toBe(expected);
				},
			),
			{ numRuns: 600 },
		);
	});

	it("survive the doubling of a question mark, exclamation marks and capitals", () => {
		for (const { q, topic: expected } of refused) {
			expect(read(`${q}？？？`)).toBe(expected);
			expect(read(`${q}！！`.toUpperCase())).toBe(expected);
		}
	});
});

describe("grammar of refusals", () => {
	it("writes out no word that a class holds: it could not occur in a shape", () => {
		const vocabulary = vocabularyOf(knowledge.refusalWords);
		const written = RULES.flatMap(({ patterns, excuse, within }) => [...patterns, excuse ?? "", within ?? ""])
			.flatMap((pattern) => pattern.match(/\p{Script=Han}+/gu) ?? [])
			.filter((word) => shapeOf(word, vocabulary) !== word);
		expect(written).toEqual([]);
	});

	it("a word in two classes is a mistake of the content", () => {
		const words = { ...knowledge.refusalWords, person: `${knowledge.refusalWords.person} 造假` };
		const result = refusalsFile.safeParse({ asOf: "2026-11-24", words });
		expect(result.error?.issues.map((issue) => issue.message)).toEqual([
			"“造假”已经在 person 里，一个词只能放在一类里，删去其中一处",
		]);
	});
});
