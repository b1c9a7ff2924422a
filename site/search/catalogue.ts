import { normalize } from "../../core/language/normalize.ts";
import { FACETS, type Facet } from "./facets.ts";
import { topicOf } from "./page-types.ts";

/** Name of the file in the folder of the index. */
export const CATALOGUE_FILE = "catalogue.json";

/** A page as the file lists it: all that is known of it without its text. */
export interface CatalogueEntry {
	/** Pagefind's name for it. */
	readonly id: string;
	readonly url: string;
	readonly title: string;
	readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
	/** Han characters that its text writes twice in a row (书记记在); absent when it has none. */
	readonly doubled?: string;
}

/** What is known of all pages without their text: one small file instead of a search for each value of a facet. */
export interface Catalogue {
	readonly pages: ReadonlyMap<string, CatalogueEntry & { readonly foldedTitle: string }>;
	/** Values that exist, by facet. */
	readonly values: Readonly<Record<Facet, readonly string[]>>;
	/** Topic id → page of every guide. */
	readonly topics: ReadonlyMap<string, string>;
}

/** Prepares the entries of the file for looking up. */
export function toCatalogue(entries: readonly CatalogueEntry[]): Catalogue {
	const values = Object.fromEntries(
		FACETS.map((facet) => [facet, [...new Set(entries.flatMap(({ facets }) => facets[facet] ?? []))].sort()]),
	) as Record<Facet, string[]>;
	return {
		pages: new Map(entries.map((entry) => [entry.id, { ...entry, foldedTitle: normalize(entry.title) }])),
		values,
		topics: new Map(
			entries.flatMap(({ id, url }) => {
				const topic = topicOf(url);
				return topic === null ? [] : [[topic, id] as const];
			}),
		),
	};
}
