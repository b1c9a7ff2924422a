import { rename } from "node:fs/promises";
import { join, relative } from "node:path";
import { syncFolder } from "../durable-file.ts";
import { createDurably, makeFolder } from "../exclusive-file.ts";
import { type Layout, parseRowEntry, quarantinedName, rowFolder } from "./layout.ts";
import type { DamagedFile } from "./read-slices.ts";
import type { Damage } from "./store.ts";

/**
 * Sets a damaged file aside for a person to look at. Its number stays used: a marker takes
 * its place, so that a later revision cannot pass for it. @returns what to report.
 */
export async function quarantine(layout: Layout, file: DamagedFile): Promise<Damage> {
	const from = rowFolder(layout.submissions, file);
	const to = rowFolder(layout.quarantine, file);
	const entry = parseRowEntry(file.name);
	if (entry.kind === "revision") {
		await createDurably(join(from, quarantinedName(entry.submissionId, entry.revision)), `${file.why}\n`);
	}
	for (const touched of await makeFolder(to)) await syncFolder(touched);
	const target = join(to, `${file.name}.${Date.now()}`);
	await rename(join(from, file.name), target);
	await Promise.all([syncFolder(to), syncFolder(from)]);
	return { path: relative(layout.root, target), why: file.why };
}
