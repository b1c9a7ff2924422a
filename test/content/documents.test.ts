import { describe, expect, it } from "vitest";
import { document } from "../../core/content/document.ts";
import { BLANKS } from "../../core/documents/blanks.ts";
import { entries, headings } from "./entries.ts";

const documents = entries("documents", document);
const names = new Set(BLANKS.map((blank) => blank.name));

describe("documents", () => {
	it("cover templates, forms, handouts and slides", () => {
		const kinds = new Set(documents.map(({ data }) => data.kind));
		expect([...kinds].sort()).toEqual(["form", "handout", "slides", "template"]);
		expect(documents.length).toBeGreaterThanOrEqual(24);
	});

	it("use only blanks of the vocabulary, and every blank is used", () => {
		const used = new Set<string>();
		for (const { slug, body } of documents) {
			for (const [, name = ""] of body.matchAll(/【([^】]*)】/g)) {
				expect(names, `${slug}: 【${name}】`).toContain(name);
				used.add(name);
			}
		}
		expect([...names].filter((name) => !used.has(name))).toEqual([]);
	});

	it.each(documents.filter(({ data }) => data.kind === "template"))(
		"template $slug is laid out as the generators expect",
		({ data, body }) => {
			expect(data.title).toMatch(/（范本）$/);
			expect(headings(body)[0]).toBe("范本正文");
			expect(headings(body).at(-1)).toBe("填写说明");
			expect(body).not.toMatch(/〔20\d\d〕\d+号/);
		},
	);

	it.each(documents.filter(({ data }) => data.kind === "slides"))(
		"slides of $slug hold at most six bullets, then what the speaker says",
		({ data, body }) => {
			expect(data.formats).toEqual(["pptx", "pdf"]);
			for (const slide of body.split(/^## /m).slice(1)) {
				const [title, ...lines] = slide.trim().split("\n");
				const bullets = lines.filter((line) => line.startsWith("- "));
				expect(bullets.length, title).toBeGreaterThan(1);
				expect(bullets.length, title).toBeLessThanOrEqual(6);
				for (const line of bullets) expect(line, title).toMatch(/^- .{2,48}$/);
				const rest = lines.filter((line) => line !== "" && !line.startsWith("- "));
				expect(rest, title).toHaveLength(1);
				expect(rest[0], title).toMatch(/^讲解：.{20,160}$/);
			}
		},
	);

	it("only slides are PPTX", () => {
		const pptx = documents.filter(({ data }) => data.formats.includes("pptx"));
		expect(pptx.every(({ data }) => data.kind === "slides")).toBe(true);
	});
});
