/** The thread of `second-reader.ts`. */
import { parentPort } from "node:worker_threads";
import { encodeTable } from "./index-file.ts";
import { type ReadTask, readSlices } from "./read-slices.ts";
import type { ReadElsewhere } from "./second-reader.ts";

parentPort?.on("message", async (task: ReadTask) => {
	const { table, damaged } = await readSlices(task, async () => undefined);
	const result: ReadElsewhere = { bytes: encodeTable(table), damaged };
	parentPort?.postMessage(result);
});
