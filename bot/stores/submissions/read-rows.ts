import { availableParallelism } from "node:os";
import { decodeTable } from "./index-file.ts";
import { ALL_FIELDS } from "./index-table.ts";
import { letOthersIn, type ReadRows, type ReadTask, readSlices } from "./read-slices.ts";
import { readBySecondThread } from "./second-reader.ts";

/** So many rows are worth the start of a second thread. */
const SHARED_FROM = 2_000;

/**
 * Reads the folders of rows. Of many a second thread reads its share: the time goes into system calls. What it read
 * comes over as the few bytes of a table; whole revisions would cost more on the way than they take to read.
 */
export async function readRows(
	{ folder, quarter }: Pick<ReadTask, "folder" | "quarter">,
	orgCodes: readonly string[],
): Promise<ReadRows> {
	const task = { folder, quarter, orgCodes, next: new Int32Array(new SharedArrayBuffer(4)) };
	const isShared = orgCodes.length >= SHARED_FROM && availableParallelism() > 1;
	const other = isShared ? readBySecondThread(task) : null;
	// Its failure is seen below, after the own share.
	other?.catch(() => undefined);
	const own = await readSlices(task, letOthersIn);
	if (other === null) return own;
	const { bytes, damaged } = await other;
	const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const table = decodeTable((from, length) => whole.subarray(from, from + length), quarter, ALL_FIELDS);
	if (table === null) throw new Error(`rows of ${quarter} did not come over from the reading thread`);
	own.table.append(table);
	return { table: own.table, damaged: [...own.damaged, ...damaged] };
}
