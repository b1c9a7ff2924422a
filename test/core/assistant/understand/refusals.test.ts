import { readFileSync } from "node:fs";
import fc from "fast-check";
import * as opencc from "opencc-js";
import { describe, expect, it, test } from "vitest";
import { understand } from "../../../../core/assistant/understand/understand.ts";
import { REFUSALS } from "../../../../core/content/vocabulary.ts";
import { knowledge } from "./knowledge.ts";

const lines = (name: string) =>
	readFileSync(new URL(name, import.meta.url), "utf8")
		.split("\n")
		.filter(Boolean);
/** The refusal a text meets with, or null. */
const read = (text: string) => {
	const { topic } = understand(text, knowledge);
	return REFUSALS.find((id) => id === topic) ?? null;
};

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
/** Every question with every story, greetings and thanks in turn. */
const surrounded = <T>(questions: readonly (readonly [string, T])[]) =>
	questions.flatMap(([q, expected], number) =>
		STORIES.map((story, index) => {
			const greeting = GREETINGS[(number + index) % GREETINGS.length];
			const closing = CLOSINGS[(number + 2 * index) % CLOSINGS.length];
			return [`${greeting}${story}${q}${closing}`, expected] as const;
		}),
	);
const toTraditional = opencc.Converter({ from: "cn", to: "tw" });

describe("refusals", () => {
	test.each(refused)("$topic: $q", ({ q, topic: expected }) => {
		expect(read(q)).toBe(expected);
	});

	test.each(harmless)("harmless: %s", (q) => {
		expect(read(q)).toBeNull();
	});

	it("stay refusals behind a greeting, a story and thanks, nearly always the same ones", () => {
		const told = surrounded(refused.map(({ q, topic: expected }) => [q, expected] as const));
		expect(told.filter(([q]) => read(q) !== null).length / told.length).toBeGreaterThan(0.98);
		expect(told.filter(([q, expected]) => read(q) === expected).length / told.length).toBeGreaterThan(0.97);
	});

	it("are hardly ever called forth by a greeting, a story and thanks", () => {
		const told = surrounded(harmless.map((q) => [q, null] as const));
		expect(told.filter(([q]) => read(q) !== null).length / told.length).toBeLessThan(0.02);
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
