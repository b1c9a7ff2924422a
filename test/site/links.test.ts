import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { distHtml, distPages } from "./dist-pages.ts";

const pages = distPages();
const html = new Map(pages.map((path) => [path, distHtml(path)]));
const ids = new Map(
	[...html].map(([path, text]) => [path, new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))]),
);

/** Labels that say nothing about where the link goes. */
const VAGUE = /^(点击这里|点这里|这里|此处|详见|链接|更多|查看|详情)$/;

/** Anchors that a page's script reads instead of an element: facts of the assistant. */
const SCRIPTED = new Set(["/assistant/"]);

/** Answered by the service, not by a file. */
const SERVED = [/^\/api\//, /^\/healthz$/];

function problems(path: string, text: string): string[] {
	const found: string[] = [];
	for (const [, attributes = "", label = ""] of text.matchAll(/<a\s([^>]*)>([\s\S]*?)<\/a>/g)) {
		const href = /href="([^"]*)"/.exec(attributes)?.[1]?.replaceAll("&amp;", "&");
		const words = label.replaceAll(/<[^>]+>/g, "").trim();
		if (href === undefined) continue;
		if (VAGUE.test(words) && !/aria-label=/.test(attributes)) found.push(`${path}: link text “${words}”`);
		if (words === "" && !/aria-label=|<svg|<img/.test(attributes + label))
			found.push(`${path}: empty link to ${href}`);
		const url = new URL(href, `http://site.test${path}`);
		if (url.host !== "site.test") continue;
		const target = decodeURIComponent(url.pathname);
		if (SERVED.some((pattern) => pattern.test(target))) continue;
		const known = html.has(target);
		if (!known && !isFile(target)) {
			found.push(`${path}: no page ${target}`);
			continue;
		}
		const anchor = decodeURIComponent(url.hash.slice(1));
		if (known && anchor !== "" && !SCRIPTED.has(target) && !ids.get(target)?.has(anchor)) {
			found.push(`${path}: no anchor ${target}#${anchor}`);
		}
	}
	return found;
}

function isFile(path: string): boolean {
	const file = join("dist", path);
	return existsSync(file) && statSync(file).isFile();
}

describe("links", () => {
	it("lead to pages, files and anchors that exist, and say where they go", () => {
		expect(pages.length).toBeGreaterThan(150);
		expect(pages.flatMap((path) => problems(path, html.get(path) ?? ""))).toEqual([]);
	});

	it("and stylesheets, scripts and pictures are all there, none from elsewhere", () => {
		const missing = pages.flatMap((path) =>
			[...(html.get(path) ?? "").matchAll(/<(?:link|script|img|source)\s[^>]*(?:href|src)="([^"]+)"/g)]
				.map(([, href = ""]) => href)
				.filter(
					(href) =>
						href.startsWith("/") &&
						!html.has(href.split("#")[0] ?? "") &&
						!isFile(decodeURIComponent(href.split(/[?#]/)[0] ?? "")),
				)
				.map((href) => `${path}: ${href}`),
		);
		expect(missing).toEqual([]);
		const foreign = pages.flatMap((path) =>
			[...(html.get(path) ?? "").matchAll(/<(?:script|img|source|iframe)\s[^>]*src="(https?:[^"]+)"/g)].map(
				([, src]) => `${path}: ${src}`,
			),
		);
		expect(foreign).toEqual([]);
	});
});
