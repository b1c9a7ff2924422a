import type { Topic } from "../../core/content/topics.ts";
import { normalize } from "../../core/language/normalize.ts";
import { tokenize } from "../../core/language/tokenize.ts";
import type { AliasIndex } from "./alias-index.ts";

/** `/search/lexicon.json`: what is known about words without the index. */
export interface LexiconFile {
	readonly terms: readonly { readonly term: string; readonly synonyms: readonly string[] }[];
	/** Industry id → name. */
	readonly industries: Readonly<Record<string, string>>;
}

/** The same with the titles of the pages that have a text of their own. */
export interface Lexicon extends LexiconFile {
	readonly pages: readonly LexiconPage[];
}

export interface LexiconPage {
	readonly title: string;
	readonly url: string;
}

export const EMPTY_LEXICON: LexiconFile = { terms: [], industries: {} };

/** `/search/questions.json`: how people ask; loaded when somebody asks. */
export interface Questions {
	/** Topic id of a guide → ways people ask for it. */
	readonly aliases: Readonly<Record<string, readonly string[]>>;
	/** How the assistant recognises the topic of a question; a topic's guide answers it. */
	readonly topics: readonly Topic[];
}

export const NO_QUESTIONS: Questions = { aliases: {}, topics: [] };

/** One line of the list under the search box. */
export interface Suggestion {
	readonly text: string;
	/** Page to open, or null when choosing it searches for the text. */
	readonly url: string | null;
	readonly kind: "term" | "page";
}

const MOST_SUGGESTIONS = 8;

/**
 * Completions for what stands in the box: terms (also found by a synonym), then titles.
 * @param aliases null while the ways people ask are not needed
 */
export function suggest(lexicon: Lexicon, aliases: AliasIndex | null, typed: string): Suggestion[] {
	const text = normalize(typed).trim();
	if (text === "") return [];
	const found = new Map<string, { readonly suggestion: Suggestion; readonly score: number }>();
	const offer = (suggestion: Suggestion, score: number) => {
		const key = `${suggestion.kind} ${suggestion.text}`;
		if (score > (found.get(key)?.score ?? 0)) found.set(key, { suggestion, score });
	};
	for (const { term, synonyms } of lexicon.terms) {
		const score = Math.max(place(term, text) + 0.5, ...synonyms.map((synonym) => place(synonym, text)));
		if (score >= 1) offer({ text: term, url: null, kind: "term" }, score);
	}
	const fits = aliases?.fits(text);
	for (const page of lexicon.pages) {
		const score = Math.max(place(page.title, text), fits?.get(page) ?? 0);
		if (score >= 0.5) offer({ text: page.title, url: page.url, kind: "page" }, score);
	}
	return [...found.values()]
		.sort((a, b) => b.score - a.score)
		.slice(0, MOST_SUGGESTIONS)
		.map(({ suggestion }) => suggestion);
}

/** 2 when the candidate starts with the text, 1 when it holds it, else 0. */
function place(candidate: string, text: string): number {
	const at = normalize(candidate).indexOf(text);
	return at === 0 ? 2 : at > 0 ? 1 : 0;
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	if (a.size === 0 || b.size === 0) return 0;
	let common = 0;
	for (const token of a) if (b.has(token)) common++;
	return (2 * common) / (a.size + b.size);
}

/** Other words for a word: its term and the term's other synonyms. */
export function alternatives(lexicon: Lexicon, word: string): string[] {
	const found = new Set<string>();
	for (const { term, synonyms } of lexicon.terms) {
		const names = [term, ...synonyms];
		if (names.some((name) => normalize(name) === word)) for (const name of names) found.add(normalize(name));
	}
	found.delete(word);
	return [...found];
}

/** Terms near the query, for the side column: related by a shared word, the query's own term left out. */
export function nearbyTerms(lexicon: Lexicon, query: string, most = 6): string[] {
	const text = normalize(query);
	const wanted = new Set(tokenize(text));
	return lexicon.terms
		.map(({ term, synonyms }) => {
			const own = normalize(term);
			const names = [own, ...synonyms.map(normalize)];
			const score = Math.max(...names.map((name) => dice(wanted, new Set(tokenize(name)))));
			return { term, score: text.split(/\s+/).includes(own) ? 0 : score };
		})
		.filter(({ score }) => score > 0.15)
		.sort((a, b) => b.score - a.score)
		.slice(0, most)
		.map(({ term }) => term);
}
