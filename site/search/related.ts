import { normalize } from "../../core/language/normalize.ts";
import type { Catalogue } from "./catalogue.ts";
import { alternatives, type Lexicon } from "./lexicon.ts";
import type { PageIndex } from "./page-index.ts";
import { topicOf } from "./page-types.ts";
import { type Query, termsOfWord } from "./query.ts";
import { scoreSignals } from "./signals.ts";
import type { ExactResult } from "./strict.ts";
import type { Words } from "./words.ts";

/** Share of the query's weight (inverse document frequency) a page must hold. */
const LEAST_COVERAGE = 0.5;
/** A synonym counts a little less than the word itself. */
const SYNONYM = 0.8;
/** Weight of Pagefind's own rating beside the share that a page holds. */
const RATING = 0.3;
/** Weight of how well a title or an alias fits the question. */
const FIT = 2;
/** Weight of the signs by which the assistant recognises a topic. */
const SIGNS = 1.5;
/** Signs of this weight leave no doubt. */
const CERTAIN_SIGNS = 6;
/** A phrase that stands in fewer pages than this may be somebody's way of asking. */
const FEW_EXACT = 3;
/** A guide answers questions; a case only illustrates. */
const GUIDE = 0.15;
/** From this fit on, what staff noted as a way to ask for a page brings the page, whatever its words. */
const ALIAS_FITS = 0.45;
const MOST_RELATED = 30;
/** A question is answered with the nearest pages even when they hold less of it, up to this many. */
const NEAREST = 5;
const NEAREST_COVERAGE = 0.05;

/** Pages that hold part of the query, best first; those of the exact tier left out. */
export async function rankRelated(
	pages: PageIndex,
	query: Query,
	words: Words,
	catalogue: Catalogue,
	exact: ExactResult,
): Promise<string[]> {
	const scores = await coverage(pages, query, words.lexicon, catalogue.pages.size);
	// Separate words are meant as they stand; one phrase may be somebody's way of asking.
	const phrase = query.question || (query.pieces.length === 1 && exact.ids.length < FEW_EXACT);
	const asked = phrase ? await words.questions() : null;
	const { topics } = catalogue;
	for (const [page, fit] of asked?.aliases.fits(query.raw) ?? []) {
		const id = topics.get(topicOf(page.url) ?? "");
		if (id === undefined || (fit < ALIAS_FITS && !scores.has(id) && !query.question)) continue;
		scores.set(id, (scores.get(id) ?? 0) + FIT * fit + (query.question ? GUIDE : 0));
	}
	for (const [topic, weight] of asked ? scoreSignals(asked.signals, normalize(query.raw)) : []) {
		const id = topics.get(topic);
		if (id !== undefined) scores.set(id, (scores.get(id) ?? 0) + SIGNS * Math.min(1, weight / CERTAIN_SIGNS));
	}
	const taken = new Set(exact.ids);
	const ranked = [...new Set([...exact.partial, ...scores.keys()])]
		.filter((id) => !taken.has(id))
		.map((id) => ({ id, score: (scores.get(id) ?? 0) + (exact.partial.includes(id) ? 0.2 : 0) }))
		.sort((a, b) => b.score - a.score);
	const good = ranked.filter(({ score }) => score >= LEAST_COVERAGE).slice(0, MOST_RELATED);
	const nearest = query.question ? ranked.slice(good.length, NEAREST) : [];
	return [...good, ...nearest].map(({ id }) => id);
}

/** Share of the query's weight each page holds, plus a little for how well Pagefind rates it. */
async function coverage(
	pages: PageIndex,
	query: Query,
	lexicon: Lexicon,
	total: number,
): Promise<Map<string, number>> {
	const sums = new Map<string, number>();
	const best = new Map<string, number>();
	let weight = 0;
	for (const word of query.words) {
		const shares = new Map<string, number>();
		const ratings = new Map<string, number>();
		let own = 0;
		for (const term of termsOfWord(word)) {
			const hits = await pages.all([term]);
			const idf = Math.log(1 + (total + 1) / (hits.size + 0.5));
			// A word no page knows says nothing about the pages when it stands in a sentence.
			if (hits.size === 0 && query.question) continue;
			own += idf;
			const top = Math.max(...hits.values(), 1e-9);
			for (const [id, score] of hits) {
				shares.set(id, (shares.get(id) ?? 0) + idf);
				ratings.set(id, (ratings.get(id) ?? 0) + (idf * score) / top);
			}
		}
		for (const other of alternatives(lexicon, word)) {
			const hits = await pages.all(termsOfWord(other));
			if (own === 0) own = Math.log(1 + (total + 1) / (hits.size + 0.5));
			for (const id of hits.keys()) shares.set(id, Math.max(shares.get(id) ?? 0, own * SYNONYM));
		}
		weight += own;
		for (const [id, share] of shares) {
			sums.set(id, (sums.get(id) ?? 0) + share);
			best.set(id, (best.get(id) ?? 0) + (ratings.get(id) ?? 0));
		}
	}
	const result = new Map<string, number>();
	for (const [id, sum] of sums) {
		const covered = sum / weight;
		const least = query.question ? NEAREST_COVERAGE : LEAST_COVERAGE;
		// Below the limit the rating may not lift a page over it.
		if (covered >= LEAST_COVERAGE) result.set(id, covered + (RATING * (best.get(id) ?? 0)) / weight);
		else if (covered >= least) result.set(id, covered);
	}
	return result;
}
