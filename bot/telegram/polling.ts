import { Api, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import { errorCode, type Log } from "../log.ts";
import { pause } from "../pause.ts";

/** The kinds of update we ask Telegram for. */
export const ALLOWED_UPDATES = ["message", "callback_query"] as const;

/** What the polling loop works with. */
export interface PollingOptions {
	readonly token: string;
	readonly apiRoot: string;
	/** Takes a batch; must resolve only when it is durable, because the next request confirms it. */
	readonly accept: (updates: readonly Update[]) => Promise<void>;
	/** Called once when Telegram refuses the token: nothing will ever come. */
	readonly onRefused: () => void;
	readonly log: Log;
	/** Seconds Telegram may hold a request open. */
	readonly timeout?: number;
	/** Pause after the n-th failure in a row, in milliseconds. */
	readonly delay?: (failures: number) => number;
}

/** A loop that can be ended. */
export interface Polling {
	/** Ends the open request; resolves when the loop is over. */
	stop(): Promise<void>;
}

/** Fetches updates and confirms each batch only after `accept` made it durable. */
export function startPolling(options: PollingOptions): Polling {
	const stop = new AbortController();
	const api = new Api(options.token, { apiRoot: options.apiRoot });
	const loop = run(api, options, stop.signal);
	return {
		stop: async () => {
			stop.abort();
			await loop;
		},
	};
}

async function run(api: Api, options: PollingOptions, stop: AbortSignal): Promise<void> {
	let offset = 0;
	let failures = 0;
	while (!stop.aborted) {
		try {
			const updates = await api.getUpdates(
				{ offset, limit: 100, timeout: options.timeout ?? 30, allowed_updates: ALLOWED_UPDATES },
				stop,
			);
			if (updates.length > 0) {
				await options.accept(updates);
				offset = (updates.at(-1)?.update_id ?? 0) + 1;
			}
			failures = 0;
		} catch (error) {
			if (stop.aborted) return;
			if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) {
				options.onRefused();
				return;
			}
			failures += 1;
			options.log({ event: "polling.failed", level: "warn", code: errorCode(error), count: failures });
			const asked = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0;
			await pause(Math.max(asked, options.delay?.(failures) ?? Math.min(30_000, 500 * 2 ** failures)), stop);
		}
	}
}
