import { holdsPiece } from "./literal.ts";
import type { LoadedPage, PageIndex } from "./page-index.ts";
import type { Piece, Query } from "./query.ts";

/** Best pages whose text is always looked at, to tell a literal match from scattered bigrams; one screen shows about as many. */
const FIRST = 24;
/** Pages looked at evenly over the rest, before the rest is trusted. */
const SAMPLE = 20;
/** Pages of the sample that may be wrong while the others are trusted. */
const TOLERATED = 0;
/** Most pages looked at; what lies beyond is taken as it comes from the index. */
const MOST_LOOKED_AT = 400;

/** Outcome of the strict search. */
export interface ExactResult {
	/** Pages that contain every piece of the query, best first. */
	readonly ids: readonly string[];
	/** Pages that hold all bigrams, but not as written. */
	readonly partial: readonly string[];
}

/**
 * Pages that contain each piece. The index answers with pages that hold all bigrams of the pieces;
 * the text of the first ones (those that pass the chosen facets first) and of a sample of the others is asked
 * whether it holds them as written. Where the sample does not, the text of all is.
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
	const order = [...candidates.filter(passes), ...candidates.filter((id) => !passes(id))];
	const grades = new Map<string, Grade>();
	const look = (ids: readonly string[]) => gradeAll(pages, query.pieces, ids, holdsPiece, grades);
	await look(order.slice(0, FIRST));
	const rest = order.slice(FIRST);
	const sample = evenly(rest, SAMPLE);
	if ((await look(sample)) < sample.length - TOLERATED)
		await look(rest.filter((id) => !grades.has(id)).slice(0, MOST_LOOKED_AT));
	return sortOut(candidates, grades);
}

/** A number or Latin word copied from its middle is no prefix of anything: ask by the Han terms alone, then look. */
async function cutNumbers(pages: PageIndex, query: Query): Promise<ExactResult> {
	const han = query.terms.filter((term) => /\p{Script=Han}/u.test(term));
	if (han.length === 0 || han.length === query.terms.length) return { ids: [], partial: [] };
	const candidates = [...(await pages.all(han)).keys()].slice(0, FIRST);
	const grades = new Map<string, Grade>();
	await gradeAll(pages, query.pieces, candidates, (text, piece) => text.includes(piece), grades);
	return sortOut(candidates, grades);
}

/** At most `most` of the values, spread over the whole list. */
function evenly<Value>(values: readonly Value[], most: number): Value[] {
	if (values.length <= most) return [...values];
	const step = values.length / most;
	return values.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** Where all pieces stand as written. */
type Grade = "title" | "body" | "none";

type Holds = (folded: string, piece: string) => boolean;

/** Grades pages into `grades`; returns how many hold the pieces. */
async function gradeAll(
	pages: PageIndex,
	pieces: readonly Piece[],
	ids: readonly string[],
	holds: Holds,
	grades: Map<string, Grade>,
): Promise<number> {
	const loaded = await Promise.all(ids.map((id) => pages.page(id)));
	let literal = 0;
	for (const [index, page] of loaded.entries()) {
		const grade = gradeOf(page, pieces, holds);
		grades.set(ids[index] ?? "", grade);
		if (grade !== "none") literal++;
	}
	return literal;
}

function gradeOf({ title, body }: LoadedPage, pieces: readonly Piece[], holds: Holds): Grade {
	if (pieces.every(({ text }) => holds(title.folded, text))) return "title";
	const somewhere = pieces.every(({ text }) => holds(body.folded, text) || holds(title.folded, text));
	return somewhere ? "body" : "none";
}

function sortOut(candidates: readonly string[], grades: ReadonlyMap<string, Grade>): ExactResult {
	const by = (grade: Grade) => candidates.filter((id) => grades.get(id) === grade);
	const unseen = candidates.filter((id) => !grades.has(id));
	return { ids: [...by("title"), ...by("body"), ...unseen], partial: by("none") };
}
