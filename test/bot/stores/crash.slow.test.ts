import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { examine } from "../../../bot/stores/doctor/examine.ts";
import { openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import { parseSubmission } from "../../../core/survey/schema.ts";
import { crashSample } from "./crash-samples.ts";
import { dataDir, filesBelow } from "./data-dir.ts";

const WRITER = "test/bot/stores/crash-writer.ts";
const PARALLEL = 4;
/** A writer is killed at a random moment within so many milliseconds after its first acknowledgement. */
const WINDOW_MS = 60;

/** Compiled modules of the writers: starting one takes half as long. Only a process that ends by itself fills the cache. */
const cache = mkdtempSync(join(tmpdir(), "compiled-"));
const env = { ...process.env, NODE_COMPILE_CACHE: cache };
beforeAll(() => {
	const { status } = spawnSync(process.execPath, ["test/bot/stores/order-writer.ts", join(cache, "data")], {
		env,
	});
	expect(status).toBe(0);
});
afterAll(() => rmSync(cache, { recursive: true, force: true }));

/** A writer that is killed so many milliseconds after its first acknowledgement, or kills itself at a point. @returns what it acknowledged. */
function write(dir: string, run: number, kill: { readonly afterMs: number } | { readonly point: string }) {
	return new Promise<readonly string[]>((resolve, reject) => {
		const args = [WRITER, dir, String(run), ...("point" in kill ? [kill.point] : [])];
		const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
		let out = "";
		let killing = false;
		let failure = "";
		child.stdout.on("data", (chunk: Buffer) => {
			out += chunk.toString();
			if (killing || !("afterMs" in kill) || !out.includes("01K")) return;
			killing = true;
			setTimeout(() => child.kill("SIGKILL"), kill.afterMs);
		});
		child.stderr.on("data", (chunk: Buffer) => {
			failure += chunk.toString();
		});
		child.on("close", (_code, signal) => {
			if (signal !== "SIGKILL") reject(new Error(`writer ended by itself: ${failure}`));
			else resolve(out.split("\n").filter((line) => /^01K\S+ \w+$/.test(line)));
		});
	});
}

/** Everything acknowledged is there once and whole; what was not can be sent again without doubling. */
async function inspect(dir: string, run: number, acknowledged: readonly string[]): Promise<void> {
	const before = filesBelow(join(dir, "submissions")).filter((path) => path.endsWith(".json"));
	const stored = new Set(before.map((path) => basename(path).slice(0, 26)));
	expect(stored.size).toBe(before.length);
	expect(acknowledged.filter((line) => !stored.has(line.slice(0, 26)))).toEqual([]);
	const torn = before.filter((path) => {
		const value: unknown = JSON.parse(readFileSync(join(dir, "submissions", path), "utf8"));
		return parseSubmission(value).errors.length > 0;
	});
	expect(torn).toEqual([]);

	const { submissions } = await openSubmissionStore(dir, { trashDays: 30 });
	expect(filesBelow(join(dir, "submissions")).filter((path) => !path.endsWith(".json"))).toEqual([]);
	const again = Array.from({ length: acknowledged.length + 8 }, (_, n) => crashSample(run, n));
	const kinds = await Promise.all(again.map(async (one) => (await submissions.submit(one)).kind));
	const expected = again.map(({ submissionId }) => (stored.has(submissionId) ? "again" : "accepted"));
	expect(kinds).toEqual(expected);
	const ids = filesBelow(join(dir, "submissions")).map((path) => basename(path).slice(0, 26));
	expect(new Set(ids).size).toBe(ids.length);
	const { findings } = await examine(dir, { trashDays: 30 });
	expect(findings.filter(({ level }) => level === "error")).toEqual([]);
	expect(findings.filter(({ code }) => code === "conflict" || code === "not-audited")).toEqual([]);
}

async function inTurns<T>(
	items: readonly T[],
	work: (item: T, index: number) => Promise<void>,
): Promise<void> {
	const queue = items.map((item, index) => ({ item, index }));
	const worker = async () => {
		for (let next = queue.shift(); next !== undefined; next = queue.shift())
			await work(next.item, next.index);
	};
	await Promise.all(Array.from({ length: PARALLEL }, worker));
}

test("fifty kill -9 at random moments lose nothing that was acknowledged and double nothing", async () => {
	const moments = Array.from({ length: 50 }, () => Math.random() * WINDOW_MS);
	let acknowledged = 0;
	await inTurns(moments, async (afterMs, run) => {
		const dir = dataDir();
		const lines = await write(dir, run, { afterMs });
		expect(lines.length).toBeGreaterThan(0);
		acknowledged += lines.length;
		await inspect(dir, run, lines);
	});
	expect(acknowledged).toBeGreaterThan(100);
}, 300_000);

/** Every call on the way from a submission to its acknowledgement, rows and audit. */
const POINTS = [
	"mkdirSync",
	"openSync",
	"writeSync",
	"fsync",
	"linkSync",
	"renameSync",
	"unlinkSync",
	"fdatasync",
	"closeSync",
].flatMap((name) => [`${name}:before:1`, `${name}:after:1`, `${name}:before:4`, `${name}:after:5`]);

test("a kill before and after every call of a commit loses nothing and doubles nothing", async () => {
	await inTurns(POINTS, async (point, run) => {
		const dir = dataDir();
		const lines = await write(dir, run, { point });
		await inspect(dir, run, lines);
	});
}, 300_000);

test("several lives on one ledger: kill, go on, kill again", async () => {
	const dir = dataDir();
	const all: string[] = [];
	for (let run = 0; run < 5; run++) all.push(...(await write(dir, run, { afterMs: 30 })));
	await openSubmissionStore(dir, { trashDays: 30 });
	const ids = filesBelow(join(dir, "submissions")).map((path) => basename(path).slice(0, 26));
	expect(new Set(ids).size).toBe(ids.length);
	for (const line of all) expect(ids).toContain(line.slice(0, 26));
	const { findings } = await examine(dir, { trashDays: 30 });
	expect(findings.filter(({ level }) => level === "error")).toEqual([]);
}, 60_000);
