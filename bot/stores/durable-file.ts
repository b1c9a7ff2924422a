import "./thread-pool.ts";
import { randomBytes } from "node:crypto";
import { closeSync, fsync, openSync } from "node:fs";
import { open, readdir, rename, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";

const TEMPORARY = /\.[0-9a-f]{12}\.tmp$/;

/** fsync of an open file or folder. */
export function sync(descriptor: number): Promise<void> {
	return new Promise((resolve, reject) => {
		fsync(descriptor, (error) => (error ? reject(error) : resolve()));
	});
}

/** fsyncs of one folder that are under way, and the one that waits: callers share the one that starts after their rename. */
const waiting = new Map<string, Promise<void>>();
const running = new Map<string, Promise<void>>();

/**
 * fsync of a folder, shared between everyone who asks before it starts. Opening and closing are
 * not worth the way through the thread pool, where they would queue behind other writers' fsyncs.
 */
export function syncFolder(folder: string): Promise<void> {
	const queued = waiting.get(folder);
	if (queued !== undefined) return queued;
	const next = (running.get(folder) ?? Promise.resolve())
		.catch(() => undefined)
		.then(async () => {
			waiting.delete(folder);
			running.set(folder, next);
			try {
				const descriptor = openSync(folder, "r");
				try {
					await sync(descriptor);
				} finally {
					closeSync(descriptor);
				}
			} finally {
				if (running.get(folder) === next) running.delete(folder);
			}
		});
	waiting.set(folder, next);
	return next;
}

/**
 * Replaces a file so that after a crash either the old or the new content is there, whole:
 * exclusive temporary file, write, fsync, rename, fsync of the folder.
 */
export async function replaceDurably(path: string, content: string): Promise<void> {
	const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
	const file = await open(temporary, "wx", 0o600);
	try {
		try {
			await file.writeFile(content);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(temporary, path);
	} catch (error) {
		await unlink(temporary).catch(() => undefined);
		throw error;
	}
	await syncFolder(dirname(path));
}

/** Removes temporary files a crash left behind. Returns how many. */
export async function sweepTemporary(folder: string): Promise<number> {
	let count = 0;
	for (const name of await readdir(folder)) {
		if (!TEMPORARY.test(name)) continue;
		await unlink(join(folder, name));
		count += 1;
	}
	return count;
}
