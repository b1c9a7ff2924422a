import { type Catalogue, toCatalogue } from "./catalogue.ts";
import { type FoldedText, foldText } from "./literal.ts";
import type { PagefindHit, PagefindModule } from "./pagefind-api.ts";
import type { SearchFiles } from "./search-files.ts";

/** A page with its text ready for comparing. */
export interface LoadedPage {
	readonly url: string;
	readonly title: FoldedText;
	readonly body: FoldedText;
	readonly path: string;
}

type Hits = ReadonlyMap<string, PagefindHit>;

/** The Pagefind index behind plain questions: which pages hold a term and where, what facets a page has, its text. */
export class PageIndex {
	readonly #pagefind: PagefindModule;
	readonly #files: SearchFiles;
	readonly #pages = new Map<string, Promise<LoadedPage>>();
	readonly #terms = new Map<string, Promise<Hits>>();
	#catalogue: Promise<Catalogue> | null = null;

	constructor(pagefind: PagefindModule, files: SearchFiles) {
		this.#pagefind = pagefind;
		this.#files = files;
	}

	/**
	 * Pages that hold all terms (each a prefix of a word), best first, with Pagefind's score.
	 * Pagefind silently drops a term no page holds, so the pages of each term are intersected here.
	 */
	async all(terms: readonly string[]): Promise<ReadonlyMap<string, number>> {
		const [together, ...single] = await Promise.all([
			this.#cached(terms.join(" ")),
			...(terms.length > 1 ? terms.map((term) => this.#cached(term)) : []),
		]);
		return new Map(
			[...together]
				.filter(([id]) => single.every((pages) => pages.has(id)))
				.map(([id, { score }]) => [id, score]),
		);
	}

	/**
	 * Whether the bigrams stand in a row on a page, as a function of the page's id: each at the place of the one
	 * before or the next. Told from the index alone, without the page's text.
	 */
	async inARow(grams: readonly string[]): Promise<(id: string) => boolean> {
		const hits = await Promise.all(grams.map((gram) => this.#cached(gram)));
		return (id) => {
			let [ends, ...rest] = hits.map((pages) => pages.get(id)?.words ?? []);
			for (const places of rest) {
				const before = new Set(ends);
				ends = places.filter((place) => before.has(place) || before.has(place - 1));
			}
			return (ends?.length ?? 0) > 0;
		};
	}

	/** Hits of a term; searched once. */
	#cached(term: string): Promise<Hits> {
		let found = this.#terms.get(term);
		if (found === undefined) {
			found = this.#search(term);
			found.catch(() => this.#terms.delete(term));
			this.#terms.set(term, found);
		}
		return found;
	}

	async #search(term: string): Promise<Hits> {
		const { results } = await this.#pagefind.search(term);
		return new Map(results.map((hit) => [hit.id, hit]));
	}

	/** Drops everything kept, so that it is asked for again. */
	forget(): void {
		this.#pages.clear();
		this.#terms.clear();
		this.#catalogue = null;
	}

	/** Titles and facets of every page; read once. */
	catalogue(): Promise<Catalogue> {
		if (this.#catalogue === null) {
			this.#catalogue = this.#files.catalogue().then(toCatalogue);
			this.#catalogue.catch(() => {
				this.#catalogue = null;
			});
		}
		return this.#catalogue;
	}

	/** Text of a page; loaded once. */
	page(id: string): Promise<LoadedPage> {
		let page = this.#pages.get(id);
		if (page === undefined) {
			page = this.#load(id);
			page.catch(() => this.#pages.delete(id));
			this.#pages.set(id, page);
		}
		return page;
	}

	async #load(id: string): Promise<LoadedPage> {
		const data = await this.#files.page(id);
		return {
			url: data.url,
			title: foldText(data.meta["title"] ?? ""),
			body: foldText(readable(data.content)),
			path: data.filters["path"]?.[0] ?? "",
		};
	}
}

/** Pagefind joins blocks by a full stop or a space of its own: neither is Chinese typography. */
function readable(content: string): string {
	return content
		.replaceAll("\u200B", "")
		.replaceAll(/(?<=[\p{L}\p{N}）〕》”])\. /gu, "　")
		.replaceAll(/(?<=[。！？；：，、）”》]) +/gu, "");
}
