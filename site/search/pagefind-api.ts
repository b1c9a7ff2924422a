/** The part of Pagefind's browser module (`/pagefind/pagefind.js`, 1.6.0) that is used; the package ships no types for it. */
export interface PagefindModule {
	options(options: PagefindOptions): Promise<void>;
	init(): Promise<void>;
	/** `null` finds every page. */
	search(term: string | null): Promise<{ readonly results: readonly PagefindHit[] }>;
}

export interface PagefindOptions {
	/** Address of the folder with the index, ending in `/`. */
	readonly basePath?: string;
	readonly baseUrl?: string;
	readonly metaCacheTag?: string;
	readonly ranking?: {
		readonly termFrequency?: number;
		readonly pageLength?: number;
		readonly termSaturation?: number;
		readonly termSimilarity?: number;
		readonly metaWeights?: Readonly<Record<string, number>>;
	};
}

/** One matching page; `data` loads its text. */
export interface PagefindHit {
	readonly id: string;
	readonly score: number;
	/** Places of the term among the words of the text. */
	readonly words: readonly number[];
	data(): Promise<PagefindPage>;
}

export interface PagefindPage {
	readonly url: string;
	/** Text of the page; words may be separated by U+200B. */
	readonly content: string;
	readonly meta: Readonly<Record<string, string>>;
	readonly filters: Readonly<Record<string, readonly string[]>>;
}
