import { randomUUID } from "node:crypto";
import { link, readFile, rename, stat, unlink, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { systemCode } from "./storage-error.ts";

/** A holder that has been silent this long is taken for dead even if its process id lives on in another program. */
const ABANDONED_AFTER_MS = 30_000;

/**
 * Runs `task` while no other process on this machine holds the lock file `path`.
 * A lock whose process is gone (kill -9) is taken over.
 */
export async function withProcessLock<T>(path: string, task: () => Promise<T>): Promise<T> {
	const own = `${path}.${randomUUID()}`;
	await writeFile(own, String(process.pid), { flag: "wx", mode: 0o600 });
	try {
		for (let pause = 1; !(await tryLink(own, path)); pause = Math.min(pause * 2, 25)) {
			if (await isAbandoned(path)) await setAside(path);
			else await sleep(pause);
		}
		try {
			return await task();
		} finally {
			await unlink(path).catch(() => {});
		}
	} finally {
		await unlink(own).catch(() => {});
	}
}

async function tryLink(own: string, path: string): Promise<boolean> {
	try {
		await link(own, path);
		return true;
	} catch (error) {
		if (systemCode(error) === "EEXIST") return false;
		throw error;
	}
}

async function isAbandoned(path: string): Promise<boolean> {
	try {
		const [pid, { mtimeMs }] = await Promise.all([readFile(path, "utf8"), stat(path)]);
		return Date.now() - mtimeMs > ABANDONED_AFTER_MS || !isAlive(Number(pid));
	} catch (error) {
		if (systemCode(error) === "ENOENT") return false; // released meanwhile
		throw error;
	}
}

/** Whether a process of this machine has that id. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return systemCode(error) !== "ESRCH";
	}
}

/** Moves the lock away first: of two processes that both find it abandoned only one succeeds, and a fresh lock is put back. */
async function setAside(path: string): Promise<void> {
	const aside = `${path}.aside.${randomUUID()}`;
	try {
		await rename(path, aside);
	} catch (error) {
		if (systemCode(error) === "ENOENT") return;
		throw error;
	}
	if (!(await isAbandoned(aside))) await link(aside, path).catch(() => {});
	await unlink(aside).catch(() => {});
}
