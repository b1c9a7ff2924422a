import fc from "fast-check";
import { expect, test } from "vitest";
import type { ReportDocument } from "../../../../core/ledger/report/document.ts";
import { toMarkdown } from "../../../../core/ledger/report/markdown.ts";
import { readSlots, SlotError } from "../../../../core/ledger/report/slots.ts";

const report: ReportDocument = {
	title: [{ kind: "wording", text: "标题" }],
	subtitle: [{ kind: "wording", text: "副题" }],
	blocks: [
		{ kind: "slot", id: "one", hint: "做法" },
		{ kind: "paragraph", runs: [{ kind: "wording", text: "正文" }] },
		{ kind: "slot", id: "two", hint: "打算" },
	],
};

/** Lines as people write them, without the marks themselves. */
const prose = fc
	.array(fc.string({ unit: fc.constantFrom("甲", "乙", "1", "|", "-", "#", " ", "【", "<") }), {
		minLength: 1,
		maxLength: 5,
	})
	.map((lines) => lines.join("\n").trim())
	.filter((text) => text !== "");

test("whatever staff write survives any number of regenerations", () => {
	fc.assert(
		fc.property(prose, prose, (one, two) => {
			const written = new Map([
				["one", one],
				["two", two],
			]);
			let markdown = toMarkdown(report, written);
			for (let round = 0; round < 3; round++) markdown = toMarkdown(report, readSlots(markdown).texts);
			expect(readSlots(markdown).texts).toEqual(written);
		}),
	);
});

test("an empty slot shows what belongs there and counts as empty", () => {
	const markdown = toMarkdown(report, new Map());
	expect(markdown).toContain("【待填写：做法】");
	expect(readSlots(markdown).texts.size).toBe(0);
});

test("a text whose slot is gone is kept at the end", () => {
	const markdown = toMarkdown(report, new Map([["old", "以前写的"]]));
	expect(markdown).toMatch(/原有填写内容[\s\S]*以前写的/);
	expect(readSlots(markdown).texts.get("old")).toBe("以前写的");
});

test.each([
	["an end mark is missing", (text: string) => text.replace("<!-- 填写完 one -->\n", "")],
	["a start mark is missing", (text: string) => text.replace(/<!-- 填写 two.*\n/, "")],
	["a slot stands twice", (text: string) => text + text],
])("refuses when %s", (_, damage) => {
	expect(() => readSlots(damage(toMarkdown(report, new Map([["one", "内容"]]))))).toThrow(SlotError);
});
