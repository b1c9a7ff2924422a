import type { UpdateQueue } from "./updates.ts";

/** Posts pending updates in order, again and again until each is answered with 2xx, as Telegram does. */
export async function deliverByWebhook(
	queue: UpdateQueue,
	webhook: { readonly url: string; readonly secret: string | null },
	stop: AbortSignal,
	active: () => boolean,
	note: (updateId: number, status: number) => void,
): Promise<void> {
	while (!stop.aborted && active()) {
		const update = queue.pending[0];
		if (update === undefined) {
			await queue.arrival(200, stop);
			continue;
		}
		let status = 0;
		try {
			const response = await fetch(webhook.url, {
				method: "POST",
				signal: stop,
				headers: {
					"content-type": "application/json",
					...(webhook.secret === null ? {} : { "x-telegram-bot-api-secret-token": webhook.secret }),
				},
				body: JSON.stringify(update),
			});
			status = response.status;
			await response.arrayBuffer();
		} catch {
			// Refused or cut off: tried again below, like any other failure.
		}
		note(update.update_id, status);
		if (status >= 200 && status < 300) queue.confirm(update.update_id);
		else await new Promise((resolve) => setTimeout(resolve, 30));
	}
}
