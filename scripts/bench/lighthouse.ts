/**
 * `npm run bench -- lighthouse [path…]`: Lighthouse (mobile) on each page type of the built site behind the real
 * server, or on the given pages. Aim: 100 in all four categories. Accessibility, best practices and SEO do not
 * depend on the load of the machine; performance does, so the median of several runs is printed.
 */
import { loadavg } from "node:os";
import { Hono } from "hono";
import lighthouse from "lighthouse";
import { securityHeaders } from "../../bot/http/security-headers.ts";
import { listen } from "../../bot/http/server.ts";
import { siteRoutes } from "../../bot/http/site.ts";
import { launchBrowser } from "../browser.ts";
import { buildIfStale } from "../build/site.ts";
import { TEMPLATES } from "./lighthouse-set/templates.ts";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
/** Pages that are kept out of search engines on purpose, and so fail this audit. */
const UNLISTED = /^\/(search|print|assistant\/plan|404\.html)/;
/** Runs of one page. */
const RUNS = Number(process.env["RUNS"] ?? 3);
/** Lighthouse talks to the browser over this port. */
const DEBUGGING_PORT = 9333;

interface Run {
	readonly scores: readonly number[];
	readonly shift: number;
	readonly kilobytes: number;
	readonly failed: readonly string[];
}

async function run(url: string): Promise<Run> {
	const result = await lighthouse(url, {
		port: DEBUGGING_PORT,
		output: "json",
		logLevel: "error",
		onlyCategories: [...CATEGORIES],
		...(UNLISTED.test(new URL(url).pathname) && { skipAudits: ["is-crawlable"] }),
	});
	if (result === undefined) throw new Error(`no result for ${url}`);
	const { categories, audits } = result.lhr;
	const number = (id: string) => audits[id]?.numericValue ?? 0;
	return {
		scores: CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100)),
		shift: number("cumulative-layout-shift"),
		kilobytes: number("total-byte-weight") / 1024,
		failed: Object.entries(audits)
			.filter(
				([, { score, scoreDisplayMode }]) =>
					score !== null && score < 0.9 && scoreDisplayMode !== "informative",
			)
			.map(([id, { displayValue }]) => (displayValue ? `${id} (${displayValue})` : id)),
	};
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

await buildIfStale();
const app = new Hono();
app.use("*", securityHeaders());
app.route("/", siteRoutes("dist"));
const server = await listen(app, "127.0.0.1", 0);
const browser = await launchBrowser([`--remote-debugging-port=${DEBUGGING_PORT}`]);
const wanted = process.argv.slice(2);
let short = 0;
try {
	console.log(`${RUNS} runs a page, Chromium ${browser.version()}, load ${loadavg()[0]?.toFixed(1)}`);
	const table: Record<string, Record<string, number | string>> = {};
	for (const page of wanted.length > 0 ? wanted : TEMPLATES) {
		const runs: Run[] = [];
		for (let count = 0; count < RUNS; count++) runs.push(await run(server.url + page));
		const scores = CATEGORIES.map((_, index) => median(runs.map((one) => one.scores[index] ?? 0)));
		table[page] = {
			...Object.fromEntries(CATEGORIES.map((name, index) => [name, scores[index] ?? 0])),
			shift: Math.max(...runs.map(({ shift }) => shift)).toFixed(3),
			KB: Math.round(median(runs.map(({ kilobytes }) => kilobytes))),
		};
		if (scores.some((score) => score < 100)) {
			short++;
			console.log(`${page}: ${[...new Set(runs.flatMap(({ failed }) => failed))].join(", ")}`);
		}
	}
	console.table(table);
} finally {
	await browser.close();
	await server.close();
}
process.exit(short === 0 ? 0 : 1);
