import { type FileHandle, mkdir, open, readdir, readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type InboxItem, inboxItem } from "./reduce.ts";

/** Size at which a new segment is begun, in bytes. */
const SEGMENT_BYTES = 4 * 1024 * 1024;
const NAME = /^inbox-(\d{8})\.jsonl$/;

const entry = z.union([z.object({ in: inboxItem }), z.object({ done: z.number().int() })]);

interface Segment {
	readonly path: string;
	readonly file: FileHandle;
	/** Bytes known to be whole lines. */
	size: number;
	/** Entries not yet worked through. */
	readonly open: Set<number>;
}

interface Waiting {
	readonly lines: string;
	readonly ids: readonly number[];
	readonly resolve: () => void;
	readonly reject: (error: unknown) => void;
}

async function syncFolder(folder: string): Promise<void> {
	const handle = await open(folder, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/**
 * Write-ahead journal of the inbox: what `append` has acknowledged survives kill -9 and power loss.
 * Concurrent appends share one fsync (group commit). A segment is erased once everything in it is done.
 */
export class Journal {
	/** Items that were open when the journal was opened, oldest first. */
	readonly recovered: readonly InboxItem[];
	/** Lines that could not be read back. A torn last line was never acknowledged and is not counted. */
	readonly damaged: number;
	readonly #folder: string;
	#segments: Segment[];
	#sequence: number;
	#queue: Waiting[] = [];
	#marks: number[] = [];
	#running: Promise<void> | null = null;
	#closed = false;

	private constructor(
		folder: string,
		sequence: number,
		recovered: readonly InboxItem[],
		damaged: number,
		segments: Segment[],
	) {
		this.#folder = folder;
		this.#sequence = sequence;
		this.recovered = recovered;
		this.damaged = damaged;
		this.#segments = segments;
	}

	/** Opens the journal in `folder`, reads what is open back and compacts it into one segment. */
	static async open(folder: string): Promise<Journal> {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		const names = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
		const items = new Map<number, InboxItem>();
		let damaged = 0;
		for (const name of names) {
			const lines = (await readFile(join(folder, name), "utf8")).split("\n");
			const torn = lines.pop();
			if (torn !== "" && torn !== undefined && torn.includes("\0")) damaged += 1;
			for (const line of lines) {
				const parsed = parseLine(line);
				if (parsed === null) damaged += 1;
				else if ("in" in parsed) items.set(parsed.in.updateId, parsed.in as unknown as InboxItem);
				else items.delete(parsed.done);
			}
		}
		const recovered = [...items.values()].sort((a, b) => a.updateId - b.updateId);
		const last = names.at(-1);
		const sequence = last === undefined ? 1 : Number(NAME.exec(last)?.[1] ?? 0) + 1;
		const journal = new Journal(folder, sequence, recovered, damaged, []);
		if (recovered.length > 0) {
			const segment = await journal.#begin();
			await segment.file.write(recovered.map((item) => `${JSON.stringify({ in: item })}\n`).join(""));
			await segment.file.datasync();
			segment.size = (await segment.file.stat()).size;
			for (const item of recovered) segment.open.add(item.updateId);
			await syncFolder(folder);
		}
		for (const name of names) await unlink(join(folder, name));
		return journal;
	}

	/** Number of items not yet done. */
	get open(): number {
		return this.#segments.reduce((sum, segment) => sum + segment.open.size, 0);
	}

	/** Whether an update is in the journal and not yet done. */
	has(updateId: number): boolean {
		return this.#segments.some((segment) => segment.open.has(updateId));
	}

	/** Writes items; resolves when they are durable. @throws when they could not be written (disk full): nothing is kept then. */
	append(items: readonly InboxItem[]): Promise<void> {
		if (this.#closed) return Promise.reject(new Error("journal is closed"));
		if (items.length === 0) return Promise.resolve();
		return new Promise((resolve, reject) => {
			this.#queue.push({
				lines: items.map((item) => `${JSON.stringify({ in: item })}\n`).join(""),
				ids: items.map((item) => item.updateId),
				resolve,
				reject,
			});
			this.#start();
		});
	}

	/** Notes that an item is done. Written without waiting for the disk: a lost mark means the item is looked at again. */
	done(updateId: number): void {
		for (const segment of this.#segments) segment.open.delete(updateId);
		this.#marks.push(updateId);
		this.#start();
	}

	/** Writes what is pending and closes. */
	async close(): Promise<void> {
		this.#closed = true;
		while (this.#running !== null) await this.#running;
		for (const segment of this.#segments) await segment.file.close();
		this.#segments = [];
	}

	#start(): void {
		this.#running ??= this.#work().finally(() => {
			this.#running = null;
			if (this.#queue.length > 0 || this.#marks.length > 0) this.#start();
		});
	}

	async #work(): Promise<void> {
		// One turn of the event loop lets everything that arrives together share the fsync.
		await new Promise((resolve) => setImmediate(resolve));
		while (this.#queue.length > 0 || this.#marks.length > 0) {
			const batch = this.#queue.splice(0);
			const marks = this.#marks.splice(0);
			try {
				if (batch.length > 0) await this.#write(batch, marks);
				else await this.#erase(marks);
			} catch (error) {
				for (const waiting of batch) waiting.reject(error);
			}
		}
	}

	async #write(batch: readonly Waiting[], marks: readonly number[]): Promise<void> {
		let segment = this.#segments.at(-1);
		if (segment === undefined || segment.size > SEGMENT_BYTES) segment = await this.#begin(true);
		const text = markLines(marks) + batch.map((waiting) => waiting.lines).join("");
		const bytes = Buffer.from(text);
		try {
			await writeAll(segment.file, bytes, segment.size);
			await segment.file.datasync();
		} catch (error) {
			// Half a line must not stand in front of the next batch.
			await segment.file.truncate(segment.size).catch(() => undefined);
			throw error;
		}
		segment.size += bytes.length;
		for (const waiting of batch) {
			for (const id of waiting.ids) segment.open.add(id);
			waiting.resolve();
		}
	}

	/** Drops drained segments, oldest first, so that no mark is lost before what it marks; else writes the marks. */
	async #erase(marks: readonly number[]): Promise<void> {
		while (this.#segments.length > 1 && this.#segments[0]?.open.size === 0) {
			const [oldest] = this.#segments.splice(0, 1);
			if (oldest === undefined) break;
			await oldest.file.close();
			await unlink(oldest.path);
		}
		const [only, ...others] = this.#segments;
		if (only === undefined) return;
		if (others.length === 0 && only.open.size === 0) {
			await only.file.truncate(0);
			only.size = 0;
			return;
		}
		const current = this.#segments.at(-1);
		if (current === undefined || marks.length === 0) return;
		const bytes = Buffer.from(markLines(marks));
		await writeAll(current.file, bytes, current.size);
		current.size += bytes.length;
	}

	async #begin(durable = false): Promise<Segment> {
		const path = join(this.#folder, `inbox-${String(this.#sequence).padStart(8, "0")}.jsonl`);
		this.#sequence += 1;
		const file = await open(path, "wx", 0o600);
		if (durable) await syncFolder(this.#folder);
		const segment: Segment = { path, file, size: 0, open: new Set() };
		this.#segments.push(segment);
		return segment;
	}
}

const markLines = (marks: readonly number[]) =>
	marks.map((id) => `${JSON.stringify({ done: id })}\n`).join("");

async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
	let offset = 0;
	while (offset < bytes.length) {
		const { bytesWritten } = await file.write(bytes, offset, bytes.length - offset, position + offset);
		offset += bytesWritten;
	}
}

function parseLine(line: string): z.infer<typeof entry> | null {
	try {
		const parsed = entry.safeParse(JSON.parse(line));
		return parsed.success ? parsed.data : null;
	} catch {
		return null;
	}
}
