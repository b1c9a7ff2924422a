import { spawnSync } from "node:child_process";
import { open, readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import { ulid } from "ulid";
import { parseSubmission } from "../../../core/survey/schema.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { syncFolder } from "../durable-file.ts";
import { createDurably, makeFolder } from "../exclusive-file.ts";
import { isAlive } from "../process-lock.ts";
import { asStorageError } from "../storage-error.ts";
import { type Layout, parseRowEntry, rowFolder } from "./layout.ts";
import { listFolder } from "./quarter-index.ts";
import { readRowFiles } from "./read-row.ts";
import type { SubmissionStore, SubmitResult } from "./store.ts";

/** Told how many rows are stored, now and then. */
export type Progress = (done: number, total: number) => void;

/** Rows written at the same time: they share the fsyncs of the audit trail. */
const WRITERS = 256;

type BatchStore = Pick<SubmissionStore, "submit">;

/**
 * Stores many submissions as one: first all of them in a journal, durably; then row by row without an fsync each;
 * then one sync of the file system, and the journal goes. Whatever interrupts it, `finishImports` stores the rest.
 * @param store writes without fsync.
 * @throws StorageError: before the journal is durable nothing was stored, afterwards everything will be.
 */
export async function importBatch(
	layout: Layout,
	store: BatchStore,
	submissions: readonly Submission[],
	progress: Progress = () => undefined,
): Promise<readonly SubmitResult[]> {
	if (submissions.length === 0) return [];
	try {
		for (const touched of await makeFolder(layout.imports)) await syncFolder(touched);
		const journal = join(layout.imports, `${ulid()}.${process.pid}.jsonl`);
		await createDurably(journal, submissions.map((one) => `${JSON.stringify(one)}\n`).join(""));
		return await apply(layout, store, journal, submissions, progress);
	} catch (error) {
		throw asStorageError(error);
	}
}

/** Stores what interrupted imports left in their journals. @returns how many rows. */
export async function finishImports(layout: Layout, store: BatchStore): Promise<number> {
	let count = 0;
	for (const name of await listFolder(layout.imports)) {
		const writer = Number(/^[0-9A-Z]{26}\.(\d+)\.jsonl$/.exec(name)?.[1] ?? Number.NaN);
		if (Number.isNaN(writer) || (writer !== process.pid && isAlive(writer))) continue;
		const journal = join(layout.imports, name);
		const submissions = (await readFile(journal, "utf8"))
			.split("\n")
			.filter((line) => line !== "")
			.flatMap((line) => parseSubmission(JSON.parse(line)).submission ?? []);
		for (const submission of submissions) await removeTorn(layout, submission);
		await apply(layout, store, journal, submissions, () => undefined);
		count += submissions.length;
	}
	return count;
}

/** A power failure may have left files of this import empty or torn; their content is in the journal. */
async function removeTorn(layout: Layout, submission: Submission): Promise<void> {
	const folder = rowFolder(layout.submissions, submission);
	for (const { name } of (await readRowFiles(folder, submission)).damaged) {
		const entry = parseRowEntry(name);
		if (entry.kind === "revision" && entry.submissionId === submission.submissionId)
			await unlink(join(folder, name));
	}
}

async function apply(
	layout: Layout,
	store: BatchStore,
	journal: string,
	submissions: readonly Submission[],
	progress: Progress,
): Promise<readonly SubmitResult[]> {
	const results: SubmitResult[] = [];
	let next = 0;
	let done = 0;
	await Promise.all(
		Array.from({ length: Math.min(WRITERS, submissions.length) }, async () => {
			for (let at = next++; at < submissions.length; at = next++) {
				results[at] = await store.submit(submissions[at] as Submission);
				done++;
				if (done % 100 === 0 || done === submissions.length) progress(done, submissions.length);
			}
		}),
	);
	await syncAll(layout, submissions);
	await unlink(journal);
	await syncFolder(layout.imports);
	return results;
}

/** One sync of the whole file system where the system has that, else file by file. */
async function syncAll(layout: Layout, submissions: readonly Submission[]): Promise<void> {
	if (spawnSync("sync", ["-f", layout.submissions], { stdio: "ignore" }).status === 0) return;
	for (const submission of submissions) {
		const folder = rowFolder(layout.submissions, submission);
		for (const name of await listFolder(folder)) {
			if (parseRowEntry(name).kind !== "revision") continue;
			const handle = await open(join(folder, name), "r+");
			try {
				await handle.sync();
			} finally {
				await handle.close();
			}
		}
		await syncFolder(folder);
		await syncFolder(join(layout.submissions, submission.quarter));
	}
	await syncFolder(layout.submissions);
	await syncFolder(layout.root);
}
