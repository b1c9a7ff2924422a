import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { syncFolder } from "../durable-file.ts";
import { systemCode } from "../storage-error.ts";
import type { Archive } from "./archive.ts";

/** The place to restore into holds something already. */
export class NotEmptyError extends Error {
	constructor(folder: string) {
		super(folder);
		this.name = "NotEmptyError";
	}
}

/**
 * Writes an archive into a folder that is empty or does not exist. Everything is written and
 * fsynced beside it first and then moved into place: an interrupted restore leaves the folder as it was.
 * @throws NotEmptyError
 */
export async function restoreInto(dataDir: string, { files }: Archive): Promise<void> {
	const target = resolve(dataDir);
	if (!(await isEmpty(target))) throw new NotEmptyError(target);
	const beside = `${target}.restoring-${process.pid}`;
	await rm(beside, { recursive: true, force: true });
	try {
		await mkdir(beside, { recursive: true, mode: 0o700 });
		const folders = new Set([beside]);
		for (const [path, bytes] of files) {
			const full = join(beside, ...path.split("/"));
			await mkdir(dirname(full), { recursive: true, mode: 0o700 });
			const handle = await open(full, "wx", 0o600);
			try {
				await handle.writeFile(bytes);
				await handle.sync();
			} finally {
				await handle.close();
			}
			for (let folder = dirname(full); folder.length >= beside.length; folder = dirname(folder))
				folders.add(folder);
		}
		for (const folder of [...folders].sort((a, b) => b.length - a.length)) await syncFolder(folder);
		await rm(target, { recursive: true, force: true });
		await rename(beside, target);
		await syncFolder(dirname(target));
	} catch (error) {
		await rm(beside, { recursive: true, force: true });
		throw error;
	}
}

async function isEmpty(folder: string): Promise<boolean> {
	try {
		return (await readdir(folder)).length === 0;
	} catch (error) {
		if (systemCode(error) === "ENOENT") return true;
		throw error;
	}
}
