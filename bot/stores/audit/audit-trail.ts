import { closeSync, fdatasync, fstatSync, ftruncateSync, mkdirSync, openSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder } from "../durable-file.ts";
import { writeAll } from "../exclusive-file.ts";
import { withProcessLock } from "../process-lock.ts";
import { asStorageError, systemCode } from "../storage-error.ts";
import { type AuditEntry, type AuditFact, type AuditHead, chain, EMPTY_HEAD } from "./chain.ts";
import { readLastEntry } from "./tail.ts";

/** fdatasync of an open file: the length of the trail counts as data. */
function syncData(descriptor: number): Promise<void> {
	return new Promise((resolve, reject) => {
		fdatasync(descriptor, (error) => (error ? reject(error) : resolve()));
	});
}

interface Waiting {
	readonly fact: AuditFact;
	readonly resolve: (entry: AuditEntry) => void;
	readonly reject: (error: unknown) => void;
}

/** Names of the trail's files, one per year, oldest first. */
export function auditFiles(folder: string): readonly string[] {
	try {
		return readdirSync(folder)
			.filter((name) => /^\d{4}\.jsonl$/.test(name))
			.sort();
	} catch (error) {
		if (systemCode(error) === "ENOENT") return [];
		throw error;
	}
}

/**
 * Append-only, hash-chained record of what happened to the ledger, in `audit/<year>.jsonl`.
 * Entries that arrive together share one write and one fsync; several processes take turns.
 * Only the fsync goes through the thread pool, so that the trail does not wait behind those of the rows.
 */
export class AuditTrail {
	readonly #folder: string;
	#waiting: Waiting[] = [];
	#flushing = false;
	/** Where the chain stood after our last write; another process may have gone on since. */
	#known: { readonly file: string; readonly size: number; readonly head: AuditHead } | null = null;
	readonly #madeDurable = new Set<string>();

	constructor(folder: string) {
		this.#folder = folder;
	}

	/** Appends a fact; resolves when it is durable. */
	append(fact: AuditFact): Promise<AuditEntry> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ fact, resolve, reject });
			if (!this.#flushing) void this.#flush();
		});
	}

	/** Last entry's number and hash. */
	async head(): Promise<AuditHead> {
		const files = auditFiles(this.#folder);
		for (const file of files.toReversed()) {
			const entry = await readLastEntry(join(this.#folder, file));
			if (entry !== null) return { seq: entry.seq, hash: entry.hash };
		}
		return EMPTY_HEAD;
	}

	/** Every line ever written, oldest first, as it stands in the files. */
	async lines(): Promise<readonly { readonly file: string; readonly line: number; readonly text: string }[]> {
		const result: { file: string; line: number; text: string }[] = [];
		for (const file of auditFiles(this.#folder)) {
			const text = await readFile(join(this.#folder, file), "utf8");
			for (const [index, line] of text.split("\n").entries()) {
				if (line !== "") result.push({ file, line: index + 1, text: line });
			}
		}
		return result;
	}

	async #flush(): Promise<void> {
		this.#flushing = true;
		while (this.#waiting.length > 0) {
			// One turn of the event loop, so that facts which arrive together travel together.
			await new Promise((resolve) => setImmediate(resolve));
			const batch = this.#waiting;
			this.#waiting = [];
			try {
				mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
				const entries = await withProcessLock(join(this.#folder, ".lock"), () => this.#write(batch));
				for (const [index, { resolve }] of batch.entries()) resolve(entries[index] as AuditEntry);
			} catch (error) {
				for (const { reject } of batch) reject(asStorageError(error));
			}
		}
		this.#flushing = false;
	}

	async #write(batch: readonly Waiting[]): Promise<readonly AuditEntry[]> {
		const last = auditFiles(this.#folder).at(-1);
		const year = `${new Date().getUTCFullYear()}.jsonl`;
		// A clock that was set back must not put an entry into an earlier file: the order of files is the order of the chain.
		const file = last !== undefined && last > year ? last : year;
		const path = join(this.#folder, file);
		const descriptor = openSync(path, "a+", 0o600);
		try {
			let { size } = fstatSync(descriptor);
			let head = this.#known?.file === file && this.#known.size === size ? this.#known.head : null;
			if (head === null) {
				const entry = await readLastEntry(path, { cutTornTail: true });
				head = entry === null ? await this.head() : { seq: entry.seq, hash: entry.hash };
				({ size } = fstatSync(descriptor));
			}
			const entries: AuditEntry[] = [];
			for (const { fact } of batch) {
				const entry = chain(head, fact);
				entries.push(entry);
				head = { seq: entry.seq, hash: entry.hash };
			}
			const bytes = Buffer.from(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
			try {
				writeAll(descriptor, bytes);
				await syncData(descriptor);
			} catch (error) {
				this.#known = null;
				ftruncateSync(descriptor, size);
				throw error;
			}
			if (!this.#madeDurable.has(file)) {
				await syncFolder(this.#folder);
				this.#madeDurable.add(file);
			}
			this.#known = { file, size: size + bytes.length, head };
			return entries;
		} finally {
			closeSync(descriptor);
		}
	}
}
