import { existsSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { GUIDE_SECTIONS } from "../../core/content/anchor.ts";
import { FIRST_SCRIPT } from "../../core/publication/first-script.ts";
import { loadKnowledge } from "../../scripts/knowledge.ts";
import { assistantLinks } from "../../site/content/assistant-links.ts";
import { FACETS, facetValue } from "../../site/content/facets.ts";

const all = loadKnowledge();
const page = (path: string) => readFileSync(`dist${path}index.html`, "utf8");
/** Bytes of a file as it is sent. */
const sent = (file: string) => statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;

describe("guide pages", () => {
	it.each(all.guides.map(({ id }) => id))("%s keeps its anchors", (id) => {
		const html = page(`/guides/${id}/`);
		expect(html).toContain(`<h1 id="${id}"`);
		const guide = all.guides.find((one) => one.id === id);
		const expected: (keyof typeof GUIDE_SECTIONS)[] = ["apply", "sources", "changes"];
		if (guide?.outcome || (guide?.steps.length ?? 0) > 0) expected.push("steps");
		for (const name of ["materials", "checklist", "mistakes"] as const) {
			if ((guide?.[name].length ?? 0) > 0) expected.push(name);
		}
		for (const anchor of expected) expect(html, anchor).toContain(`id="${anchor}"`);
		expect(html).toContain("data-pagefind-body");
	});

	it("stay within 20 KB compressed, with styles and script, like cases, courses and papers", () => {
		const paths = [
			...all.guides.map(({ id }) => `/guides/${id}/`),
			...all.cases.map(({ slug }) => `/cases/${slug}/`),
			...all.courses.map(({ slug }) => `/training/${slug}/`),
			...all.documents.map(({ slug }) => `/documents/${slug}/`),
		];
		for (const path of paths) {
			const html = page(path);
			const assets = [...html.matchAll(/(?:href|src)="(\/_astro\/[^"]+)"/g)].map(([, path]) => `dist${path}`);
			const bytes = [`dist${path}index.html`, ...assets].reduce((sum, file) => sum + sent(file), 0);
			expect(bytes, path).toBeLessThanOrEqual(20 * 1024);
		}
	});

	it("carry no style, no script that blocks, and inside the page only the script the security policy names", () => {
		for (const { id } of all.guides) {
			const html = page(`/guides/${id}/`);
			const inline = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text]) => text);
			expect(inline).toEqual([FIRST_SCRIPT]);
			const files = [...html.matchAll(/<script(?!>)[^>]*>/g)];
			for (const [tag] of files) expect(tag).toMatch(/type="module" src="/);
			expect(html).not.toMatch(/<style|\sstyle="|\son[a-z]+="/);
		}
	});
});

describe("links to a guide's topic", () => {
	const guide = { id: "re-election", title: "换届选举", aliases: ["换届怎么办"] };

	it("lead to the office's bot where it has one, and always to the assistant page and the office", () => {
		const links = assistantLinks(guide, { telegramBot: "lianxin_bot" });
		expect(links.bot).toBe("https://t.me/lianxin_bot?start=re-election");
		expect(links.page).toBe(`/assistant/#q=${encodeURIComponent("换届怎么办")}`);
		expect(assistantLinks(guide, {}).bot).toBeUndefined();
		expect(assistantLinks({ ...guide, aliases: [] }, {}).page).toContain(encodeURIComponent("换届选举"));
	});

	it("stand on every guide, and name no bot that is not configured", () => {
		for (const entry of all.guides) {
			const html = page(`/guides/${entry.id}/`);
			const links = assistantLinks(entry, all.district);
			expect(html).toContain(`href="${links.page}"`);
			expect(html).toContain(`href="${links.feedback}"`);
			if (links.bot === undefined) expect(html).not.toContain("https://t.me/");
			else expect(html).toContain(`href="${links.bot}"`);
		}
	});

	it("can be followed by Telegram: no topic id has a character it refuses", () => {
		for (const { id } of all.guides) expect(id).toMatch(/^[\w-]{1,64}$/);
	});
});

describe("preview pictures", () => {
	it("are drawn for every guide, case and course, as JPEG of 1200 × 630", () => {
		const names = [
			...all.guides.map(({ id }) => `guide-${id}`),
			...all.cases.map(({ slug }) => `case-${slug}`),
			...all.courses.map(({ slug }) => `course-${slug}`),
		];
		for (const name of names) {
			const bytes = readFileSync(`dist/og/${name}.jpg`);
			const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
			expect([bytes.readUInt16BE(frame + 7), bytes.readUInt16BE(frame + 5)], name).toEqual([1200, 630]);
		}
	});
});

describe("case facets", () => {
	it("find every case by each of its facets, and no other case", () => {
		for (const facet of FACETS) {
			for (const value of new Set(all.cases.map((entry) => facetValue(entry, facet)))) {
				const html = page(`/cases/${facet}/${value}/`);
				const shown = [...html.matchAll(/data-case="([^"]+)"/g)].map(([, slug]) => slug).sort();
				const right = all.cases
					.filter((entry) => facetValue(entry, facet) === value)
					.map(({ slug }) => slug)
					.sort();
				expect(shown, `${facet}=${value}`).toEqual(right);
			}
		}
	});

	it("are carried by every case page as search filters", () => {
		for (const entry of all.cases) {
			const html = page(`/cases/${entry.slug}/`);
			for (const facet of FACETS) {
				expect(html).toContain(`${facet}[data-${facet}]`);
				expect(html).toContain(`data-${facet}="${facetValue(entry, facet)}"`);
			}
			expect(html).toContain("示例");
		}
	});
});

describe("printed sheets", () => {
	it("carry title and date of review in their margins, each chapter of a book its own", () => {
		const heads = readFileSync("dist/print/running-heads.css", "utf8");
		for (const { id, title } of all.guides) {
			expect(page(`/guides/${id}/`)).toContain(`data-running-title="${title}"`);
			expect(page(`/guides/${id}/`)).toMatch(/data-running-foot="核对日期\d{4}年/);
			expect(heads).toContain(
				`@page chapter-${id}{@top-right{content:"${title}"}@bottom-left{content:"核对日期`,
			);
			expect(page("/print/all/")).toContain(`data-chapter="${id}"`);
		}
		expect(page("/print/all/")).toContain('href="/print/running-heads.css"');
	});
});

describe("the printed book", () => {
	it("holds every guide once, with anchors of its own", () => {
		const html = page("/print/all/");
		for (const { id } of all.guides) expect(html.split(`id="${id}"`).length, id).toBe(2);
		const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
		expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
		expect(html).not.toContain("data-pagefind-body");
	});
});

describe("files for programs", () => {
	it("list the pages and the changes", () => {
		const sitemap = readFileSync("dist/sitemap.xml", "utf8");
		for (const { id } of all.guides) expect(sitemap).toContain(`/guides/${id}/</loc>`);
		expect(sitemap).not.toContain("/print/");
		expect(existsSync("dist/sitemap-index.xml")).toBe(false);
		expect(readFileSync("dist/robots.txt", "utf8")).toContain("/sitemap.xml");
		expect(readFileSync("dist/rss.xml", "utf8")).toContain("<language>zh-CN</language>");
		const outline = readFileSync("dist/llms.txt", "utf8");
		for (const { id, answer } of all.guides) expect(outline).toContain(`/guides/${id}/)：${answer}`);
		expect(JSON.parse(readFileSync("dist/manifest.webmanifest", "utf8"))).toMatchObject({
			lang: "zh-CN",
			start_url: "/",
		});
	});
});
