import type { ResultItem, SearchAnswer, SearchRequest, Tier } from "./answer.ts";
import { excerpt, marked } from "./excerpt.ts";
import { FACETS, type Facet, type FacetNames, facetNames, resolveValues, type Selection } from "./facets.ts";
import {
	EMPTY_LEXICON,
	type Lexicon,
	nearbyTerms,
	type Questions,
	type Suggestion,
	suggest,
} from "./lexicon.ts";
import { type Catalogue, type LoadedPage, PageIndex } from "./page-index.ts";
import type { PagefindModule } from "./pagefind-api.ts";
import { parseQuery, type Query } from "./query.ts";
import { rankRelated } from "./related.ts";
import { findExact } from "./strict.ts";
import { Words } from "./words.ts";

/** From this many exact results on, partial ones would only be noise. */
const ENOUGH_EXACT = 10;

/** From this length on what is typed may be a question. */
const SHORTEST_QUESTION = 4;

/** Title weight as measured on Chinese pages: the printed title is not segmented, its bigrams are. */
const RANKING = { metaWeights: { title: 0, grams: 5, tails: 0.01 } } as const;

/** The search of the site, independent of worker and page: give it Pagefind's module and the lexicon. */
export class SearchEngine {
	readonly #pages: PageIndex;
	readonly #words: Promise<Words>;

	private constructor(pages: PageIndex, words: Promise<Words>) {
		this.#pages = pages;
		this.#words = words;
	}

	/**
	 * @param basePath address of the folder with the index, ending in `/`
	 * @param lexicon may still be loading; when it fails, search goes on without suggestions
	 * @param questions called when the first question is asked
	 */
	static async open(
		pagefind: PagefindModule,
		basePath: string,
		lexicon: Promise<Lexicon>,
		questions: () => Promise<Questions>,
	): Promise<SearchEngine> {
		await pagefind.options({ basePath, baseUrl: "/", ranking: RANKING });
		await pagefind.init();
		return new SearchEngine(
			new PageIndex(pagefind),
			lexicon.catch(() => EMPTY_LEXICON).then((loaded) => new Words(loaded, questions)),
		);
	}

	/** Loads what every search needs, while the person is still typing. */
	async warm(): Promise<void> {
		await Promise.all([this.#pages.catalogue(), this.#words]);
	}

	/** Drops what was kept of the index, after a part of it could not be loaded. */
	forget(): void {
		this.#pages.forget();
	}

	async suggest(typed: string): Promise<Suggestion[]> {
		const words = await this.#words;
		const long = Array.from(typed.trim()).length >= SHORTEST_QUESTION;
		return suggest(words.lexicon, long ? (await words.questions()).aliases : null, typed);
	}

	async search(request: SearchRequest): Promise<SearchAnswer> {
		const query = parseQuery(request.query);
		const [catalogue, words] = await Promise.all([this.#pages.catalogue(), this.#words]);
		const { lexicon } = words;
		const names = facetNames(lexicon.industries);
		const selection = resolve(names, request.selection, catalogue);
		const passes = (id: string, except?: Facet) => selected(catalogue, selection, id, except);
		const browsing = query.pieces.length === 0;
		if (browsing && Object.keys(selection).length === 0) return nothing(names);
		const exact = browsing
			? { ids: [...catalogue.facets.keys()], partial: [] }
			: await findExact(this.#pages, query, (id) => passes(id));
		const shown = exact.ids.filter((id) => passes(id));
		const related =
			browsing || (exact.ids.length >= ENOUGH_EXACT && !query.question)
				? []
				: (await rankRelated(this.#pages, query, words, catalogue, exact)).filter((id) => passes(id));
		const needles = query.pieces.map((piece) => piece.text);
		return {
			exact: await this.#tier(shown, request.show.exact, needles, catalogue),
			related: await this.#tier(related, request.show.related, [...needles, ...query.words], catalogue),
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
				.map(async (id) => toItem(await this.#pages.page(id), needles, catalogue.facets.get(id))),
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
			return wanted ? [[facet, resolveValues(names, facet, wanted, catalogue.values[facet] ?? [])]] : [];
		}),
	);
}

function selected(catalogue: Catalogue, selection: Selection, id: string, except?: Facet): boolean {
	const own = catalogue.facets.get(id);
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
			for (const value of catalogue.facets.get(id)?.[facet] ?? []) {
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
