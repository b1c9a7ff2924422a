/** `node scripts/bench/search.ts [dist]`: search measured on the public query set over the built site. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { SCREEN } from "../../site/search/answer.ts";
import { judgedPages } from "./search-set/judged-pages.ts";
import { type EvalQuery, type QueryScore, scoreQuery } from "./search-set/search-scores.ts";
import { serveIndex } from "./search-set/served-index.ts";

/** What the measurement found; shares between 0 and 1, times in ms, sizes in KB. */
export interface SearchFigures {
	readonly pages: number;
	readonly queries: number;
	readonly recall: number;
	readonly precision: number;
	readonly ndcg: number;
	readonly questionsInFirstFive: number;
	readonly byKind: Readonly<Record<string, { recall: number; precision: number | null; ndcg: number }>>;
	readonly firstSearchKb: number;
	readonly warmMedian: number;
	readonly warmP95: number;
	/** Queries that missed something, with what is wrong. */
	readonly short: readonly QueryScore[];
}

export async function measureSearch(root: string, queries: readonly EvalQuery[]): Promise<SearchFigures> {
	const pages = judgedPages(root);
	const scores: QueryScore[] = [];
	const served = await serveIndex(root);
	for (const query of queries) scores.push(await scoreQuery(served.engine, query, pages));
	const times: number[] = [];
	for (const query of queries) {
		const started = performance.now();
		await served.engine.search(asShown(query.q));
		times.push(performance.now() - started);
	}
	await served.close();
	times.sort((a, b) => a - b);
	const plain = scores.filter(({ query }) => query.right === undefined);
	const questions = scores.filter(({ query }) => query.right !== undefined);
	const kinds = [...new Set(queries.map(({ kind }) => kind))];
	return {
		pages: pages.length,
		queries: queries.length,
		recall: mean(plain.map(({ recall }) => recall)),
		precision: mean(plain.flatMap(({ precision }) => precision ?? [])),
		ndcg: mean(scores.map(({ ndcg }) => ndcg)),
		questionsInFirstFive: mean(questions.map(({ recall }) => recall)),
		byKind: Object.fromEntries(
			kinds.map((kind) => {
				const own = scores.filter(({ query }) => query.kind === kind);
				const precisions = own.flatMap(({ precision }) => precision ?? []);
				return [
					kind,
					{
						recall: mean(own.map(({ recall }) => recall)),
						precision: precisions.length === 0 ? null : mean(precisions),
						ndcg: mean(own.map(({ ndcg }) => ndcg)),
					},
				];
			}),
		),
		firstSearchKb: await firstSearch(root, queries),
		warmMedian: times[Math.floor(times.length / 2)] ?? 0,
		warmP95: times[Math.floor(times.length * 0.95)] ?? 0,
		short: scores.filter(
			({ recall, precision, ndcg }) => recall < 1 || (precision ?? 1) < 0.93 || ndcg < 0.7,
		),
	};
}

/** Mean bytes of a first search with a cold cache: Pagefind's module, words (compressed), index and texts. */
async function firstSearch(root: string, queries: readonly EvalQuery[]): Promise<number> {
	const fixed = gzipSync(readFileSync(join(root, "pagefind/pagefind.js"))).length;
	const sizes: number[] = [];
	for (const query of queries.filter((_, index) => index % 8 === 0)) {
		const served = await serveIndex(root);
		await served.engine.search(asShown(query.q));
		sizes.push(fixed + served.takeBytes());
		await served.close();
	}
	return mean(sizes) / 1024;
}

/** The request the page makes. */
function asShown(query: string) {
	return { query, selection: {}, show: { exact: SCREEN, related: 10 } };
}

function mean(values: readonly number[]): number {
	return values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Reads the public query set. */
export function readQueries(file = "test/eval/queries.jsonl"): EvalQuery[] {
	return readFileSync(file, "utf8")
		.split("\n")
		.filter((line) => line !== "")
		.map((line) => JSON.parse(line) as EvalQuery);
}

if (import.meta.main) {
	const { short, byKind, ...figures } = await measureSearch(process.argv[2] ?? "dist", readQueries());
	console.table(figures);
	console.table(byKind);
	for (const { query, recall, precision, ndcg, found } of short) {
		console.log(
			query.id,
			query.q,
			{ recall, precision, ndcg },
			query.right ?? "",
			found.slice(0, 6).join(" "),
		);
	}
}
