import { setTimeout as sleep } from "node:timers/promises";

/** Waits, or returns at once when `stop` is aborted. */
export async function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
	await sleep(milliseconds, undefined, { signal: stop }).catch(() => undefined);
}
