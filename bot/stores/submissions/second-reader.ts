import { Worker } from "node:worker_threads";
import type { DamagedFile, ReadTask } from "./read-slices.ts";

/** It is kept for the next quarter, but not longer: a service needs it once in its life. */
const IDLE_MS = 1_000;

/** What a second thread read: its table as it is stored. */
export interface ReadElsewhere {
	readonly bytes: Uint8Array;
	readonly damaged: readonly DamagedFile[];
}

let waiting: { readonly thread: Worker; readonly end: NodeJS.Timeout } | null = null;

/** Has a second thread read the slices of a task that nobody else takes. */
export async function readBySecondThread(task: ReadTask): Promise<ReadElsewhere> {
	const thread = take();
	try {
		const result = await new Promise<ReadElsewhere>((resolve, reject) => {
			thread.once("message", resolve);
			thread.once("error", reject);
			thread.postMessage(task);
		});
		keep(thread);
		return result;
	} catch (error) {
		await thread.terminate();
		throw error;
	}
}

function take(): Worker {
	if (waiting === null) return new Worker(new URL("./second-reader.worker.ts", import.meta.url));
	const { thread, end } = waiting;
	waiting = null;
	clearTimeout(end);
	thread.removeAllListeners();
	thread.ref();
	return thread;
}

/** Keeps a thread for a while, without keeping the process alive. */
function keep(thread: Worker): void {
	if (waiting !== null) {
		void thread.terminate();
		return;
	}
	thread.unref();
	const end = setTimeout(() => {
		waiting = null;
		void thread.terminate();
	}, IDLE_MS).unref();
	waiting = { thread, end };
}
