import { describe, expect, it } from "vitest";
import { guide } from "../../core/content/guide.ts";
import { glossaryFile } from "../../core/content/office.ts";
import { OUTCOME_CODES } from "../../core/content/vocabulary.ts";
import { readContentFile } from "../../scripts/content/read.ts";
import { loadKnowledge } from "../../scripts/knowledge.ts";
import { entries, headings, textLength } from "./entries.ts";

const guides = entries("guides", guide);
const ids = new Set(guides.map(({ slug }) => slug));
const glossary = glossaryFile.parse(readContentFile("content/office/glossary.yaml").data);
const { topics, wording } = loadKnowledge();

/** Everything of a guide that a reader or the assistant sees, as one text. */
const wholeText = ({ data, body }: (typeof guides)[number]) => `${JSON.stringify(data)}\n${body}`;

/** Blocks of a body that are neither table, list nor heading: its paragraphs. */
const paragraphs = (body: string) =>
	body
		.split(/\n{2,}/)
		.map((block) => block.trim())
		.filter((block) => block !== "" && !/^(#|\||- |\d+\. )/.test(block));

describe("guides", () => {
	it("explain every outcome of the table, under its own code and without steps of their own", () => {
		const explained = guides.filter(({ data }) => data.outcome !== undefined);
		expect(explained.map(({ data }) => data.outcome).sort()).toEqual([...OUTCOME_CODES].sort());
		for (const { slug, data } of explained) {
			expect(slug).toBe(data.outcome);
			expect(data.steps, slug).toEqual([]);
		}
	});

	it("answer every topic the assistant can recognise, refusals apart, with the same intent", () => {
		const answered = topics.filter(({ id }) => !(id in wording.refusals));
		expect(answered.length).toBeGreaterThanOrEqual(49);
		for (const topic of answered) {
			const found = guides.find(({ slug }) => slug === topic.id);
			expect(found?.data.intent, topic.id).toBe(topic.intent);
		}
	});

	it.each(guides)("$slug starts with when it applies and is neither a stub nor a treatise", ({ body }) => {
		expect(headings(body)[0]).toBe("什么情况适用");
		expect(headings(body).length).toBeGreaterThanOrEqual(3);
		expect(headings(body).length).toBeLessThanOrEqual(5);
		expect(textLength(body)).toBeGreaterThanOrEqual(350);
		expect(textLength(body)).toBeLessThanOrEqual(1000);
	});

	it.each(guides)("$slug keeps a paragraph on one line, because a wrapped line breaks search", ({ body }) => {
		for (const paragraph of paragraphs(body)) expect(paragraph).not.toContain("\n");
	});

	it.each(guides)("$slug is set in Chinese typography", ({ body, data }) => {
		const text = [data.title, data.answer, ...data.checklist, ...paragraphs(body)]
			.join("\n")
			.replaceAll(/\]\([^)]*\)/g, "]");
		expect(text).not.toMatch(/\p{Script=Han} +[\p{Script=Han}A-Za-z0-9]/u);
		expect(text).not.toMatch(/[A-Za-z0-9] +\p{Script=Han}/u);
		expect(text).not.toMatch(/\p{Script=Han}[,;:?!()"']/u);
	});

	it.each(guides)("$slug says who decides and never announces a decision", (entry) => {
		expect(wholeText(entry)).not.toMatch(/(您|你)(们)?(单位|公司)?已(经)?(被)?(批准|成立|撤销|自行脱党)/);
		expect(entry.body).toMatch(/上级|批复|由.{0,20}(决定|确定|定|办理|批准|统一)/);
	});

	it("state sums of money only where a national rule gives them", () => {
		const priced = guides.filter((entry) => /\d+(\.\d+)?万?元/.test(wholeText(entry)));
		expect(priced.map(({ slug }) => slug).sort()).toEqual(["activity-funds", "party-dues"]);
	});

	it("print training hours with the plan they come from", () => {
		const hours = guides.filter((entry) => /不少于(32|56)学时/.test(wholeText(entry)));
		expect(hours.length).toBeGreaterThan(0);
		for (const { slug, data } of hours) {
			expect(data.answer, slug).toContain("2019—2023年规划口径，现行规划请核对");
		}
	});

	it("are asked for in at least six ways, none of which leads to two guides", () => {
		const owner = new Map<string, string>();
		for (const { slug, data } of guides) {
			expect(data.aliases.length, slug).toBeGreaterThanOrEqual(6);
			for (const alias of data.aliases) {
				expect(owner.get(alias), `${alias}: ${slug}`).toBeUndefined();
				owner.set(alias, slug);
			}
		}
	});

	it("mention the old name of a department only beside today's", () => {
		for (const entry of guides) {
			if (wholeText(entry).includes("工商局")) expect(wholeText(entry), entry.slug).toContain("市场监管局");
		}
	});
});

describe("glossary", () => {
	it("explains at least forty terms, each once, and links only to guides that exist", () => {
		expect(glossary.terms.length).toBeGreaterThanOrEqual(40);
		expect(new Set(glossary.terms.map(({ id }) => id)).size).toBe(glossary.terms.length);
		expect(new Set(glossary.terms.map(({ term }) => term)).size).toBe(glossary.terms.length);
		for (const { term, guide: target } of glossary.terms) {
			if (target !== undefined) expect(ids.has(target), `${term} → ${target}`).toBe(true);
		}
	});

	it("gives each synonym to one term only", () => {
		const owner = new Map<string, string>();
		for (const { term, synonyms } of glossary.terms) {
			for (const synonym of synonyms) {
				expect(owner.get(synonym), `${synonym}: ${term}`).toBeUndefined();
				owner.set(synonym, term);
			}
		}
	});

	it("says what a name that is no longer valid is called today", () => {
		const past = glossary.terms.filter(({ validTo }) => validTo !== undefined);
		expect(past.length).toBeGreaterThan(0);
		for (const { term, nowCalled } of past) expect(nowCalled, term).toBeTruthy();
	});
});
