import { createHash } from "node:crypto";
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { errorCode, type Log } from "../log.ts";
import { pause } from "../pause.ts";
import { Journal } from "./journal.ts";
import type { InboxItem } from "./reduce.ts";

/** What the inbox needs. */
export interface InboxOptions {
	/** Folder of the journal. */
	readonly folder: string;
	/** Answers one item; must be safe to run again after a crash. */
	readonly handle: (item: InboxItem) => Promise<void>;
	/** Called once for an item that is given up; must not throw. */
	readonly giveUp: (item: InboxItem) => Promise<void>;
	/** Whether an error will pass by itself (network, disk full), so that the item is kept and tried again. */
	readonly isTransient: (error: unknown) => boolean;
	readonly log: Log;
	/** Chats worked on at the same time. */
	readonly concurrency?: number;
	/** Pause before the n-th new attempt (1, 2, …), in milliseconds. */
	readonly delay?: (attempt: number) => number;
	/** Attempts after which an error that is not transient parks the item. */
	readonly maxAttempts?: number;
	/** Age in milliseconds after which even transient errors park the item. */
	readonly maxAge?: number;
}

/** Name of the file with hashes and errors of parked items. */
export const PARKED_FILE = "parked.jsonl";

/**
 * Durable inbox: an update is written before it is confirmed, then worked through
 * concurrently across chats and in order within a chat.
 */
export class Inbox {
	readonly #journal: Journal;
	readonly #options: InboxOptions;
	readonly #chats = new Map<number, InboxItem[]>();
	readonly #ready: number[] = [];
	readonly #known = new Set<number>();
	readonly #stop = new AbortController();
	readonly #working = new Set<Promise<void>>();
	#idle: (() => void)[] = [];

	private constructor(journal: Journal, options: InboxOptions) {
		this.#journal = journal;
		this.#options = options;
	}

	/** Opens the inbox and starts on what the last run left. */
	static async open(options: InboxOptions): Promise<Inbox> {
		const journal = await Journal.open(options.folder);
		const inbox = new Inbox(journal, options);
		if (journal.damaged > 0) {
			options.log({ event: "inbox.damaged", level: "error", count: journal.damaged });
		}
		if (journal.recovered.length > 0) {
			options.log({ event: "inbox.recovered", count: journal.recovered.length });
		}
		for (const item of journal.recovered) {
			inbox.#known.add(item.updateId);
			inbox.#schedule(item);
		}
		return inbox;
	}

	/** Items not yet done. */
	get open(): number {
		return this.#known.size;
	}

	/** Takes items; resolves when they are durable, not when they are answered. Items already here are skipped. */
	async accept(items: readonly InboxItem[]): Promise<void> {
		const fresh = items.filter((item) => !this.#known.has(item.updateId));
		for (const item of fresh) this.#known.add(item.updateId);
		try {
			await this.#journal.append(fresh);
		} catch (error) {
			for (const item of fresh) this.#known.delete(item.updateId);
			throw error;
		}
		for (const item of fresh) this.#schedule(item);
	}

	/** Resolves when nothing is left to do. */
	idle(): Promise<void> {
		if (this.#known.size === 0) return Promise.resolve();
		return new Promise((resolve) => this.#idle.push(resolve));
	}

	/** Lets items in work finish; the rest stays in the journal for the next start. */
	async stop(): Promise<void> {
		this.#stop.abort();
		await Promise.all(this.#working);
		await this.#journal.close();
	}

	#schedule(item: InboxItem): void {
		const queue = this.#chats.get(item.chat);
		if (queue !== undefined) {
			queue.push(item);
			return;
		}
		this.#chats.set(item.chat, [item]);
		this.#ready.push(item.chat);
		this.#pump();
	}

	#pump(): void {
		while (
			!this.#stop.signal.aborted &&
			this.#working.size < (this.#options.concurrency ?? 32) &&
			this.#ready.length > 0
		) {
			const chat = this.#ready.shift();
			if (chat === undefined) return;
			const work = this.#workOn(chat).finally(() => {
				this.#working.delete(work);
				this.#pump();
			});
			this.#working.add(work);
		}
	}

	/** One item of a chat, then the chat goes to the end of the line so that a busy chat does not starve the others. */
	async #workOn(chat: number): Promise<void> {
		const queue = this.#chats.get(chat);
		const item = queue?.[0];
		if (queue === undefined || item === undefined) return;
		const finished = await this.#attempt(item);
		if (!finished) return;
		queue.shift();
		this.#known.delete(item.updateId);
		this.#journal.done(item.updateId);
		if (queue.length === 0) this.#chats.delete(chat);
		else this.#ready.push(chat);
		if (this.#known.size === 0) for (const resolve of this.#idle.splice(0)) resolve();
	}

	/** Whether the item is finished, by an answer or by giving up; false when stopped in between. */
	async #attempt(item: InboxItem): Promise<boolean> {
		const { handle, isTransient, log } = this.#options;
		for (let attempt = 1; ; attempt += 1) {
			if (this.#stop.signal.aborted) return false;
			try {
				await handle(item);
				return true;
			} catch (error) {
				const code = errorCode(error);
				const transient = isTransient(error);
				const age = Date.now() - Date.parse(item.receivedAt);
				const giveUp = transient
					? age > (this.#options.maxAge ?? 3_600_000)
					: attempt >= (this.#options.maxAttempts ?? 3);
				if (giveUp) {
					await this.#park(item, code);
					return true;
				}
				log({ event: "inbox.retry", level: "warn", updateId: item.updateId, code, count: attempt });
				await pause(
					this.#options.delay?.(attempt) ?? Math.min(60_000, 500 * 2 ** attempt),
					this.#stop.signal,
				);
			}
		}
	}

	/** Keeps of a given-up item its hash and the error only, never its text. */
	async #park(item: InboxItem, code: string): Promise<void> {
		const hash = createHash("sha256").update(JSON.stringify(item.update)).digest("hex");
		const line = { at: new Date().toISOString(), updateId: item.updateId, hash, error: code };
		this.#options.log({ event: "inbox.parked", level: "error", updateId: item.updateId, code, hash });
		try {
			await appendFile(join(this.#options.folder, PARKED_FILE), `${JSON.stringify(line)}\n`, { mode: 0o600 });
		} catch (error) {
			this.#options.log({ event: "inbox.park-failed", level: "error", code: errorCode(error) });
		}
		await this.#options.giveUp(item);
	}
}
