import type { Span } from "./excerpt.ts";
import type { Facet, FacetNames, Selection } from "./facets.ts";

/** Exact results the page lists at first, and again each time the reader asks for more. */
export const SCREEN = 12;

/** A search as the page asks for it. */
export interface SearchRequest {
	readonly query: string;
	readonly selection: Selection;
	/** Results of each tier to prepare for showing. */
	readonly show: { readonly exact: number; readonly related: number };
}

/** One line of the list. */
export interface ResultItem {
	readonly url: string;
	readonly title: readonly Span[];
	readonly excerpt: readonly Span[];
	/** Facet values of the page. */
	readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
	/** Where the page stands, e.g. 建立 / 联合组建, as its layout says; empty when it says nothing. */
	readonly path: string;
}

/** Results that belong together. `items` holds the first of `total`. */
export interface Tier {
	readonly total: number;
	readonly items: readonly ResultItem[];
}

export interface SearchAnswer {
	/** Pages that contain every piece of the query. */
	readonly exact: Tier;
	/** Pages that contain part of it. */
	readonly related: Tier;
	/** Pieces of the query, for the sentence that says what was matched. */
	readonly pieces: readonly string[];
	/** Pages of the exact tier by facet value, the facet's own choice left out. */
	readonly counts: Readonly<Record<Facet, Readonly<Record<string, number>>>>;
	/** When nothing was found: single pieces that would find something. */
	readonly fewer: readonly { readonly text: string; readonly total: number }[];
	/** Terms near the query. */
	readonly nearby: readonly string[];
	/** The chosen values as the index knows them. */
	readonly selection: Selection;
	/** Printed labels of facet values. */
	readonly names: FacetNames;
}
