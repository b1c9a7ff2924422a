/** The thread of `second-reader.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { encodeTable } from "./index-file.ts";
import { type ReadTask, readSlices } from "./read-slices.ts";
import type { ReadElsewhere } from "./second-reader.ts";

const { table, damaged } = await readSlices(workerData as ReadTask, async () => undefined);
const result: ReadElsewhere = { bytes: encodeTable(table), damaged };
parentPort?.postMessage(result);
