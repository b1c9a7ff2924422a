import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { BuildBrowser } from "./build-browser.ts";
import { buildFingerprint, isFresh, markFresh } from "./stale.ts";
import { Stopwatch } from "./stopwatch.ts";

const ROOT = "dist";

/**
 * Builds the site into `dist/` and says what each part took.
 * @throws ContentError when content is invalid; errors of Astro otherwise.
 */
export async function build(): Promise<void> {
	process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
	const say = (text: string) => console.log(text);
	const watch = new Stopwatch();
	const fingerprint = buildFingerprint();
	// Loaded here and not above: a start that finds everything built needs none of it.
	const [{ loadKnowledge }, papers, pictures] = await Promise.all([
		import("../knowledge.ts"),
		import("../downloads/generate.ts"),
		import("../publication/pictures.ts"),
	]);
	// Content first: its messages name file, line and remedy, which Astro's own would hide.
	const knowledge = await watch.time("内容", () => loadKnowledge());
	const browser = new BuildBrowser();
	try {
		// Before the pages, because they print sizes, page counts and checksums.
		const downloads = await watch.time("文书", () => papers.generateDownloads(knowledge, browser, say));
		const { drawn } = await pictures.drawPictures(knowledge, browser, say);
		const drawing = watch.time("预览图", () => drawn);
		await watch.time("网页", async () => (await import("astro")).build({ logLevel: "warn" }));
		copyDownloads(papers.downloadNames(downloads), papers.DOWNLOADS_FOLDER);
		await finish(browser, watch, say);
		await drawing;
		pictures.copyPictures(knowledge, ROOT);
	} finally {
		await browser.close();
	}
	markFresh(fingerprint);
	say(`用时（秒）：${watch.summary()}`);
}

function copyDownloads(names: readonly string[], from: string): void {
	mkdirSync(join(ROOT, "downloads"), { recursive: true });
	for (const name of names) copyFileSync(join(from, name), join(ROOT, "downloads", name));
}

/** What is made from the pages, side by side: search index, book, compressed copies. */
async function finish(browser: BuildBrowser, watch: Stopwatch, say: (text: string) => void): Promise<void> {
	const [{ indexPages }, { OFFERING, printBook, publishBook }, { writeCompressedCopies }] = await Promise.all(
		[import("../../site/search/index-pages.ts"), import("../publication/book.ts"), import("./compress.ts")],
	);
	const copied = watch.time("压缩", () => writeCompressedCopies(ROOT, OFFERING));
	const [book] = await Promise.all([
		watch.time("整本", () => printBook(ROOT, browser, say)),
		watch.time("检索", () => indexPages(ROOT)),
		copied,
	]);
	publishBook(ROOT, book);
	await writeCompressedCopies(ROOT);
}

/** Builds only when something changed, after saying so. Returns whether it built. */
export async function buildIfStale(announce: () => void = () => {}): Promise<boolean> {
	if (isFresh()) return false;
	announce();
	await build();
	return true;
}
