/**
 * Durable submissions with 64 writers against what the disk allows: a bare exclusive create,
 * write, fsync, link and coalesced directory fsync of the same bytes, in the same folders, with
 * `node:fs/promises`. For information also the same hand-tuned (only the fsyncs leave the main
 * thread), and in one flat folder. Rounds are short and run all writers in turn, every other round
 * backwards, so that they meet the same disk; the median of the rounds' shares counts. Fails below 80 %.
 */
import {
	closeSync,
	linkSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	rmSync,
	unlinkSync,
	writeSync,
} from "node:fs";
import { link, mkdir, open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ulid } from "ulid";
import { sync, syncFolder } from "../../bot/stores/durable-file.ts";
import { openSubmissionStore } from "../../bot/stores/submissions/open.ts";
import type { Submission } from "../../core/survey/submission.ts";
import { sample } from "./ledger-set/sample.ts";

const WRITERS = 64;
const PER_ROUND = 256;
const ROUNDS = 15;
const REQUIRED = 0.8;

/** Lets 64 writers work through the items; submissions per second. */
async function rate(
	items: readonly Submission[],
	write: (item: Submission) => Promise<void>,
): Promise<number> {
	const queue = [...items];
	const begin = performance.now();
	await Promise.all(
		Array.from({ length: WRITERS }, async () => {
			for (let item = queue.pop(); item !== undefined; item = queue.pop()) await write(item);
		}),
	);
	return items.length / ((performance.now() - begin) / 1_000);
}

const bytesOf = (item: Submission) => `${JSON.stringify(item, null, 2)}\n`;

/** The least that is durable in one folder for all: not the ledger's layout, printed for comparison only. */
async function flat(folder: string, item: Submission): Promise<void> {
	const temporary = join(folder, `.${item.submissionId}`);
	const handle = await open(temporary, "wx", 0o600);
	await handle.writeFile(bytesOf(item));
	await handle.sync();
	await handle.close();
	await link(temporary, join(folder, `${item.submissionId}.json`));
	await unlink(temporary);
	await syncFolder(folder);
}

/** The least that is durable in the ledger's own layout: the row's folder and its parent are fsynced too. */
async function bare(root: string, item: Submission): Promise<void> {
	const row = join(root, item.orgCode);
	await mkdir(row);
	await Promise.all([flat(row, item), syncFolder(root)]);
}

/** The same, tuned: calls that do not go through the thread pool, except for the fsyncs. */
async function tuned(root: string, item: Submission): Promise<void> {
	const row = join(root, item.orgCode);
	mkdirSync(row);
	const parent = syncFolder(root);
	const temporary = join(row, ".tmp");
	const descriptor = openSync(temporary, "wx", 0o600);
	writeSync(descriptor, bytesOf(item));
	await sync(descriptor);
	closeSync(descriptor);
	linkSync(temporary, join(row, `${item.submissionId}.json`));
	unlinkSync(temporary);
	await Promise.all([syncFolder(row), parent]);
}

const median = (values: readonly number[]) =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const root = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), "durable-"));
try {
	const { submissions } = await openSubmissionStore(join(root, "data"), { trashDays: 30 });
	const store = async (_folder: string, item: Submission) => {
		const { kind } = await submissions.submit(item);
		if (kind !== "accepted") throw new Error(`unexpected ${kind}`);
	};
	const writers = { flat, tuned, bare, durable: store };
	const names = ["flat", "tuned", "bare", "durable"] as const;
	const rates: Record<(typeof names)[number], number[]> = { flat: [], tuned: [], bare: [], durable: [] };
	let n = 0;
	for (let round = 0; round < ROUNDS; round++) {
		for (const name of round % 2 === 0 ? names : names.toReversed()) {
			const folder = join(root, `${name}-${round}`);
			mkdirSync(folder);
			const items = Array.from({ length: PER_ROUND }, () => ({ ...sample(n++), submissionId: ulid() }));
			rates[name].push(await rate(items, (item) => writers[name](folder, item)));
		}
	}
	for (const name of names) {
		const all = rates[name].map((rate) => rate.toFixed(0)).join(" ");
		console.log(`${name.padEnd(8)} ${median(rates[name]).toFixed(0).padStart(5)} /s  (${all})`);
	}
	const sharesOf = (other: "bare" | "tuned") =>
		rates.durable.map((ours, round) => ours / (rates[other][round] ?? Number.NaN));
	const percent = (share: number) => (share * 100).toFixed(0);
	const share = median(sharesOf("bare"));
	console.log(
		`share    ${percent(share)} % of bare  (${sharesOf("bare").map(percent).join(" ")}; required ${percent(REQUIRED)} %)`,
	);
	console.log(`         ${percent(median(sharesOf("tuned")))} % of tuned`);
	if (share < REQUIRED) process.exitCode = 1;
} finally {
	rmSync(root, { recursive: true, force: true });
}
