import { hash } from "node:crypto";
import { linkSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Submission } from "../../../core/survey/submission.ts";
import { syncFolder } from "../durable-file.ts";
import { writeTemporary } from "../exclusive-file.ts";
import { KeyedMutex } from "../keyed-mutex.ts";
import { removeFile } from "../remove-file.ts";
import { asStorageError, systemCode } from "../storage-error.ts";
import { claimName, type Layout, parseRowEntry, type RowKey, revisionName, rowFolder } from "./layout.ts";
import type { Plan } from "./plan-submit.ts";
import { NO_FILES, type RowFiles, readRowFiles } from "./read-row.ts";

/** Pause between looks at a claim another process holds, and looks before it is taken for abandoned. */
const CLAIM_PAUSE_MS = 5;
const CLAIM_LOOKS = 400;

/** What was written, for the audit trail. */
export interface Written {
	readonly submission: Submission;
	/** SHA-256 of the file, hex. */
	readonly sha256: string;
}

/**
 * Adds revisions to rows, one at a time per row, also when several processes work on the
 * same folder. Order of system calls: write temporary, fsync, link as claim `.r<n>`
 * (exclusive), rename to the final name, remove the claim, fsync of the folder. A crash
 * leaves at most a temporary or a claim, both swept at start; an abandoned claim can be
 * taken over at any time without mixing contents, because the final name is made from the
 * writer's own temporary.
 */
export class RowWriter {
	readonly #layout: Layout;
	readonly #rows = new KeyedMutex();
	/** Folders whose own entry is durable, or being made so. */
	readonly #folders = new Map<string, Promise<void>>();
	readonly #durable: boolean;

	/** @param options `durable: false` leaves every fsync to the caller, who has the rows safe elsewhere meanwhile. */
	constructor(layout: Layout, { durable = true }: { readonly durable?: boolean } = {}) {
		this.#layout = layout;
		this.#durable = durable;
	}

	/** Runs `task` while nothing else in this process changes the row. */
	exclusively<T>(key: RowKey, task: (folder: string) => Promise<T>): Promise<T> {
		const folder = rowFolder(this.#layout.submissions, key);
		return this.#rows
			.run(folder, () => task(folder))
			.catch((error: unknown) => Promise.reject(asStorageError(error)));
	}

	/**
	 * Reads the row, asks `plan` what to do, and does it durably.
	 * `record` runs beside the folder's fsync; both have ended when the promise resolves.
	 */
	change<T>(
		key: RowKey,
		plan: (files: RowFiles) => Plan<T>,
		record: (written: Written) => Promise<unknown>,
	): Promise<T> {
		return this.exclusively(key, async (folder) => {
			const { isNew, done } = this.#folder(folder);
			// What another process puts into a new folder meanwhile is noticed under the claim.
			let files = isNew ? NO_FILES : readRowFiles(folder, key);
			for (;;) {
				const { write, result } = plan(files);
				if (write === null) {
					// An earlier attempt may have been cut off before its fsync: the answer promises durability.
					if (this.#durable) await Promise.all([syncFolder(folder), done]);
					return result;
				}
				const bytes = `${JSON.stringify(write, null, 2)}\n`;
				if (!(await this.#place(folder, write, bytes))) {
					files = readRowFiles(folder, key);
					continue;
				}
				const sha256 = hash("sha256", bytes);
				const durably = this.#durable ? [syncFolder(folder), done] : [];
				await Promise.all([...durably, record({ submission: write, sha256 })]);
				return result;
			}
		});
	}

	/** @returns false when another process changed the row meanwhile: plan again. */
	async #place(folder: string, { submissionId, revision }: Submission, bytes: string): Promise<boolean> {
		const temporary = await writeTemporary(folder, bytes, { durable: this.#durable });
		const claim = join(folder, claimName(revision));
		let claimed = false;
		let placed = false;
		try {
			claimed = await takeClaim(temporary, claim);
			if (!claimed || isTaken(folder, revision)) return false;
			renameSync(temporary, join(folder, revisionName(submissionId, revision)));
			placed = true;
			return true;
		} catch (error) {
			// Swept by another process that took us for dead: nothing was stored yet, plan again.
			if (systemCode(error) === "ENOENT") return false;
			throw error;
		} finally {
			if (!placed) removeFile(temporary);
			if (claimed) removeFile(claim);
		}
	}

	/** Makes the folder; `done` resolves when its entry and those of its parents are durable. `isNew`: this call made it. */
	#folder(folder: string): { readonly isNew: boolean; readonly done: Promise<void> } {
		const known = this.#folders.get(folder);
		if (known !== undefined) return { isNew: false, done: known };
		const isNew = mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined;
		if (!this.#durable) return { isNew, done: Promise.resolve() };
		const parent = dirname(folder);
		const above = parent === this.#layout.root ? undefined : this.#folder(parent).done;
		const done = Promise.all([syncFolder(parent), above]).then(() => {});
		this.#folders.set(folder, done);
		// A failed fsync must be tried again by whoever comes next; a rejection is seen by whoever awaits `done`.
		done.catch(() => this.#folders.delete(folder));
		return { isNew, done };
	}
}

/** Links the temporary as claim; waits while another process holds it. @returns false when the wait was long: look again. */
async function takeClaim(temporary: string, claim: string): Promise<boolean> {
	for (let look = 0; look < CLAIM_LOOKS; look++) {
		try {
			linkSync(temporary, claim);
			return true;
		} catch (error) {
			if (systemCode(error) !== "EEXIST") throw error;
		}
		await sleep(CLAIM_PAUSE_MS);
	}
	removeFile(claim);
	return false;
}

/** Whether a revision with this number or a later one is there already. */
function isTaken(folder: string, revision: number): boolean {
	return readdirSync(folder)
		.map(parseRowEntry)
		.some(
			(entry) => (entry.kind === "revision" || entry.kind === "quarantined") && entry.revision >= revision,
		);
}
