import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEMPLATES } from "../../scripts/bench/lighthouse-set/templates.ts";
import { distPages } from "./dist-pages.ts";
import { DESK, PHONE, ServedSite } from "./served-site.ts";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let site: ServedSite;

beforeAll(async () => {
	site = await ServedSite.start();
});

afterAll(async () => {
	await site.stop();
});

/**
 * Violations on each of the pages and what the browser complained about, one line each.
 * Contrast costs most and is a matter of the template's stylesheet: left out where only the text differs.
 */
async function violations(tab: Page, paths: readonly string[], contrast: boolean): Promise<string[]> {
	const found: string[] = [];
	let path = "";
	tab.on("console", (message) => {
		if (message.type() === "error") found.push(`${path}: ${message.text()}`);
	});
	tab.on("pageerror", (error) => found.push(`${path}: ${error.message}`));
	const options: RunOptions = {
		runOnly: WCAG,
		resultTypes: ["violations"],
		rules: { "color-contrast": { enabled: contrast } },
	};
	for (path of paths) {
		// What an address asks for is filled in by a script.
		await tab.goto(site.url + path, { waitUntil: /[?#]/.test(path) ? "networkidle" : "load" });
		await tab.evaluate(AXE);
		const result = (await tab.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
		for (const { id, nodes } of result.violations)
			for (const node of nodes) found.push(`${path} ${id}: ${node.target.join(" ")}`);
	}
	await tab.context().close();
	return found;
}

describe("WCAG 2.2 AA", () => {
	it("is looked at on every template of the site", () => {
		const templates = readdirSync("site/pages", { recursive: true, encoding: "utf8" })
			.filter((file) => file.endsWith(".astro"))
			.map((file) => `/${file.replace(/(^|\/)index\.astro$/, "$1").replace(/\.astro$/, "")}`);
		const missing = templates.filter((template) => {
			const route = new RegExp(`^${template.replaceAll(/\[\w+\]/g, "[^/]+")}(?:/|\\.html)?$`);
			return !TEMPLATES.some((path) => route.test(path.replace(/[?#].*/, "")));
		});
		expect(missing).toEqual([]);
	});

	it("holds on every page, and none makes the browser complain", async () => {
		const pages = distPages();
		expect(pages.length).toBeGreaterThan(200);
		expect(await violations(await site.tab(DESK), pages, false)).toEqual([]);
	}, 600_000);

	it.each([
		["in daylight", { ...DESK, colorScheme: "light" as const }],
		["in the dark", { ...DESK, colorScheme: "dark" as const }],
		["on a phone", { ...PHONE, colorScheme: "light" as const }],
		["on a phone in the dark", { ...PHONE, colorScheme: "dark" as const }],
	])(
		"holds on every template %s, contrast included",
		async (_, options) => {
			expect(await violations(await site.tab(options), TEMPLATES, true)).toEqual([]);
		},
		300_000,
	);

	it("holds on every template in print", async () => {
		const tab = await site.tab(DESK);
		await tab.emulateMedia({ media: "print" });
		expect(await violations(tab, TEMPLATES, true)).toEqual([]);
	}, 300_000);

	it("lets no template scroll sideways at 320 pixels", async () => {
		const tab = await site.tab({ viewport: { width: 320, height: 640 } });
		const wide: string[] = [];
		for (const path of TEMPLATES) {
			await tab.goto("about:blank");
			await tab.goto(site.url + path, { waitUntil: /[?#]/.test(path) ? "networkidle" : "load" });
			const over = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			if (over > 0) wide.push(`${path}: ${over} px`);
		}
		await tab.context().close();
		expect(wide).toEqual([]);
	}, 300_000);
});
