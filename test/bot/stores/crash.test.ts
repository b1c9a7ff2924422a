import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { examine } from "../../../bot/stores/doctor/examine.ts";
import { openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import { parseSubmission } from "../../../core/survey/schema.ts";
import { crashSample } from "./crash-samples.ts";
import { dataDir, filesBelow } from "./data-dir.ts";

const WRITER = "test/bot/stores/crash-writer.ts";
const PARALLEL = 3;

/** Starts a writer; kills it after `ms` milliseconds of writing, or waits until it kills itself. @returns what it acknowledged. */
function write(dir: string, run: number, kill: { readonly afterMs: number } | { readonly point: string }) {
	return new Promise<readonly string[]>((resolve, reject) => {
		const args = [WRITER, dir, String(run), ...("point" in kill ? [kill.point] : [])];
		const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
		let out = "";
		let killing = false;
		let failure = "";
		child.stdout.on("data", (chunk: Buffer) => {
			out += chunk.toString();
			// Every other writer is first heard to acknowledge something, however slow the machine is.
			if (killing || !("afterMs" in kill) || (run % 2 === 0 && !out.includes("01K"))) return;
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
	const idsBefore = before.map((path) => basename(path).slice(0, 26));
	expect(new Set(idsBefore).size).toBe(idsBefore.length);
	for (const line of acknowledged) expect(idsBefore).toContain(line.slice(0, 26));
	for (const path of before) {
		expect(parseSubmission(JSON.parse(readFileSync(join(dir, "submissions", path), "utf8"))).errors).toEqual(
			[],
		);
	}

	const { submissions } = await openSubmissionStore(dir, { trashDays: 30 });
	expect(filesBelow(join(dir, "submissions")).filter((path) => !path.endsWith(".json"))).toEqual([]);
	const again = Array.from({ length: acknowledged.length + 8 }, (_, n) => crashSample(run, n));
	await Promise.all(
		again.map(async (submission) => {
			const { kind } = await submissions.submit(submission);
			expect(kind === "again").toBe(idsBefore.includes(submission.submissionId));
		}),
	);
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
	let acknowledged = 0;
	const moments = Array.from({ length: 50 }, () => Math.floor(Math.random() * 150));
	await inTurns(moments, async (afterMs, run) => {
		const dir = dataDir();
		const lines = await write(dir, run, { afterMs });
		acknowledged += lines.length;
		await inspect(dir, run, lines);
	});
	expect(acknowledged).toBeGreaterThanOrEqual(25);
}, 300_000);

/** Every call on the way from a submission to its acknowledgement, rows and audit. */
const POINTS = [
	"mkdirSync",
	"openSync",
	"writeSync",
	"fsync",
	"linkSync",
	"renameSync",
	"rmSync",
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
