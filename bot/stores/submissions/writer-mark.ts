import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { syncFolder } from "../durable-file.ts";
import { createDurably, makeFolder } from "../exclusive-file.ts";
import { isAlive } from "../process-lock.ts";
import type { Layout } from "./layout.ts";
import { listFolder } from "./quarter-index.ts";

/**
 * Everybody who opens the ledger for writing leaves a mark `writers/<pid>.<uuid>` and takes it away at the end. A mark
 * whose process is gone says that somebody was cut off: only then must everything be swept before work begins.
 */
const MARK_NAME = /^(\d+)\.[0-9a-f-]{36}$/;

/** Paths of the marks of this process; one that has our process id and is not among them is from an earlier life. */
const own = new Set<string>();
process.once("exit", () => {
	for (const path of own) rmSync(path, { force: true });
});

/** Leaves a mark, durable before the first write. */
export async function markWriter(layout: Layout): Promise<void> {
	for (const touched of await makeFolder(layout.writers)) await syncFolder(touched);
	const path = join(layout.writers, `${process.pid}.${randomUUID()}`);
	await createDurably(path, "");
	own.add(path);
}

/** Names of the marks of writers that were cut off. */
export function cutOffWriters(layout: Layout): readonly string[] {
	return listFolder(layout.writers).filter((name) => {
		const writer = Number(MARK_NAME.exec(name)?.[1] ?? Number.NaN);
		if (Number.isNaN(writer) || own.has(join(layout.writers, name))) return false;
		return writer === process.pid || !isAlive(writer);
	});
}

/** Takes marks away, once what their writers left is mended. */
export function removeMarks(layout: Layout, names: readonly string[]): void {
	for (const name of names) rmSync(join(layout.writers, name), { force: true });
}
