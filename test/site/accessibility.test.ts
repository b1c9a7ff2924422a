import AxeBuilder from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { distPages } from "./dist-pages.ts";
import { DESK, PHONE, ServedSite } from "./served-site.ts";

/** Pages looked at in every variant. */
const TEMPLATES = ["/guides/", "/cases/single-software-firm/", "/rating/"];
/** Pages of a template differ in text only: one in so many is visited besides the templates. */
const EVERY = 10;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let site: ServedSite;

beforeAll(async () => {
	site = await ServedSite.start();
});

afterAll(async () => {
	await site.stop();
});

/** Violations of one page, one line each. Contrast is a matter of the template's stylesheet and costs most. */
async function violations(
	path: string,
	options: Parameters<ServedSite["visit"]>[2],
	{ print = false, contrast = true } = {},
): Promise<string[]> {
	const found: string[] = [];
	const complaints = await site.visit(
		path,
		async (page) => {
			if (print) await page.emulateMedia({ media: "print" });
			const { violations: all } = await new AxeBuilder({ page })
				.withTags(TAGS)
				.disableRules(contrast ? [] : ["color-contrast"])
				.analyze();
			for (const { id, nodes } of all)
				for (const node of nodes) found.push(`${path} ${id}: ${node.target.join(" ")}`);
		},
		options,
	);
	return [...found, ...complaints];
}

describe("WCAG 2.2 AA", () => {
	it("holds on pages from all over the site, and none makes the browser complain", async () => {
		const found: string[] = [];
		for (const path of distPages().filter((_, index) => index % EVERY === 0))
			found.push(...(await violations(path, DESK, { contrast: false })));
		expect(found).toEqual([]);
	}, 900_000);

	it.each(TEMPLATES)("holds on %s in the dark, on a phone and in print", async (path) => {
		const found = [
			...(await violations(path, { ...DESK, colorScheme: "dark" })),
			...(await violations(path, PHONE)),
			...(await violations(path, DESK, { print: true })),
		];
		expect(found).toEqual([]);
	});
});
