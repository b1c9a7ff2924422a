import type { Catalogue } from "./catalogue.ts";
import { holdsPiece } from "./literal.ts";
import type { LoadedPage, PageIndex } from "./page-index.ts";
import type { Piece, Query } from "./query.ts";

/** Best pages whose text is looked at where the index cannot tell a literal match from scattered words. */
const FIRST = 24;
/** Pages looked at evenly over the rest, before the rest is trusted. */
const SAMPLE = 20;
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
 * Pages that contain each piece. The index answers with pages that hold all bigrams of the pieces, and where; a
 * piece of Han characters stands on a page as written when its bigrams stand in a row. Only where numbers or Latin
 * letters are part of a piece, the text has to be looked at: that of the first pages (those that pass the chosen
 * facets first), of a sample of the others and, where the sample does not hold the pieces, of all.
 */
export async function findExact(
	pages: PageIndex,
	query: Query,
	passes: (id: string) => boolean,
): Promise<ExactResult> {
	const found = await pages.all(query.terms);
	if (found.size === 0) return cutNumbers(pages, query);
	const candidates = [...found.keys()];
	const ambiguous = query.pieces.filter((piece) => piece.ambiguous);
	if (ambiguous.length === 0) return { ids: candidates, partial: [] };
	if (ambiguous.every(({ text }) => /^\p{Script=Han}+$/u.test(text))) {
		return sortOut(candidates, await gradeByPlace(pages, query.pieces, candidates));
	}
	const order = [...candidates.filter(passes), ...candidates.filter((id) => !passes(id))];
	const grades = new Map<string, Grade>();
	const look = (ids: readonly string[]) => gradeByText(pages, query.pieces, ids, holdsPiece, grades);
	await look(order.slice(0, FIRST));
	const rest = order.slice(FIRST);
	const sample = evenly(rest, SAMPLE);
	if ((await look(sample)) < sample.length)
		await look(rest.filter((id) => !grades.has(id)).slice(0, MOST_LOOKED_AT));
	return sortOut(candidates, grades);
}

/** A number or Latin word copied from its middle is no prefix of anything: ask by the Han terms alone, then look. */
async function cutNumbers(pages: PageIndex, query: Query): Promise<ExactResult> {
	const han = query.terms.filter((term) => /\p{Script=Han}/u.test(term));
	if (han.length === 0 || han.length === query.terms.length) return { ids: [], partial: [] };
	const candidates = [...(await pages.all(han)).keys()].slice(0, FIRST);
	const grades = new Map<string, Grade>();
	await gradeByText(pages, query.pieces, candidates, (text, piece) => text.includes(piece), grades);
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

/**
 * Grades pages by their titles and the places of the bigrams. A piece of one term is on every candidate. Of a page
 * that writes an inner character of a piece twice the text is looked at: 书记记在 has the places of 书记在.
 */
async function gradeByPlace(
	pages: PageIndex,
	pieces: readonly Piece[],
	ids: readonly string[],
): Promise<Map<string, Grade>> {
	const titles: Catalogue["pages"] = (await pages.catalogue()).pages;
	const rows = await Promise.all(
		pieces.map(async ({ text, terms, ambiguous }) => ({
			text,
			standsOn: ambiguous ? await pages.inARow(terms) : () => true,
		})),
	);
	const grades = new Map(
		ids.map((id): [string, Grade] => {
			const title = titles.get(id)?.foldedTitle ?? "";
			if (rows.every(({ text }) => holdsPiece(title, text))) return [id, "title"];
			const somewhere = rows.every(({ text, standsOn }) => standsOn(id) || holdsPiece(title, text));
			return [id, somewhere ? "body" : "none"];
		}),
	);
	const inner = pieces.flatMap(({ text }) => Array.from(text).slice(1, -1));
	const unsure = ids.filter((id) => {
		const doubled = titles.get(id)?.doubled ?? "";
		return grades.get(id) === "body" && inner.some((one) => doubled.includes(one));
	});
	await gradeByText(pages, pieces, unsure, holdsPiece, grades);
	return grades;
}

/** Grades pages by their texts into `grades`; returns how many hold the pieces. */
async function gradeByText(
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
