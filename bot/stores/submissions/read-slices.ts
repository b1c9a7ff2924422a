import { statSync } from "node:fs";
import { GrowingTable } from "./index-table.ts";
import { readRowFiles } from "./read-row.ts";

/**
 * A folder changed this shortly before it was read may change again within the same tick of
 * the file system's clock: it is read again next time.
 */
const SETTLED_AFTER_MS = 2_000;
/** Rows read before other work gets its turn. */
const SLICE = 250;
/** Gives other work its turn. */
export const letOthersIn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A damaged file met while reading: the store sets it aside. */
export interface DamagedFile {
	readonly quarter: string;
	readonly orgCode: string;
	readonly name: string;
	readonly why: string;
}

/** Rows to read, for every thread the same. */
export interface ReadTask {
	/** Folder of the quarter. */
	readonly folder: string;
	readonly quarter: string;
	readonly orgCodes: readonly string[];
	/** Number of the next slice that nobody has taken. */
	readonly next: Int32Array<SharedArrayBuffer>;
}

/** Rows as read from their folders. */
export interface ReadRows {
	readonly table: GrowingTable;
	readonly damaged: readonly DamagedFile[];
}

/** Reads slices of a task as long as there are any that no thread has taken; `pause` comes after each. */
export async function readSlices(
	{ folder, quarter, orgCodes, next }: ReadTask,
	pause: () => Promise<void>,
): Promise<ReadRows> {
	const table = new GrowingTable(quarter);
	const damaged: DamagedFile[] = [];
	for (;;) {
		const begin = Atomics.add(next, 0, 1) * SLICE;
		if (begin >= orgCodes.length) return { table, damaged };
		for (const orgCode of orgCodes.slice(begin, begin + SLICE)) {
			const row = `${folder}/${orgCode}`;
			const modified = modifiedAt(row);
			const files = readRowFiles(row, { quarter, orgCode });
			for (const file of files.damaged) damaged.push({ quarter, orgCode, ...file });
			const settled = files.damaged.length === 0 && Date.now() - modified > SETTLED_AFTER_MS;
			table.add({ ...files, orgCode, modified: settled ? modified : 0 });
		}
		await pause();
	}
}

/** Modification time of a folder in milliseconds; 0 when it is gone. */
export function modifiedAt(folder: string): number {
	return statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
