import type { SearchAnswer, SearchRequest } from "./answer.ts";
import type { Suggestion } from "./lexicon.ts";

/** What the page asks the search worker. The first message must be `open`. */
export type WorkerRequest =
	| { readonly kind: "open"; readonly indexUrl: string; readonly wordsUrl: string }
	| { readonly kind: "search"; readonly id: number; readonly request: SearchRequest }
	| { readonly kind: "suggest"; readonly id: number; readonly typed: string };

/** What it answers; `failed` when index or lexicon cannot be loaded. */
export type WorkerAnswer =
	| { readonly kind: "search"; readonly id: number; readonly answer: SearchAnswer }
	| { readonly kind: "suggest"; readonly id: number; readonly suggestions: readonly Suggestion[] }
	| { readonly kind: "failed"; readonly id: number; readonly message: string };
