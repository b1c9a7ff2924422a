import { describe, expect, it } from "vitest";
import { CASE_HEADINGS, modelCase } from "../../core/content/case.ts";
import { districtFile } from "../../core/content/office.ts";
import { FORMS, type Form, MODES, type Mode, ORG_KINDS } from "../../core/content/vocabulary.ts";
import { readContentFile } from "../../scripts/content/read.ts";
import { entries, headings, textLength } from "./entries.ts";

const cases = entries("cases", modelCase);
const district = districtFile.parse(readContentFile("content/office/district.yaml").data);

/** Mode a form belongs to; of the forms the office's three modes do not name, the nearest. */
const MODE_OF: Readonly<Record<Form, readonly Mode[]>> = {
	single: ["single"],
	"joint-area": ["cluster"],
	"joint-industry": ["cluster"],
	"joint-lead": ["cluster"],
	affiliated: ["affiliated"],
	instructor: ["work-only"],
	project: ["single"],
	temporary: ["single", "cluster"],
	mobile: ["cluster"],
};

describe("cases", () => {
	it("cover every mode, form, kind, industry and star level", () => {
		expect(cases.length).toBeGreaterThanOrEqual(32);
		const all = <K extends keyof (typeof cases)[number]["data"]>(key: K) =>
			new Set(cases.map(({ data }) => data[key]));
		expect([...all("mode")].sort()).toEqual([...MODES].sort());
		expect([...all("form")].sort()).toEqual([...FORMS].sort());
		expect([...all("kind")].sort()).toEqual([...ORG_KINDS].sort());
		expect([...all("industry")].sort()).toEqual(district.industries.map(({ id }) => id).sort());
		expect(all("star")).toEqual(new Set([1, 2, 3, 4, 5, null]));
		expect(all("directory")).toEqual(new Set([undefined, "demonstration-site", "open-base"]));
	});

	it.each(cases)("$slug has its four sections and a readable length", ({ body, data }) => {
		expect(headings(body)).toEqual([...CASE_HEADINGS]);
		expect(textLength(body)).toBeGreaterThanOrEqual(250);
		expect(textLength(body)).toBeLessThanOrEqual(600);
		expect(MODE_OF[data.form]).toContain(data.mode);
	});

	it.each(cases)("$slug names no money, award or person", ({ body }) => {
		expect(body).not.toMatch(/\d+(\.\d+)?\s*(万元|元)/);
		expect(body).not.toMatch(/[张王李刘陈杨赵黄周吴](某|先生|女士|书记|经理)/);
	});

	it("a department name of 2019 is kept with a note of today's name", () => {
		const old = cases.filter(({ body }) => body.includes("工商局"));
		expect(old.length).toBeGreaterThan(0);
		for (const { slug, body, data } of old) {
			expect(data.year, slug).toBe(2019);
			expect(body, slug).toContain("现为市场监管局");
		}
	});
});
