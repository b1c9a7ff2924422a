import { Worker } from "node:worker_threads";
import type { DamagedFile, ReadTask } from "./read-slices.ts";

/** What a second thread read: its table as it is stored. */
export interface ReadElsewhere {
	readonly bytes: Uint8Array;
	readonly damaged: readonly DamagedFile[];
}

/**
 * Has a second thread read the slices of a task that nobody else takes.
 * @throws what ended the thread before it had an answer; it is never waited for in vain.
 */
export async function readBySecondThread(task: ReadTask): Promise<ReadElsewhere> {
	const thread = new Worker(new URL("./second-reader.worker.ts", import.meta.url), { workerData: task });
	try {
		return await new Promise<ReadElsewhere>((resolve, reject) => {
			thread.once("message", resolve);
			thread.once("error", reject);
			thread.once("exit", (code) => reject(new Error(`the reading thread ended with ${code}`)));
		});
	} finally {
		await thread.terminate();
	}
}
