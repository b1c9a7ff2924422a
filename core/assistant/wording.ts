import type { Knowledge } from "../content/knowledge.ts";

/** Fills `{blanks}` of a sentence; a blank without a value stays visible, so that a mistake is seen. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
	return text.replaceAll(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank));
}

/** A fixed sentence of the office. A missing one shows its key; `test/core/assistant` keeps that from happening. */
export function sentence(
	knowledge: Knowledge,
	key: string,
	values: Readonly<Record<string, string | number>> = {},
): string {
	return fill(knowledge.wording.sentences[key] ?? key, values);
}

/** Title of a part of an answer. */
export function title(knowledge: Knowledge, key: string): string {
	return knowledge.wording.titles[key] ?? key;
}

/** Ends a line with a full stop unless it already ends a sentence. */
export function closed(text: string): string {
	return /[。？！：…]$/.test(text) ? text : `${text}。`;
}
