import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { normalize } from "../../../core/language/normalize.ts";
import { measureSearch, readQueries } from "../../../scripts/bench/search.ts";
import { judgedPages } from "../../../scripts/bench/search-set/judged-pages.ts";
import { judge } from "../../../scripts/bench/search-set/search-scores.ts";
import { type ServedIndex, serveIndex } from "../../../scripts/bench/search-set/served-index.ts";
import { loadKnowledge } from "../../../scripts/knowledge.ts";
import { hanBigrams } from "../../../site/search/page-text.ts";

const show = { exact: 1000, related: 1000 };

describe("the index of the built site", () => {
	const pages = judgedPages("dist");
	let served: ServedIndex;
	beforeAll(async () => {
		served = await serveIndex("dist");
	});
	afterAll(() => served.close());

	test("holds every page that is searchable", async () => {
		const { results } = await served.pagefind.search(null);
		const urls = await Promise.all(results.map(async (hit) => (await hit.data()).url));
		expect(urls.sort()).toEqual(pages.map(({ url }) => url).sort());
	});

	test("finds every bigram of every body on its page", async () => {
		const idsOf = new Map<string, Set<string>>();
		const urlOf = new Map<string, string>();
		for (const hit of (await served.pagefind.search(null)).results) urlOf.set((await hit.data()).url, hit.id);
		const missing: string[] = [];
		for (const { url, text } of pages) {
			for (const pair of hanBigrams(text)) {
				let ids = idsOf.get(pair);
				if (ids === undefined) {
					ids = new Set((await served.pagefind.search(pair)).results.map((hit) => hit.id));
					idsOf.set(pair, ids);
				}
				if (!ids.has(urlOf.get(url) ?? "")) missing.push(`${url} ${pair}`);
			}
		}
		expect(missing).toEqual([]);
	}, 180_000);

	test("finds every single character of every title", async () => {
		for (const { url, title } of pages) {
			for (const [character] of title.matchAll(/\p{Script=Han}/gu)) {
				const answer = await served.engine.search({ query: character, selection: {}, show });
				expect(
					answer.exact.items.map((item) => item.url),
					`${character} of ${title}`,
				).toContain(url);
			}
		}
	});

	test("finds every case by each of its facets, by code and by label, and no other case", async () => {
		const { cases } = loadKnowledge();
		for (const facet of ["mode", "kind", "industry", "star", "year"] as const) {
			const values = new Set(cases.map((entry) => String(entry[facet] ?? 0)));
			for (const value of values) {
				const expected = cases
					.filter((entry) => String(entry[facet] ?? 0) === value)
					.map(({ slug }) => `/cases/${slug}/`);
				const answer = await served.engine.search({ query: "", selection: { [facet]: [value] }, show });
				expect(answer.exact.items.map(({ url }) => url).sort(), `${facet}=${value}`).toEqual(expected.sort());
				const label = answer.names[facet][value] ?? value;
				const byLabel = await served.engine.search({ query: "", selection: { [facet]: [label] }, show });
				expect(byLabel.exact.total, `${facet}=${label}`).toBe(expected.length);
			}
		}
	});

	test("counts of a facet are what choosing it lists", async () => {
		const query = "党支部";
		const { counts } = await served.engine.search({ query, selection: { type: ["case"] }, show });
		for (const facet of ["type", "mode", "star"] as const) {
			for (const [value, count] of Object.entries(counts[facet])) {
				const selection = facet === "type" ? { type: [value] } : { type: ["case"], [facet]: [value] };
				const chosen = await served.engine.search({ query, selection, show });
				expect(chosen.exact.total, `${facet}=${value}`).toBe(count);
			}
		}
	});

	test("random stretches of the bodies find the pages that hold them, and no other", async () => {
		const runs = pages.flatMap(({ text }) =>
			Array.from(text.matchAll(/\p{Script=Han}{2,}/gu), ([run]) => Array.from(run)),
		);
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...runs),
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.integer({ min: 2, max: 7 }),
				async (run, where, length) => {
					const from = Math.floor(where * Math.max(0, run.length - length));
					const query = run.slice(from, from + length).join("");
					const { exact } = await served.engine.search({ query, selection: {}, show });
					const listed = exact.items.map(({ url }) => url);
					expect(exact.total, query).toBe(listed.length);
					expect(listed.sort(), query).toEqual([...judge(query, pages).keys()].sort());
				},
			),
			{ numRuns: 300 },
		);
	}, 120_000);

	test("a page that writes an inner character twice does not hold the stretch that writes it once", async () => {
		const stretches = new Set(
			pages.flatMap(({ text }) =>
				Array.from(text.matchAll(/(?=(\p{Script=Han})(\p{Script=Han})\2(\p{Script=Han}))/gu), ([, a, x, b]) =>
					[a, x, b].join(""),
				),
			),
		);
		expect(stretches.size).toBeGreaterThan(20);
		for (const query of stretches) {
			const { exact } = await served.engine.search({ query, selection: {}, show });
			expect(exact.items.map(({ url }) => url).sort(), query).toEqual([...judge(query, pages).keys()].sort());
		}
	}, 120_000);

	test("a notice that stands hidden in the page is no text of it", async () => {
		const { exact } = await served.engine.search({ query: "引用前请与街道党建办核对", selection: {}, show });
		expect(exact.items.map(({ url }) => url)).toEqual([]);
	});

	test("the text of a form that is the page is found", async () => {
		const { rating } = loadKnowledge();
		for (const { text } of rating.dimensions.flatMap(({ items }) => items)) {
			const [run = ""] = text.match(/\p{Script=Han}{4,}/u) ?? [];
			const { exact } = await served.engine.search({ query: run, selection: {}, show });
			expect(
				exact.items.map(({ url }) => url),
				run,
			).toContain("/rating/");
		}
	});

	test("marks what was searched in titles and excerpts", async () => {
		const answer = await served.engine.search({ query: "聯合黨支部　牽頭", selection: {}, show });
		expect(answer.exact.total).toBeGreaterThan(0);
		for (const { title, excerpt } of answer.exact.items) {
			const marked = [...title, ...excerpt].filter((span) => span.marked).map((span) => normalize(span.text));
			expect(marked.length).toBeGreaterThan(0);
			for (const text of marked) expect("联合党支部牵头").toContain(text);
		}
	});

	test("says honestly that nothing was found and what would find something", async () => {
		const answer = await served.engine.search({ query: "挂靠 鸸鹋饲养", selection: {}, show });
		expect([answer.exact.total, answer.related.total]).toEqual([0, 0]);
		expect(answer.fewer.map(({ text }) => text)).toEqual(["挂靠"]);
	});
});

describe("search quality", () => {
	test("the public query set keeps the published figures", async () => {
		const queries = readQueries();
		expect(queries.length).toBeGreaterThanOrEqual(150);
		const figures = await measureSearch("dist", queries);
		expect(figures.recall).toBe(1);
		expect(figures.precision).toBe(1);
		expect(figures.ndcg).toBeGreaterThanOrEqual(0.93);
		expect(figures.questionsInFirstFive).toBe(1);
		expect(figures.firstSearchKb).toBeLessThanOrEqual(250);
	}, 120_000);
});
