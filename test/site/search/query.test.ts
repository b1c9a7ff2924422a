import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerpt, marked } from "../../../site/search/excerpt.ts";
import { readState, toggleValue, writeState } from "../../../site/search/facets.ts";
import { findRanges, foldText } from "../../../site/search/literal.ts";
import { readPageText, runFinalCharacters } from "../../../site/search/page-text.ts";
import { parseQuery } from "../../../site/search/query.ts";

describe("query", () => {
	test("full width, traditional and spaced input mean the same", () => {
		const plain = parseQuery("联合党支部 docx");
		expect(parseQuery("聯合黨支部　ＤＯＣＸ").terms).toEqual(plain.terms);
		expect(plain.terms).toEqual(["联合", "合党", "党支", "支部", "docx"]);
	});

	test("a question keeps its content words and drops the rest", () => {
		const query = parseQuery("我们公司没有党员怎么办？");
		expect(query.question).toBe(true);
		expect(query.words).toEqual(["公司", "没有", "党员"]);
		expect(parseQuery("怎样入党").words).toEqual(["入党"]);
		expect(parseQuery("联合党支部").question).toBe(false);
	});

	test("two characters need no look at the text, three do", () => {
		expect(parseQuery("党员").pieces[0]?.ambiguous).toBe(false);
		expect(parseQuery("党支部").pieces[0]?.ambiguous).toBe(true);
	});

	test("punctuation and emoji alone are an empty query", () => {
		expect(parseQuery("，。！ 😀").pieces).toEqual([]);
	});

	test("a pasted text of any length gives a bounded number of terms", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", maxLength: 5000 }), (text) => {
				expect(parseQuery(text).terms.length).toBeLessThanOrEqual(240);
			}),
			{ numRuns: 50 },
		);
	});
});

describe("marks", () => {
	test("printed characters are marked whatever their width or script", () => {
		const text = foldText("由《支部條例》第４條\u200B规定");
		const ranges = findRanges(text, ["条例", "第4条"]);
		expect(ranges.map(({ from, to }) => text.printed.slice(from, to))).toEqual(["條例", "第４條"]);
	});

	test("spans always add up to the text", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), fc.string({ maxLength: 3 }), (text, needle) => {
				const folded = foldText(text);
				expect(
					marked(folded, [needle])
						.map((span) => span.text)
						.join(""),
				).toBe(folded.printed);
			}),
		);
	});

	test("an excerpt starts at the sentence with most words and marks each", () => {
		const text = foldText(
			`${"前面的话。".repeat(30)}由一家牵头单位报送请示，联合党支部覆盖单位一般不超过5个。${"后面的话。".repeat(30)}`,
		);
		const spans = excerpt(text, ["联合党支部", "牵头"]);
		expect(spans.filter((span) => span.marked).map((span) => span.text)).toEqual(["牵头", "联合党支部"]);
		expect(spans[0]).toEqual({ text: "…", marked: false });
		expect(spans[1]?.text).toBe("由一家");
	});
});

describe("address", () => {
	test("state survives the way through the address", () => {
		const state = { query: "联合 党支部", selection: { type: ["case"], mode: ["cluster", "single"] } };
		expect(readState(writeState(state))).toEqual(state);
		expect(readState("?q=%20&mode=&unknown=1")).toEqual({ query: "", selection: {} });
	});

	test("taking the last value away removes the facet", () => {
		const once = toggleValue({}, "star", "5");
		expect(once).toEqual({ star: ["5"] });
		expect(toggleValue(once, "star", "5")).toEqual({});
	});
});

describe("page text", () => {
	test("only the searchable body counts; inline tags join, blocks part", () => {
		const html = `<html><head></head><body><nav>导航</nav><main data-pagefind-body><h1>标<b>题</b></h1><p>联<strong>合</strong></p><p>党支部<span data-pagefind-ignore>忽略</span></p></main></body></html>`;
		const text = readPageText(html);
		expect(text?.title).toBe("标题");
		expect(text?.body.replace(/\s+/g, "|")).toBe("|标题|联合|党支部|");
		expect(readPageText("<main>没有标记</main>")).toBeNull();
	});

	test("a character is run-final only where it begins no bigram", () => {
		expect(runFinalCharacters("证书。书记，条例")).toEqual(["记", "例"]);
	});
});
