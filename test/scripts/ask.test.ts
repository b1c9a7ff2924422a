import { describe, expect, it } from "vitest";
import { answerLine } from "../../scripts/ask/answer-line.ts";
import { loadKnowledge } from "../../scripts/knowledge.ts";

const knowledge = loadKnowledge("content");
const now = "2026-11-24T02:00:00.000Z";
const line = (value: unknown) => answerLine(JSON.stringify(value), knowledge, now);

describe("ask", () => {
	it("answers a question on the form with outcome, facts, sources and text", () => {
		const result = line({ id: "a", q: "我们公司有三名正式党员，能自己成立党支部吗" });
		expect(result).toMatchObject({
			id: "a",
			intent: "formation",
			outcome: "single-branch",
			ask: null,
			topic: "single-branch",
			profile: { fullMembers: 3 },
		});
		expect(result).toHaveProperty("text", expect.stringContaining("党支部"));
		if ("sources" in result) expect(result.sources.length).toBeGreaterThan(0);
	});

	it("gives the slot to ask for instead of an outcome", () => {
		expect(line({ id: 1, q: "公司有2名党员" })).toMatchObject({ id: 1, outcome: null, ask: "support" });
	});

	it("gives the topic of a question on procedure", () => {
		expect(line({ q: "支部三年到期了怎么换届" })).toMatchObject({
			intent: "procedure",
			topic: "re-election",
			outcome: null,
		});
	});

	it("says what is wrong with a bad line and keeps its id", () => {
		expect(answerLine("{", knowledge, now)).toHaveProperty("error", expect.stringContaining("JSON"));
		expect(line({ id: 7 })).toMatchObject({ id: 7, error: expect.stringContaining("q") });
	});

	it("survives empty, emoji-only and very long texts", () => {
		for (const q of ["", "  ", "😀😀", "党".repeat(100_000)]) {
			expect(line({ q })).toHaveProperty("text", expect.stringMatching(/.+/));
		}
	});
});
