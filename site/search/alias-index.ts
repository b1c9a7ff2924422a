import { tokenize } from "../../core/language/tokenize.ts";
import type { Lexicon, LexiconPage, Questions } from "./lexicon.ts";
import { topicOf } from "./page-types.ts";

/** A short name or alias that stands whole in a long question fits nearly as well as an equal one. */
const WHOLE = 0.85;
/** Bigrams from which on an alias says enough by itself. */
const SHORTEST = 3;

/**
 * How well a question fits the titles of pages and the ways staff noted that people ask for them.
 * Bigrams are weighted by how rare they are among all titles and aliases, so that 多久 outweighs 党支部.
 */
export class AliasIndex {
	readonly #pages: readonly { readonly page: LexiconPage; readonly names: readonly ReadonlySet<string>[] }[];
	readonly #weights = new Map<string, number>();
	readonly #unknown: number;

	constructor(lexicon: Lexicon, { aliases }: Pick<Questions, "aliases">) {
		this.#pages = lexicon.pages.map((page) => ({
			page,
			names: [page.title, ...(aliases[topicOf(page.url) ?? ""] ?? [])].map((name) => new Set(tokenize(name))),
		}));
		const pagesOf = new Map<string, number>();
		for (const { names } of this.#pages) {
			for (const token of new Set(names.flatMap((name) => [...name]))) {
				pagesOf.set(token, (pagesOf.get(token) ?? 0) + 1);
			}
		}
		const total = this.#pages.length;
		for (const [token, count] of pagesOf) this.#weights.set(token, Math.log(1 + total / count));
		// A bigram that no title knows is often one that straddles two words: it counts little.
		this.#unknown = Math.log(2);
	}

	/** Fit of every page whose best name shares anything with the text, 0–1. */
	fits(text: string): Map<LexiconPage, number> {
		const wanted = new Set(tokenize(text));
		const size = this.#weigh(wanted);
		const fits = new Map<LexiconPage, number>();
		for (const { page, names } of this.#pages) {
			const best = Math.max(0, ...names.map((name) => this.#fit(wanted, size, name)));
			if (best > 0) fits.set(page, best);
		}
		return fits;
	}

	#fit(wanted: ReadonlySet<string>, size: number, name: ReadonlySet<string>): number {
		const common = this.#weigh([...name].filter((token) => wanted.has(token)));
		if (common === 0) return 0;
		const own = this.#weigh(name);
		const dice = (2 * common) / (size + own);
		return name.size < SHORTEST ? dice : Math.max(dice, WHOLE * (common / own) ** 2);
	}

	#weigh(tokens: Iterable<string>): number {
		let sum = 0;
		for (const token of tokens) sum += this.#weights.get(token) ?? this.#unknown;
		return sum;
	}
}
