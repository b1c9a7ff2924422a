/**
 * `npm run bench -- build-scale [n…]`: builds the site with n synthetic cases added, in a temporary copy, and
 * searches it. Shows whether a page costs the same among 5,000 as among 500. Without numbers only a small size is
 * built; `npm run bench -- build-scale 0 750 2250 4750` is the measurement.
 *
 * Everything a page needs is counted: its picture, its place in the index, its compressed copies. Papers do not
 * grow with the pages and are taken from the last build, as learnt weights are.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { SCREEN } from "../../site/search/answer.ts";
import { writeSyntheticCases } from "./scale/synthetic-cases.ts";
import { readQueries } from "./search.ts";
import { serveIndex } from "./search-set/served-index.ts";

const SMALL = [100];
const COPIED = ["content", "core", "site", "scripts", "astro.config.mjs", "package.json", "tsconfig.json"];
/** Kept results that do not depend on the number of pages. */
const CACHED = [".cache/downloads", ".cache/weights"];
/**
 * Builds in the copy and prints what it took: in a process of its own, so that memory is that of one build. Time
 * of the processor beside that of the clock, because only the first is the same on a busy machine; that of the
 * indexer and the browser, processes of their own, is told by Linux only.
 */
const BUILD = `
	const { readFileSync } = await import("node:fs");
	const started = performance.now();
	const { build } = await import("./scripts/build/site.ts");
	await build();
	const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
	let children = 0;
	try {
		const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1].split(" ");
		children = (Number(fields[13]) + Number(fields[14])) / 100;
	} catch {}
	const seconds = (performance.now() - started) / 1000;
	console.log(JSON.stringify({ seconds, cpu: (userCPUTime + systemCPUTime) / 1e6 + children, memory: maxRSS }));
`;
/** No search may take longer, whatever the size, in ms. */
const SLOWEST = 1000;

interface ScaleFigures {
	readonly pages: number;
	readonly seconds: number;
	/** Seconds of the processor, of all processes. */
	readonly cpu: number;
	/** Milliseconds of the processor for each page more than in the size before; for the first size, for each page. */
	readonly each: number;
	/** Peak memory of the building process in MB. */
	readonly memory: number;
	readonly indexMb: number;
	/** From an empty cache to the first answer. */
	readonly coldMs: number;
	readonly medianMs: number;
	readonly p95Ms: number;
	readonly slowestMs: number;
}

function size(folder: string): number {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function copyProject(root: string): void {
	for (const name of COPIED) cpSync(name, join(root, name), { recursive: true });
	symlinkSync(resolve("node_modules"), join(root, "node_modules"), "dir");
	for (const kept of CACHED) if (existsSync(kept)) cpSync(kept, join(root, kept), { recursive: true });
}

async function searchTimes(
	dist: string,
): Promise<Pick<ScaleFigures, "coldMs" | "medianMs" | "p95Ms" | "slowestMs">> {
	const queries = readQueries().map(({ q }) => q);
	const opened = performance.now();
	const served = await serveIndex(dist);
	const timed = async (query: string, started = performance.now()): Promise<number> => {
		await served.engine.search({ query, selection: {}, show: { exact: SCREEN, related: 10 } });
		return performance.now() - started;
	};
	const first: number[] = [];
	for (const [index, query] of queries.entries())
		first.push(await timed(query, index === 0 ? opened : undefined));
	const warm: number[] = [];
	for (const query of queries) warm.push(await timed(query));
	await served.close();
	const sorted = warm.toSorted((a, b) => a - b);
	return {
		coldMs: first[0] ?? 0,
		medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
		p95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
		slowestMs: Math.max(...first, ...warm),
	};
}

async function measure(count: number): Promise<Omit<ScaleFigures, "each">> {
	const root = mkdtempSync(join(tmpdir(), "build-scale-"));
	try {
		copyProject(root);
		writeSyntheticCases(join(root, "content/cases"), count);
		const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", BUILD], {
			cwd: root,
			encoding: "utf8",
			env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
			stdio: ["ignore", "pipe", "inherit"],
		});
		console.log(printed.trim().split("\n").at(-2));
		const { seconds, cpu, memory } = JSON.parse(printed.trim().split("\n").at(-1) ?? "{}") as {
			seconds: number;
			cpu: number;
			memory: number;
		};
		const dist = join(root, "dist");
		const pages = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) =>
			file.endsWith(".html"),
		);
		return {
			pages: pages.length,
			seconds,
			cpu,
			memory: memory / 1024,
			indexMb: size(join(dist, "pagefind")) / 2 ** 20,
			...(await searchTimes(dist)),
		};
	} finally {
		rmSync(root, { recursive: true, force: true });
	}
}

const sizes = process.argv.slice(2).map(Number).filter(Number.isFinite);
const results: ScaleFigures[] = [];
for (const count of sizes.length > 0 ? sizes : SMALL) {
	const figures = await measure(count);
	const before = results.at(-1) ?? { cpu: 0, pages: 0 };
	const each = ((figures.cpu - before.cpu) * 1000) / Math.max(1, figures.pages - before.pages);
	results.push({ ...figures, each });
	console.log(`${count} synthetic cases: ${figures.pages} pages in ${figures.seconds.toFixed(1)} s`);
}
console.table(
	results.map((figures) =>
		Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(1))])),
	),
);
// The first size pays for what does not depend on the number of pages, so steps are compared from the second on.
const steps = results.slice(1).map(({ each }) => each);
const growth = (steps.at(-1) ?? 1) / (steps[0] ?? 1);
const linear = growth <= 1.15;
const fast = results.every(({ slowestMs }) => slowestMs <= SLOWEST);
if (steps.length > 1)
	console.log(
		`${linear ? "linear" : "NOT linear"}: the last pages cost ${growth.toFixed(2)} of what the first additional ones do`,
	);
console.log(`${fast ? "no" : "SOME"} search over ${SLOWEST} ms`);
process.exit(linear && fast ? 0 : 1);
