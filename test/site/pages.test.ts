import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadKnowledge } from "../../scripts/knowledge.ts";
import { DESK, PHONE, ServedSite } from "./served-site.ts";

const all = loadKnowledge();
const first = <T>(list: readonly T[]): T => {
	const [value] = list;
	if (value === undefined) throw new Error("content is empty");
	return value;
};

/** One page of every template. */
const PAGES = [
	"/",
	"/guides/",
	`/guides/${first(all.guides).id}/`,
	"/guides/branch-election/",
	"/cases/",
	`/cases/mode/${first(all.cases).mode}/`,
	`/cases/${first(all.cases).slug}/`,
	`/cases/compare/?a=${first(all.cases).slug}&b=${all.cases[1]?.slug}`,
	"/training/",
	`/training/${first(all.courses).slug}/`,
	"/documents/",
	...["template", "form", "handout", "slides"].flatMap((kind) => {
		const document = all.documents.find((one) => one.kind === kind);
		return document ? [`/documents/${document.slug}/`] : [];
	}),
	"/rating/",
	"/directory/",
	"/contacts/",
	"/glossary/",
	"/changes/",
	"/about/",
	"/about/privacy/",
	"/about/accessibility/",
	"/about/accuracy/",
	"/statistics/",
	"/print/",
	"/print/rating/",
	"/print/cases/",
];

let site: ServedSite;
beforeAll(async () => {
	site = await ServedSite.start();
});
afterAll(() => site.stop());

describe("every template", () => {
	it.each(PAGES)(
		"%s: one heading, a landmark, no complaint, no sideways scrolling on a phone",
		async (path) => {
			const complaints = await site.visit(
				path,
				async (page) => {
					expect(await page.locator("h1").count()).toBe(1);
					expect(await page.locator("main#main").count()).toBe(1);
					expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
					const { wide, view } = await page.evaluate(() => ({
						wide: document.documentElement.scrollWidth,
						view: document.documentElement.clientWidth,
					}));
					expect(wide).toBeLessThanOrEqual(view);
					const ids = await page.locator("[id]").evaluateAll((nodes) => nodes.map(({ id }) => id));
					expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
				},
				PHONE,
			);
			expect(complaints).toEqual([]);
		},
	);

	it("names the current part of the site in the navigation", async () => {
		await site.visit(
			"/guides/",
			async (page) => {
				expect(await page.locator(".nav [aria-current=page]").textContent()).toBe("办事指南");
			},
			DESK,
		);
		await site.visit(
			`/guides/${first(all.guides).id}/`,
			async (page) => {
				expect(await page.locator(".nav [aria-current=true]").textContent()).toBe("办事指南");
				expect(await page.locator(".crumbs [aria-current=page]").textContent()).toBe(first(all.guides).title);
			},
			DESK,
		);
	});

	it("answers an unknown address with the page that helps, and status 404", async () => {
		const response = await fetch(`${site.url}/no-such-page/`);
		expect(response.status).toBe(404);
		expect(await response.text()).toContain("没有这个页面");
	});
});

describe("without JavaScript", () => {
	const off = { ...DESK, javaScriptEnabled: false };

	it("shows the whole guide and the way on", async () => {
		const guide = first(all.guides);
		await site.visit(
			`/guides/${guide.id}/`,
			async (page) => {
				for (const text of ["一句话答案", "核对日期", "依据", "修订记录"]) {
					expect(await page.getByText(text, { exact: true }).first().isVisible(), text).toBe(true);
				}
				expect(await page.locator(".prev-next a").count()).toBeGreaterThan(0);
			},
			off,
		);
	});

	it("opens all four doors on a desk and offers every question", async () => {
		await site.visit(
			"/",
			async (page) => {
				expect(await page.locator(".door").count()).toBe(4);
				for (const link of await page.locator(".door li a").all()) expect(await link.isVisible()).toBe(true);
				expect(await page.locator(".door li a").count()).toBe(16);
			},
			off,
		);
	});

	it("filters cases by following a link", async () => {
		await site.visit(
			"/cases/",
			async (page) => {
				await page.locator("[data-facet=mode] a").first().click();
				expect(new URL(page.url()).pathname).toMatch(/^\/cases\/mode\//);
				const number = await page.locator("#results [data-count]").textContent();
				expect(await page.locator("#results .case").count()).toBe(Number(number));
			},
			off,
		);
	});

	it("opens menu and filters on a phone", async () => {
		await site.visit(
			"/cases/",
			async (page) => {
				await page.locator("details.menu > summary").click();
				expect(await page.locator(".sheet a", { hasText: "教育培训" }).isVisible()).toBe(true);
				await page.locator("details.menu > summary").click();
				await page.locator(".facets-open a").click();
				expect(await page.locator("[data-facet=year] a").first().isVisible()).toBe(true);
				await page.locator(".facets-foot [data-show]").click();
				expect(await page.locator("[data-facet=year] a").first().isVisible()).toBe(false);
			},
			{ ...PHONE, javaScriptEnabled: false },
		);
	});
});
