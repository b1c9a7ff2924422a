import { FACETS, type Facet } from "./facets.ts";
import { type FoldedText, foldText } from "./literal.ts";
import type { PagefindHit, PagefindModule } from "./pagefind-api.ts";

/** A page with its text ready for comparing. */
export interface LoadedPage {
	readonly url: string;
	readonly title: FoldedText;
	readonly body: FoldedText;
	readonly path: string;
}

/** The Pagefind index behind plain questions: which pages hold a term, what facets a page has, its text. */
export class PageIndex {
	readonly #pagefind: PagefindModule;
	readonly #hits = new Map<string, PagefindHit>();
	readonly #pages = new Map<string, Promise<LoadedPage>>();
	readonly #terms = new Map<string, Promise<ReadonlyMap<string, number>>>();
	#catalogue: Promise<Catalogue> | null = null;
	#topics: Promise<ReadonlyMap<string, string>> | null = null;

	constructor(pagefind: PagefindModule) {
		this.#pagefind = pagefind;
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
		return new Map([...together].filter(([id]) => single.every((pages) => pages.has(id))));
	}

	#cached(term: string): Promise<ReadonlyMap<string, number>> {
		let found = this.#terms.get(term);
		if (found === undefined) {
			found = this.#search(term);
			found.catch(() => this.#terms.delete(term));
			this.#terms.set(term, found);
		}
		return found;
	}

	async #search(term: string): Promise<ReadonlyMap<string, number>> {
		const { results } = await this.#pagefind.search(term);
		return this.#remember(results);
	}

	#remember(results: readonly PagefindHit[]): Map<string, number> {
		const scores = new Map<string, number>();
		for (const hit of results) {
			this.#hits.set(hit.id, hit);
			scores.set(hit.id, hit.score);
		}
		return scores;
	}

	/** Drops everything kept, so that it is asked for again. */
	forget(): void {
		this.#pages.clear();
		this.#terms.clear();
		this.#catalogue = null;
		this.#topics = null;
	}

	/** Facets of every page; read once. */
	catalogue(): Promise<Catalogue> {
		if (this.#catalogue === null) {
			this.#catalogue = this.#readCatalogue();
			this.#catalogue.catch(() => {
				this.#catalogue = null;
			});
		}
		return this.#catalogue;
	}

	async #readCatalogue(): Promise<Catalogue> {
		const filters = await this.#pagefind.filters();
		const facets = new Map<string, Partial<Record<Facet, string[]>>>();
		for (const id of this.#remember((await this.#pagefind.search(null)).results).keys()) facets.set(id, {});
		const values: Partial<Record<Facet, string[]>> = {};
		for (const facet of FACETS) {
			values[facet] = Object.keys(filters[facet] ?? {});
			for (const value of values[facet]) {
				const { results } = await this.#pagefind.search(null, { filters: { [facet]: value } });
				for (const { id } of results) {
					const own = facets.get(id) ?? {};
					own[facet] = [...(own[facet] ?? []), value];
					facets.set(id, own);
				}
			}
		}
		return { facets, values };
	}

	/** Topic id → page of every guide; read when the first question is asked. */
	topics(): Promise<ReadonlyMap<string, string>> {
		if (this.#topics === null) {
			this.#topics = this.#readTopics();
			this.#topics.catch(() => {
				this.#topics = null;
			});
		}
		return this.#topics;
	}

	async #readTopics(): Promise<ReadonlyMap<string, string>> {
		const filters = await this.#pagefind.filters();
		const topics = new Map<string, string>();
		for (const topic of Object.keys(filters["topic"] ?? {})) {
			const { results } = await this.#pagefind.search(null, { filters: { topic } });
			for (const { id } of results) topics.set(topic, id);
		}
		return topics;
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
		const hit = this.#hits.get(id);
		if (hit === undefined) throw new Error(`No page ${id} in the index`);
		const data = await hit.data();
		return {
			url: data.url,
			title: foldText(data.meta["title"] ?? ""),
			body: foldText(readable(data.content)),
			path: data.filters["path"]?.[0] ?? "",
		};
	}
}

/** What is known of all pages without their text. */
export interface Catalogue {
	readonly facets: ReadonlyMap<string, Readonly<Partial<Record<Facet, readonly string[]>>>>;
	/** Values that exist, by facet. */
	readonly values: Readonly<Partial<Record<Facet, readonly string[]>>>;
}

/** Pagefind joins blocks by a full stop or a space of its own: neither is Chinese typography. */
function readable(content: string): string {
	return content
		.replaceAll("\u200B", "")
		.replaceAll(/(?<=[\p{L}\p{N}）〕》”])\. /gu, "　")
		.replaceAll(/(?<=[。！？；：，、）”》]) +/gu, "");
}
