import { readdir, readFile, rename, unlink } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder } from "../durable-file.ts";
import { createDurably, makeFolder } from "../exclusive-file.ts";
import { systemCode } from "../storage-error.ts";
import { type Layout, parseRowEntry, type RowKey, rowFolder, withdrawnName } from "./layout.ts";
import { listFolder } from "./quarter-index.ts";
import { type RowFiles, type Tombstone, tombstoneSchema } from "./read-row.ts";

const DAY_MS = 24 * 3600 * 1000;

/**
 * Withdraws a submission: first its tombstone, which alone already takes it out of every
 * count, then its files move to the trash. The sweep finishes what a crash interrupts.
 */
export async function moveToTrash(
	layout: Layout,
	key: RowKey,
	submissionId: string,
	files: RowFiles,
	withdrawnAt: string,
): Promise<void> {
	const folder = rowFolder(layout.submissions, key);
	const revisions = files.revisions
		.filter((revision) => revision.submissionId === submissionId)
		.map(({ revision, baseRevision }) => ({
			revision,
			...(baseRevision === undefined ? {} : { baseRevision }),
		}));
	const tombstone: Tombstone = { submissionId, revisions, withdrawnAt };
	await createDurably(join(folder, withdrawnName(submissionId)), `${JSON.stringify(tombstone, null, 2)}\n`);
	await moveFiles(layout, key, submissionId);
}

/** Moves what is left of a withdrawn submission out of its row. @returns how many files. */
export async function moveFiles(layout: Layout, key: RowKey, submissionId: string): Promise<number> {
	const from = rowFolder(layout.submissions, key);
	const to = rowFolder(layout.trash, key);
	const names = listFolder(from).filter((name) => {
		const entry = parseRowEntry(name);
		return entry.kind === "revision" && entry.submissionId === submissionId;
	});
	if (names.length === 0) return 0;
	for (const touched of await makeFolder(to)) await syncFolder(touched);
	for (const name of names) await rename(join(from, name), join(to, name));
	await Promise.all([syncFolder(to), syncFolder(from)]);
	return names.length;
}

/** Erases trash whose tombstone is older than `days`. @returns the submissions erased. */
export async function purgeTrash(
	layout: Layout,
	now: number,
	days: number,
): Promise<readonly { readonly key: RowKey; readonly submissionId: string }[]> {
	const purged: { key: RowKey; submissionId: string }[] = [];
	for (const quarter of listFolder(layout.trash)) {
		for (const orgCode of listFolder(join(layout.trash, quarter))) {
			const key = { quarter, orgCode };
			const folder = join(layout.trash, quarter, orgCode);
			const ids = new Set<string>();
			for (const name of await readdir(folder)) {
				const entry = parseRowEntry(name);
				if (entry.kind !== "revision") continue;
				const at = await withdrawnAt(layout, key, entry.submissionId);
				if (at !== null && now - at < days * DAY_MS) continue;
				await unlink(join(folder, name));
				ids.add(entry.submissionId);
			}
			if (ids.size > 0) await syncFolder(folder);
			for (const submissionId of ids) purged.push({ key, submissionId });
		}
	}
	return purged;
}

/** When a submission was withdrawn; null when its tombstone is missing, then the trash has no reason to stay. */
async function withdrawnAt(layout: Layout, key: RowKey, submissionId: string): Promise<number | null> {
	try {
		const path = join(rowFolder(layout.submissions, key), withdrawnName(submissionId));
		return Date.parse(tombstoneSchema.parse(JSON.parse(await readFile(path, "utf8"))).withdrawnAt);
	} catch (error) {
		if (systemCode(error) === "ENOENT" || error instanceof RangeError) return null;
		throw error;
	}
}
