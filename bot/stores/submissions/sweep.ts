import { stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { isCreditCode } from "../../../core/survey/credit-code.ts";
import { QUARTER_PATTERN } from "../../../core/survey/quarter.ts";
import { temporaryWriter } from "../exclusive-file.ts";
import { isAlive } from "../process-lock.ts";
import { systemCode } from "../storage-error.ts";
import { type Layout, parseRowEntry } from "./layout.ts";
import { listFolder } from "./quarter-index.ts";
import { moveFiles } from "./trash.ts";

export interface Swept {
	/** Temporaries and claims of writers that are gone. */
	readonly temporaries: number;
	/** Files of withdrawals that a crash had interrupted. */
	readonly withdrawn: number;
	/** Every submission id → its row, `quarter/orgCode`. */
	readonly ids: ReadonlyMap<string, string>;
	/** Ids that lie in more than one row. */
	readonly repeatedIds: readonly string[];
}

/** Walks all rows: removes what a crash left half-done and learns which submission ids are used. */
export async function sweep(layout: Layout): Promise<Swept> {
	const ids = new Map<string, string>();
	const repeatedIds: string[] = [];
	let temporaries = await removeOldIndexes(layout);
	let withdrawn = 0;
	for (const quarter of listFolder(layout.submissions)) {
		if (!QUARTER_PATTERN.test(quarter)) continue;
		for (const orgCode of listFolder(join(layout.submissions, quarter))) {
			if (!isCreditCode(orgCode)) continue;
			const folder = join(layout.submissions, quarter, orgCode);
			const names = listFolder(folder);
			const busy = names.some(isWritten);
			for (const name of names) {
				const entry = parseRowEntry(name);
				if (entry.kind === "temporary" || entry.kind === "claim") {
					const path = join(folder, name);
					const live = entry.kind === "claim" ? busy : isWritten(name);
					if (!live || (await isOld(path))) temporaries += await remove(path);
				} else if (entry.kind === "withdrawn") {
					withdrawn += await moveFiles(layout, { quarter, orgCode }, entry.submissionId);
				}
				if (!("submissionId" in entry)) continue;
				const row = ids.get(entry.submissionId);
				if (row === undefined) ids.set(entry.submissionId, `${quarter}/${orgCode}`);
				else if (row !== `${quarter}/${orgCode}`) repeatedIds.push(entry.submissionId);
			}
		}
	}
	return { temporaries, withdrawn, ids, repeatedIds };
}

/** An index as earlier versions wrote it is never read again, and may hold what was withdrawn since. */
async function removeOldIndexes({ index }: Layout): Promise<number> {
	let removed = 0;
	for (const name of listFolder(index))
		if (name.endsWith(".json")) removed += await remove(join(index, name));
	return removed;
}

/** Nobody needs this long to write a small file. */
const OLD_MS = 60_000;

/** Whether a name is a temporary whose writer is alive; one with our own process id is from an earlier life. */
function isWritten(name: string): boolean {
	const writer = temporaryWriter(name);
	return writer !== null && writer !== process.pid && isAlive(writer);
}

async function isOld(path: string): Promise<boolean> {
	try {
		return Date.now() - (await stat(path)).mtimeMs > OLD_MS;
	} catch (error) {
		if (systemCode(error) === "ENOENT") return false;
		throw error;
	}
}

/** A temporary may vanish under our hands when its writer is alive after all: that writer then tries again. */
async function remove(path: string): Promise<number> {
	try {
		await unlink(path);
		return 1;
	} catch (error) {
		if (systemCode(error) === "ENOENT") return 0;
		throw error;
	}
}
