import { readdir, readFile, rm } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { formsAsText, hanBigrams, readPageText, runFinalCharacters } from "./page-text.ts";
import { pageTypeOf } from "./page-types.ts";
import { writeCatalogue } from "./write-catalogue.ts";

/** What an indexing run did. */
export interface IndexReport {
	/** Pages in the index. */
	readonly pages: number;
	/** Site-relative addresses of the pages in the index. */
	readonly urls: readonly string[];
}

/**
 * Indexes the built pages below `root` with Pagefind and writes `root/pagefind/`.
 * Each searchable page gets three things Pagefind does not make for Chinese by itself: its title as
 * bigrams (so that the title can be weighted), its run-final characters (so that one character finds
 * it) and its type as a filter. They live in the index only; the page a reader loads stays as it is.
 * @throws Error with Pagefind's own messages when a page or the index cannot be made.
 */
export async function indexPages(root: string): Promise<IndexReport> {
	const { index, errors } = await createIndex({ forceLanguage: "zh-cn" });
	if (index === undefined || errors.length > 0) throw failure("Pagefind did not start", errors);
	try {
		await rm(join(root, "pagefind"), { recursive: true, force: true });
		const urls: string[] = [];
		for (const file of await htmlFiles(root)) {
			const url = await addPage(index, root, file);
			if (url !== null) urls.push(url);
		}
		if (urls.length === 0)
			throw new Error(`No page below ${root} carries data-pagefind-body: nothing to index`);
		const written = await index.writeFiles({ outputPath: join(root, "pagefind") });
		if (written.errors.length > 0) throw failure("Pagefind could not write the index", written.errors);
		await writeCatalogue(join(root, "pagefind"));
		await removeUnused(join(root, "pagefind"));
		return { pages: urls.length, urls };
	} finally {
		await index.deleteIndex();
		await close();
	}
}

async function addPage(index: PagefindIndex, root: string, file: string): Promise<string | null> {
	const html = await readFile(join(root, file), "utf8");
	const prepared = withIndexOnlyMeta(html, addressOf(file));
	if (prepared === null) return null;
	const added = await index.addHTMLFile({ sourcePath: file, content: prepared });
	if (added.errors.length > 0) throw failure(`Pagefind could not read ${file}`, added.errors);
	return addressOf(file);
}

/** The page with its index-only metadata; `null` when it is not searchable. */
export function withIndexOnlyMeta(html: string, url: string): string | null {
	const text = readPageText(html);
	if (text === null) return null;
	const type = pageTypeOf(url);
	// The first step of the trail is the shelf that the type already names.
	const path = type === "other" ? text.trail : text.trail.slice(1);
	const meta = [
		metaTag("data-pagefind-meta", "grams", [...hanBigrams(text.title)].join(" ")),
		metaTag("data-pagefind-meta", "tails", runFinalCharacters(text.body).join(" ")),
		// A filter, because the words of a meta would be searched: every case of a form would hold the form's name.
		metaTag("data-pagefind-filter", "path", path.join(" / ")),
		// A layout may say it itself; twice would count twice.
		/data-pagefind-filter="[^"]*\btype\b/.test(html) ? "" : metaTag("data-pagefind-filter", "type", type),
	].join("");
	return formsAsText(html).replace(/<\/head>/i, `${meta}</head>`);
}

function metaTag(attribute: string, name: string, content: string): string {
	return content === "" ? "" : `<meta ${attribute}="${name}[content]" content="${content}">`;
}

/** Pagefind's interfaces are replaced by ours and its filters by the catalogue, so they need not be deployed. */
async function removeUnused(folder: string): Promise<void> {
	for (const name of await readdir(folder)) {
		if (/^pagefind-(ui|modular-ui|component-ui|highlight|worker)\b|^filter$/.test(name))
			await rm(join(folder, name), { recursive: true });
	}
}

async function htmlFiles(root: string): Promise<string[]> {
	const entries = await readdir(root, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
		.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
		.sort();
}

function addressOf(file: string): string {
	return `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
}

function failure(what: string, errors: readonly string[]): Error {
	return new Error(`${what}: ${errors.join("; ")}`);
}
