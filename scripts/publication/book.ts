import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Route } from "playwright-core";
import type { BuildBrowser } from "../build/build-browser.ts";

/** The printed collection and the file made from it. */
const SOURCE = "/print/all/";
const NAME = "handbook.pdf";
const CACHE = ".cache/book";
/** Mark in the pages where the link to the book goes once its size is known. */
const MARK = "<!--handbook-->";
/** Files the link is put into, relative to the built site. */
export const OFFERING = ["guides/index.html", "print/index.html"];
/** Never reached: every request is answered from the folder. */
const ORIGIN = "http://book.invalid";

const TYPES: Readonly<Record<string, string>> = {
	html: "text/html; charset=utf-8",
	css: "text/css",
	js: "text/javascript",
	svg: "image/svg+xml",
};

/** The printed book; null without a browser, and then the pages offer the web version only. */
export type Book = Buffer | null;

/**
 * Prints all guides as one PDF with bookmarks. The book of the last build is used again when its pages did not
 * change. Only reads below `root`, so other work on the built pages can go on beside it.
 */
export async function printBook(
	root: string,
	browser: BuildBrowser,
	say: (text: string) => void,
): Promise<Book> {
	const html = readFileSync(join(root, SOURCE, "index.html"));
	const hash = createHash("sha256").update(html);
	for (const [, path] of html.toString().matchAll(/href="(\/[^"]+\.css)"/g)) {
		if (path) hash.update(readFileSync(join(root, path)));
	}
	const kept = join(CACHE, `${hash.digest("hex")}.pdf`);
	if (existsSync(kept)) return readFileSync(kept);
	try {
		const bytes = await print(await browser.get(), root);
		mkdirSync(CACHE, { recursive: true });
		for (const old of readdirSync(CACHE)) rmSync(join(CACHE, old));
		writeFileSync(kept, bytes);
		return bytes;
	} catch (error) {
		say(`整本PDF没有生成：${error instanceof Error ? error.message : String(error)}`);
		return null;
	}
}

/** Puts the book into `root/downloads` and its link, or nothing, in place of the mark in the pages that offer it. */
export function publishBook(root: string, book: Book): void {
	let offer = "";
	if (book !== null) {
		mkdirSync(join(root, "downloads"), { recursive: true });
		writeFileSync(join(root, "downloads", NAME), book);
		const pages = book.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
		const size = `${(book.length / 1_000_000).toFixed(1)} MB`;
		offer = `<p><a href="/downloads/${NAME}" download="办事指南全集.pdf">下载办事指南全集</a>　PDF，${size}${pages > 0 ? `，${pages}页` : ""}</p>`;
	}
	for (const page of OFFERING) {
		const file = join(root, page);
		writeFileSync(file, readFileSync(file, "utf8").replaceAll(MARK, offer));
	}
}

async function print(browser: Browser, root: string): Promise<Buffer> {
	const page = await browser.newPage({ colorScheme: "light" });
	await page.route(`${ORIGIN}/**`, (route: Route) => {
		const { pathname } = new URL(route.request().url());
		const file = join(root, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
		if (!existsSync(file)) return route.fulfill({ status: 404 });
		return route.fulfill({
			path: file,
			contentType: TYPES[file.split(".").pop() ?? ""] ?? "application/octet-stream",
		});
	});
	await page.goto(ORIGIN + SOURCE, { waitUntil: "load", timeout: 120_000 });
	page.setDefaultTimeout(240_000);
	const bytes = await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true });
	await page.close();
	return bytes;
}
