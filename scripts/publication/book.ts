import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Route } from "playwright-core";
import { launchBrowser } from "../browser.ts";

/** The printed collection and the file made from it. */
const SOURCE = "/print/all/";
const NAME = "handbook.pdf";
const CACHE = ".cache/book";
/** Mark in the pages where the link to the book goes once its size is known. */
const MARK = "<!--handbook-->";
const PAGES = ["/guides/", "/print/"];
/** Never reached: every request is answered from the folder. */
const ORIGIN = "http://book.invalid";

const TYPES: Readonly<Record<string, string>> = {
	html: "text/html; charset=utf-8",
	css: "text/css",
	js: "text/javascript",
	svg: "image/svg+xml",
};

/**
 * Prints all guides as one PDF with bookmarks into `root/downloads`, and links it from the pages that offer it.
 * The book of the last build is used again when its pages did not change. Without a browser the pages offer
 * the web version only.
 */
export async function publishBook(root: string, say: (text: string) => void): Promise<void> {
	const html = readFileSync(join(root, SOURCE, "index.html"));
	const hash = createHash("sha256").update(html);
	for (const [, path] of html.toString().matchAll(/href="(\/[^"]+\.css)"/g)) {
		if (path) hash.update(readFileSync(join(root, path)));
	}
	const key = hash.digest("hex");
	const kept = join(CACHE, `${key}.pdf`);
	if (!existsSync(kept)) {
		mkdirSync(CACHE, { recursive: true });
		try {
			const browser = await launchBrowser();
			try {
				writeFileSync(kept, await print(browser, root));
			} finally {
				await browser.close();
			}
		} catch (error) {
			say(`整本PDF没有生成：${error instanceof Error ? error.message : String(error)}`);
			return link(root, "");
		}
	}
	const bytes = readFileSync(kept);
	mkdirSync(join(root, "downloads"), { recursive: true });
	writeFileSync(join(root, "downloads", NAME), bytes);
	const pages = bytes.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
	const size = `${(bytes.length / 1_000_000).toFixed(1)} MB`;
	link(
		root,
		`<p><a href="/downloads/${NAME}" download="办事指南全集.pdf">下载办事指南全集</a>　PDF，${size}${pages > 0 ? `，${pages}页` : ""}</p>`,
	);
}

/** Puts the link, or nothing, in place of the mark. */
function link(root: string, html: string): void {
	for (const page of PAGES) {
		const file = join(root, page, "index.html");
		writeFileSync(file, readFileSync(file, "utf8").replaceAll(MARK, html));
	}
}

async function print(browser: Browser, root: string): Promise<Uint8Array> {
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
	return page.pdf({ preferCSSPageSize: true, outline: true, tagged: true });
}
