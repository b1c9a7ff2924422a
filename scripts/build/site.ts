import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { build as astroBuild } from "astro";
import { DOWNLOADS_FOLDER, downloadNames, generateDownloads } from "../downloads/generate.ts";
import { loadKnowledge } from "../knowledge.ts";
import { publishBook } from "../publication/book.ts";
import { copyPictures, drawPictures } from "../publication/pictures.ts";
import { writeCompressedCopies } from "./compress.ts";
import { buildFingerprint, isFresh, markFresh } from "./stale.ts";

/**
 * Builds the site into `dist/`.
 * @throws ContentError when content is invalid; errors of Astro otherwise.
 */
export async function build(): Promise<void> {
	process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
	const fingerprint = buildFingerprint();
	// Content first: its messages name file, line and remedy, which Astro's own would hide.
	const knowledge = loadKnowledge();
	// Before the pages, because they print sizes, page counts and checksums.
	const say = (text: string) => console.log(text);
	const downloads = await generateDownloads(knowledge, say);
	await drawPictures(knowledge, say);
	await astroBuild({ logLevel: "warn" });
	mkdirSync("dist/downloads", { recursive: true });
	for (const name of downloadNames(downloads))
		copyFileSync(join(DOWNLOADS_FOLDER, name), join("dist/downloads", name));
	copyPictures(knowledge, "dist");
	await publishBook("dist", say);
	await writeCompressedCopies("dist");
	markFresh(fingerprint);
}

/** Builds only when something changed, after saying so. Returns whether it built. */
export async function buildIfStale(announce: () => void = () => {}): Promise<boolean> {
	if (isFresh()) return false;
	announce();
	await build();
	return true;
}
