import type { LoadedPage, PageIndex } from "./page-index.ts";
import type { Piece, Query } from "./query.ts";

/** Pages whose text is looked at to tell a literal match from scattered bigrams. */
const LOOKED_AT = 30;

/** Outcome of the strict search. */
export interface ExactResult {
	/** Pages that contain every piece of the query, best first. */
	readonly ids: readonly string[];
	/** Pages that hold all bigrams, but not as written. */
	readonly partial: readonly string[];
}

/**
 * Pages that contain each piece. The index answers with pages that hold all bigrams of the pieces;
 * of the first 30 (and the first 30 that pass the chosen facets) the text itself is asked.
 */
export async function findExact(
	pages: PageIndex,
	query: Query,
	passes: (id: string) => boolean,
): Promise<ExactResult> {
	const found = await pages.all(query.terms);
	if (found.size === 0) return cutNumbers(pages, query);
	const candidates = [...found.keys()];
	if (!query.pieces.some((piece) => piece.ambiguous)) return { ids: candidates, partial: [] };
	const looked = new Set([
		...candidates.slice(0, LOOKED_AT),
		...candidates.filter((id) => passes(id)).slice(0, LOOKED_AT),
	]);
	return sortOut(pages, query.pieces, candidates, looked);
}

/** A number or Latin word copied from its middle is no prefix of anything: ask by the Han terms alone, then look. */
async function cutNumbers(pages: PageIndex, query: Query): Promise<ExactResult> {
	const han = query.terms.filter((term) => /\p{Script=Han}/u.test(term));
	if (han.length === 0 || han.length === query.terms.length) return { ids: [], partial: [] };
	const candidates = [...(await pages.all(han)).keys()].slice(0, LOOKED_AT);
	return sortOut(pages, query.pieces, candidates, new Set(candidates));
}

async function sortOut(
	pages: PageIndex,
	pieces: readonly Piece[],
	candidates: readonly string[],
	looked: ReadonlySet<string>,
): Promise<ExactResult> {
	const grades = new Map<string, Grade>();
	await Promise.all(
		[...looked].map(async (id) => {
			grades.set(id, gradeOf(await pages.page(id), pieces));
		}),
	);
	const by = (grade: Grade) => candidates.filter((id) => grades.get(id) === grade);
	const unseen = candidates.filter((id) => !grades.has(id));
	return { ids: [...by("title"), ...by("body"), ...unseen], partial: by("none") };
}

/** Where all pieces stand as written. */
type Grade = "title" | "body" | "none";

function gradeOf(page: LoadedPage, pieces: readonly Piece[]): Grade {
	if (pieces.every((piece) => page.title.folded.includes(piece.text))) return "title";
	const holds = (piece: Piece) =>
		page.body.folded.includes(piece.text) || page.title.folded.includes(piece.text);
	return pieces.every(holds) ? "body" : "none";
}
