import { randomUUID } from "node:crypto";
import { closeSync, linkSync, openSync, writeSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sync, syncFolder } from "./durable-file.ts";
import { removeFile } from "./remove-file.ts";
import { systemCode } from "./storage-error.ts";

/** Name of a temporary: says which process writes it, so that a sweep can tell a dead writer from a living one. */
export const temporaryName = () => `.${process.pid}-${randomUUID()}.tmp`;

/** Process id in a temporary's name; null for any other name. */
export function temporaryWriter(name: string): number | null {
	const match = /^\.(\d+)-[0-9a-f-]{36}\.tmp$/.exec(name);
	return match === null ? null : Number(match[1]);
}

/** Writes all of `bytes`; a disk that fills up in the middle is an error, not a short write. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
	for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}

/**
 * Writes `bytes` to a new temporary file in `folder` and fsyncs it. Only the fsync goes through the
 * thread pool: small metadata calls there would queue behind the fsyncs of other writers.
 * @param options `durable: false` leaves the fsync to the caller.
 * @returns its path; nothing is left behind on failure.
 */
export async function writeTemporary(
	folder: string,
	bytes: string | Uint8Array,
	{ durable = true }: { readonly durable?: boolean } = {},
): Promise<string> {
	const path = join(folder, temporaryName());
	const descriptor = openSync(path, "wx", 0o600);
	try {
		writeAll(descriptor, typeof bytes === "string" ? Buffer.from(bytes) : bytes);
		if (durable) await sync(descriptor);
	} catch (error) {
		removeFile(path);
		throw error;
	} finally {
		closeSync(descriptor);
	}
	return path;
}

/**
 * Creates `target` with `bytes`, durable when it resolves: temporary → write → fsync →
 * link (exclusive) → fsync of the folder.
 * @returns false when `target` exists already; it is left untouched.
 */
export async function createDurably(target: string, bytes: string | Uint8Array): Promise<boolean> {
	const temporary = await writeTemporary(dirname(target), bytes);
	try {
		linkSync(temporary, target);
	} catch (error) {
		if (systemCode(error) === "EEXIST") return false;
		throw error;
	} finally {
		removeFile(temporary);
	}
	await syncFolder(dirname(target));
	return true;
}

/**
 * Makes a folder and its missing parents.
 * @returns the folders that got a new entry and must be fsynced before anything inside counts as durable.
 */
export async function makeFolder(folder: string): Promise<readonly string[]> {
	const first = await mkdir(folder, { recursive: true, mode: 0o700 });
	if (first === undefined) return [];
	const touched: string[] = [];
	for (let at = folder; at.length >= first.length; at = dirname(at)) touched.push(dirname(at));
	return touched;
}
