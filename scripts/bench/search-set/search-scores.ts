import { normalize } from "../../../core/language/normalize.ts";
import type { SearchEngine } from "../../../site/search/engine.ts";
import { holdsPiece } from "../../../site/search/literal.ts";

/** A query of the public set `test/eval/queries.jsonl`. */
export interface EvalQuery {
	readonly id: string;
	readonly kind: string;
	readonly q: string;
	/** Topic ids of the guides that answer a question; other queries are judged by the text of the pages. */
	readonly right?: readonly string[];
}

/** A searchable page as judged: address and normalised text. */
export interface JudgedPage {
	readonly url: string;
	readonly title: string;
	readonly text: string;
}

/** How one query fared. */
export interface QueryScore {
	readonly query: EvalQuery;
	/** Share of the right pages that were found; for questions 1 when one stands in the first five. */
	readonly recall: number;
	/** Share of right pages among those listed as exact; null for questions and where nothing is listed. */
	readonly precision: number | null;
	readonly ndcg: number;
	readonly found: readonly string[];
}

const FIRST = 10;
const FIRST_FIVE = 5;

/**
 * Runs one query as the page does and judges the answer: a right page holds every piece of the query
 * literally (title counts double for the order); a question is right when one of its guides is among the first five.
 */
export async function scoreQuery(
	engine: SearchEngine,
	query: EvalQuery,
	pages: readonly JudgedPage[],
): Promise<QueryScore> {
	const all = pages.length;
	const answer = await engine.search({
		query: query.q,
		selection: {},
		show: { exact: all, related: all },
	});
	const exact = answer.exact.items.map((item) => item.url);
	const found = [...exact, ...answer.related.items.map((item) => item.url)];
	if (query.right !== undefined) {
		const right = new Map(query.right.map((topic) => [`/guides/${topic}/`, 1]));
		const first = found.slice(0, FIRST_FIVE).some((url) => right.has(url));
		return { query, recall: first ? 1 : 0, precision: null, ndcg: ndcg(found, right), found };
	}
	const grades = judge(query.q, pages);
	const hit = exact.filter((url) => grades.has(url)).length;
	return {
		query,
		recall: grades.size === 0 ? 1 : hit / grades.size,
		precision: exact.length === 0 ? null : hit / exact.length,
		ndcg: grades.size === 0 ? 1 : ndcg(found, grades),
		found,
	};
}

/** Right pages with their grade: 2 when the title holds every piece, 1 when the page does. */
export function judge(q: string, pages: readonly JudgedPage[]): Map<string, number> {
	const pieces = Array.from(normalize(q).matchAll(/[\p{L}\p{N}]+/gu), ([piece]) => piece);
	const grades = new Map<string, number>();
	for (const { url, title, text } of pages) {
		if (pieces.every((piece) => holdsPiece(title, piece))) grades.set(url, 2);
		else if (pieces.every((piece) => holdsPiece(text, piece) || holdsPiece(title, piece))) grades.set(url, 1);
	}
	return grades;
}

/** Normalised discounted cumulative gain of the first ten. */
function ndcg(found: readonly string[], grades: ReadonlyMap<string, number>): number {
	const gain = (values: readonly number[]) =>
		values.slice(0, FIRST).reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
	const ideal = gain([...grades.values()].sort((a, b) => b - a));
	return ideal === 0 ? 1 : gain(found.map((url) => grades.get(url) ?? 0)) / ideal;
}
