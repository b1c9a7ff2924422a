import type { ResultItem, SearchAnswer, SearchRequest, Tier } from "./answer.ts";
import type { Catalogue } from "./catalogue.ts";
import { excerpt, marked } from "./excerpt.ts";
import { FACETS, type Facet, type FacetNames, facetNames, resolveValues, type Selection } from "./facets.ts";
import { EMPTY_LEXICON, nearbyTerms, type Suggestion, suggest } from "./lexicon.ts";
import { type LoadedPage, PageIndex } from "./page-index.ts";
import { pageTypeOf } from "./page-types.ts";
import type { PagefindModule } from "./pagefind-api.ts";
import { parseQuery, type Query } from "./query.ts";
import { rankRelated } from "./related.ts";
import type { SearchFiles } from "./search-files.ts";
import { findExact } from "./strict.ts";
import { Words } from "./words.ts";

/** From this many exact results on, partial ones would only be noise. */
const ENOUGH_EXACT = 10;

/** From this length on what is typed may be a question. */
const SHORTEST_QUESTION = 4;

/** Title weight as measured on Chinese pages: the printed title is not segmented, its bigrams are. */
const RANKING = { metaWeights: { title: 0, grams: 5, tails: 0.01 } } as const;

/** The search of the site, independent of worker and page: give it Pagefind's module and the files. */
export class SearchEngine {
	readonly #pages: PageIndex;
	readonly #files: SearchFiles;
	#words: Promise<Words> | null = null;

	private constructor(pages: PageIndex, files: SearchFiles) {
		this.#pages = pages;
		this.#files = files;
	}

	/** @param basePath address of the folder with the index, ending in `/` */
	static async open(pagefind: PagefindModule, basePath: string, files: SearchFiles): Promise<SearchEngine> {
		await pagefind.options({ basePath, baseUrl: "/", ranking: RANKING });
		await pagefind.init();
		return new SearchEngine(new PageIndex(pagefind, files), files);
	}

	/** Loads what every search needs, while the person is still typing. */
	async warm(): Promise<void> {
		await this.#known();
	}

	/** Terms and titles. */
	#known(): Promise<Words> {
		if (this.#words === null) {
			this.#words = this.#prepare();
			this.#words.catch(() => {
				this.#words = null;
			});
		}
		return this.#words;
	}

	async #prepare(): Promise<Words> {
		const [{ pages }, lexicon] = await Promise.all([
			this.#pages.catalogue(),
			this.#files.lexicon().catch(() => EMPTY_LEXICON),
		]);
		const content = [...pages.values()].filter(({ url }) => pageTypeOf(url) !== "other");
		return new Words({ ...lexicon, pages: content }, () => this.#files.questions());
	}

	/** Drops what was kept of the index, after a part of it could not be loaded. */
	forget(): void {
		this.#pages.forget();
		this.#words = null;
	}

	async suggest(typed: string): Promise<Suggestion[]> {
		const words = await this.#known();
		const long = Array.from(typed.trim()).length >= SHORTEST_QUESTION;
		return suggest(words.lexicon, long ? (await words.questions()).aliases : null, typed);
	}

	async search(request: SearchRequest): Promise<SearchAnswer> {
		const query = parseQuery(request.query);
		const [catalogue, words] = await Promise.all([this.#pages.catalogue(), this.#known()]);
		const { lexicon } = words;
		const names = facetNames(lexicon.industries);
		const selection = resolve(names, request.selection, catalogue);
		const passes = (id: string, except?: Facet) => selected(catalogue, selection, id, except);
		const browsing = query.pieces.length === 0;
		if (browsing && Object.keys(selection).length === 0) return nothing(names);
		const exact = browsing
			? { ids: [...catalogue.pages.keys()], partial: [] }
			: await findExact(this.#pages, query, (id) => passes(id));
		const shown = exact.ids.filter((id) => passes(id));
		const related =
			browsing || (exact.ids.length >= ENOUGH_EXACT && !query.question)
				? []
				: (await rankRelated(this.#pages, query, words, catalogue, exact)).filter((id) => passes(id));
		const needles = query.pieces.map((piece) => piece.text);
		const [exactTier, relatedTier] = await Promise.all([
			this.#tier(shown, request.show.exact, needles, catalogue),
			this.#tier(related, request.show.related, [...needles, ...query.words], catalogue),
		]);
		return {
			exact: exactTier,
			related: relatedTier,
			pieces: needles,
			counts: countFacets(exact.ids, catalogue, passes),
			fewer: shown.length + related.length === 0 ? await this.#fewer(query) : [],
			nearby: nearbyTerms(lexicon, query.raw),
			selection,
			names,
		};
	}

	async #tier(
		ids: readonly string[],
		most: number,
		needles: readonly string[],
		catalogue: Catalogue,
	): Promise<Tier> {
		const items = await Promise.all(
			ids
				.slice(0, most)
				.map(async (id) => toItem(await this.#pages.page(id), needles, catalogue.pages.get(id)?.facets)),
		);
		return { total: ids.length, items };
	}

	async #fewer(query: Query): Promise<{ text: string; total: number }[]> {
		if (query.pieces.length < 2) return [];
		const counted = await Promise.all(
			query.pieces.map(async (piece) => ({
				text: piece.text,
				total: (await this.#pages.all(piece.terms)).size,
			})),
		);
		return counted.filter(({ total }) => total > 0);
	}
}

function toItem(page: LoadedPage, needles: readonly string[], facets: ResultItem["facets"] = {}): ResultItem {
	// The text starts with the title, which is printed above the excerpt already.
	const skip = page.body.printed.startsWith(page.title.printed) ? page.title.printed.length : 0;
	const start = skip + (/^[\s　.。]*/u.exec(page.body.printed.slice(skip))?.[0].length ?? 0);
	return {
		url: page.url,
		title: marked(page.title, needles),
		excerpt: excerpt(page.body, needles, start),
		facets,
		path: page.path,
	};
}

function resolve(names: FacetNames, selection: Selection, catalogue: Catalogue): Selection {
	return Object.fromEntries(
		FACETS.flatMap((facet) => {
			const wanted = selection[facet];
			return wanted ? [[facet, resolveValues(names, facet, wanted, catalogue.values[facet])]] : [];
		}),
	);
}

function selected(catalogue: Catalogue, selection: Selection, id: string, except?: Facet): boolean {
	const own = catalogue.pages.get(id)?.facets;
	return FACETS.every((facet) => {
		const wanted = selection[facet];
		return (
			facet === except || wanted === undefined || (own?.[facet] ?? []).some((value) => wanted.includes(value))
		);
	});
}

function countFacets(
	ids: readonly string[],
	catalogue: Catalogue,
	passes: (id: string, except: Facet) => boolean,
): SearchAnswer["counts"] {
	const counts: Record<Facet, Record<string, number>> = {
		type: {},
		mode: {},
		kind: {},
		industry: {},
		star: {},
		year: {},
	};
	for (const facet of FACETS) {
		for (const id of ids) {
			if (!passes(id, facet)) continue;
			for (const value of catalogue.pages.get(id)?.facets[facet] ?? []) {
				counts[facet][value] = (counts[facet][value] ?? 0) + 1;
			}
		}
	}
	return counts;
}

function nothing(names: FacetNames): SearchAnswer {
	const empty: Tier = { total: 0, items: [] };
	return {
		exact: empty,
		related: empty,
		pieces: [],
		counts: { type: {}, mode: {}, kind: {}, industry: {}, star: {}, year: {} },
		fewer: [],
		nearby: [],
		selection: {},
		names,
	};
}
