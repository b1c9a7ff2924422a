import { linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Another process works on this inbox. */
export class InboxBusyError extends Error {
	readonly code = "INBOX_BUSY";
	/** Process id of the other one. */
	readonly pid: number;
	constructor(pid: number) {
		super(`inbox is in use by process ${pid}`);
		this.name = "InboxBusyError";
		this.pid = pid;
	}
}

/**
 * Claims an inbox for this process: two that work on one journal would erase each other's segments.
 * The claim of a process that is gone (kill -9) is taken over. Returns the release.
 * @throws InboxBusyError while another process holds it.
 */
export function claimInbox(folder: string): () => void {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const path = join(folder, "owner.pid");
	const own = join(folder, `owner.${process.pid}.tmp`);
	writeFileSync(own, String(process.pid), { mode: 0o600 });
	try {
		for (let attempt = 0; ; attempt += 1) {
			try {
				linkSync(own, path);
				return () => {
					if (holderOf(path) === process.pid) unlinkSync(path);
				};
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
			}
			const holder = holderOf(path);
			if (holder !== null && holder !== process.pid && isNode(holder)) throw new InboxBusyError(holder);
			if (attempt > 3) throw new InboxBusyError(holder ?? 0);
			// Moved away by name: of two that find it abandoned only one succeeds.
			try {
				renameSync(path, `${own}.old`);
				unlinkSync(`${own}.old`);
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
			}
		}
	} finally {
		unlinkSync(own);
	}
}

function holderOf(path: string): number | null {
	try {
		const pid = Number(readFileSync(path, "utf8"));
		return Number.isInteger(pid) && pid > 0 ? pid : null;
	} catch {
		return null;
	}
}

/** Whether a process lives and, where the system tells, runs Node: ids are used again after a restart of the machine. */
function isNode(pid: number): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
	}
	try {
		return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("node");
	} catch {
		return true;
	}
}
