/**
 * A ledger of 100,000 surveyed units, each with its verification, over five quarters, some 200,000 files. Each figure
 * is the wall time of `scripts/ledger.mjs` in a process of its own, from its start to its end, as `npm run ledger`
 * runs it (without npm's own start), with the files in the page cache:
 * `stats` statistics of a quarter against the one before, both read from the index, every row's folder looked at;
 * `rebuild` statistics of all quarters without any index, which reads every file and writes all indexes;
 * `decision` one row given back; `memory` the most any of them had at a time, all threads together.
 * Fails above 2 s, 20 s, 2 s and 1 GB. Set BENCH_ROWS for a smaller run.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openForReading } from "../../bot/stores/submissions/open.ts";
import { quartersUntil } from "../demo/history.ts";
import { writeDemoLedger } from "../demo/write.ts";
import { loadOffice } from "../ledger/office.ts";

const QUARTER = "2026-Q3";
const QUARTERS = quartersUntil(QUARTER, 5);
const ROWS = Number(process.env.BENCH_ROWS ?? 100_000);
const REQUIRED = { statsMs: 2_000, rebuildMs: 20_000, decisionMs: 2_000, memoryMb: 1_024 } as const;
const PEAK_MEMORY = new URL("./ledger-set/peak-memory.ts", import.meta.url).href;

interface Measured {
	readonly ms: number;
	/** Most memory the process had. */
	readonly megabytes: number;
	readonly out: string;
}

/** Runs a ledger command as staff do, in a process of its own. */
function run(dataDir: string, ...args: readonly string[]): Measured {
	const begin = performance.now();
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		["--import", PEAK_MEMORY, "scripts/ledger.mjs", ...args, "--data", dataDir, "--staff", "bench", "--json"],
		{ encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
	);
	const ms = performance.now() - begin;
	if (status !== 0) throw new Error(`ledger ${args.join(" ")} failed: ${stdout}${stderr}`);
	return { ms, megabytes: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024, out: stdout };
}

const median = (values: readonly number[]) =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function report(label: string, value: number, required: number, unit: string): void {
	const [shown, bound] = unit === "s" ? [value / 1_000, required / 1_000] : [value, required];
	console.log(
		`${label.padEnd(10)}${shown.toFixed(unit === "s" ? 2 : 0)} ${unit}  (required ${bound} ${unit})`,
	);
	if (value > required) process.exitCode = 1;
}

const root = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), "ledger-"));
try {
	const data = join(root, "data");
	const { files } = writeDemoLedger(data, ROWS / QUARTERS.length, QUARTERS, loadOffice().district.streets);
	console.log(`ledger    ${ROWS} units over ${QUARTERS.length} quarters, ${files} files`);

	const index = join(data, "index");
	const rebuilds = [1, 2].map(() => {
		rmSync(index, { recursive: true, force: true });
		return run(data, "stats", "--by", "quarter");
	});
	// The first one also brings the files into the page cache.
	console.log(`first     ${((rebuilds[0]?.ms ?? 0) / 1_000).toFixed(2)} s`);
	report("rebuild", rebuilds[1]?.ms ?? Number.POSITIVE_INFINITY, REQUIRED.rebuildMs, "s");

	const stats = Array.from({ length: 5 }, () => run(data, "stats", "--quarter", QUARTER));
	if (!stats.every(({ out }) => out === stats[0]?.out)) throw new Error("statistics differ between runs");
	report("stats", median(stats.map(({ ms }) => ms)), REQUIRED.statsMs, "s");

	const waiting = (await openForReading(data).submissions.rows(QUARTER))
		.filter(({ head }) => head?.state === "submitted")
		.slice(0, 5);
	const decisions = waiting.map(({ orgCode }) =>
		run(data, "return", QUARTER, orgCode, "--reason", "请核对职工总数"),
	);
	report("decision", median(decisions.map(({ ms }) => ms)), REQUIRED.decisionMs, "s");

	const memory = Math.max(...[...rebuilds, ...stats, ...decisions].map(({ megabytes }) => megabytes));
	report("memory", memory, REQUIRED.memoryMb, "MB");
} finally {
	rmSync(root, { recursive: true, force: true });
}
