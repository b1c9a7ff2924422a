import type { CatalogueEntry } from "./catalogue.ts";
import { CATALOGUE_FILE } from "./catalogue.ts";
import type { LexiconFile, Questions } from "./lexicon.ts";
import type { PagefindPage } from "./pagefind-api.ts";

/** Pagefind writes this before the text of a page. */
const SIGNATURE = "pagefind_dcd";

/** Files beside the index, each loaded when it is called for. */
export interface SearchFiles {
	catalogue(): Promise<readonly CatalogueEntry[]>;
	/** When it fails, search goes on without synonyms. */
	lexicon(): Promise<LexiconFile>;
	/** Called when the first question is asked. */
	questions(): Promise<Questions>;
	/**
	 * Text of a page. Read without Pagefind, which would compute excerpts of its own for every page: most of the
	 * time of a first search.
	 */
	page(id: string): Promise<PagefindPage>;
}

/** The files of a site, over the network. Both addresses end in `/`. */
export function searchFiles(indexUrl: string, wordsUrl: string): SearchFiles {
	const json = async <Value>(url: string) => (await (await fetch(url)).json()) as Value;
	return {
		catalogue: () => json(`${indexUrl}${CATALOGUE_FILE}`),
		lexicon: () => json(`${wordsUrl}lexicon.json`),
		questions: () => json(`${wordsUrl}questions.json`),
		page: async (id) => parsePage(await (await fetch(`${indexUrl}fragment/${id}.pf_fragment`)).arrayBuffer()),
	};
}

/** Reads what Pagefind wrote of a page. */
export async function parsePage(file: BufferSource): Promise<PagefindPage> {
	const unpacked = new Blob([file]).stream().pipeThrough(new DecompressionStream("gzip"));
	const text = await new Response(unpacked).text();
	return JSON.parse(text.slice(SIGNATURE.length)) as PagefindPage;
}
