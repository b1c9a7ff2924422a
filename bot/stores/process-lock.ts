import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { removeFile } from "./remove-file.ts";
import { systemCode } from "./storage-error.ts";

/** A holder that has been silent this long is taken for dead even if its process id lives on in another program. */
const ABANDONED_AFTER_MS = 30_000;

/**
 * Runs `task` while no other process on this machine holds the lock file `path`.
 * A lock whose process is gone (kill -9) is taken over. The few metadata calls are
 * synchronous: in the thread pool they would queue behind other writers' fsyncs.
 */
export async function withProcessLock<T>(path: string, task: () => Promise<T>): Promise<T> {
	const own = `${path}.${randomUUID()}`;
	writeFileSync(own, String(process.pid), { flag: "wx", mode: 0o600 });
	try {
		for (let pause = 1; !tryLink(own, path); pause = Math.min(pause * 2, 25)) {
			if (isAbandoned(path)) setAside(path);
			else await sleep(pause);
		}
		try {
			return await task();
		} finally {
			removeFile(path);
		}
	} finally {
		removeFile(own);
	}
}

function tryLink(own: string, path: string): boolean {
	try {
		linkSync(own, path);
		return true;
	} catch (error) {
		if (systemCode(error) === "EEXIST") return false;
		throw error;
	}
}

function isAbandoned(path: string): boolean {
	try {
		const { mtimeMs } = statSync(path);
		return Date.now() - mtimeMs > ABANDONED_AFTER_MS || !isAlive(Number(readFileSync(path, "utf8")));
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
function setAside(path: string): void {
	const aside = `${path}.aside.${randomUUID()}`;
	try {
		renameSync(path, aside);
	} catch (error) {
		if (systemCode(error) === "ENOENT") return;
		throw error;
	}
	if (!isAbandoned(aside)) tryLink(aside, path);
	removeFile(aside);
}
