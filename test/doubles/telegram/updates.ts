import type { Update } from "grammy/types";

/** Update queue with the Bot API's confirmation rule: what is below the offset is forgotten, the rest comes again. */
export class UpdateQueue {
	#pending: Update[] = [];
	#waiting: (() => void)[] = [];
	#next: number;

	constructor(first: number) {
		this.#next = first;
	}

	/** Unconfirmed updates. */
	get pending(): readonly Update[] {
		return this.#pending;
	}

	/** Adds an update and gives it the next id. */
	push(body: Omit<Update, "update_id">): Update {
		const update = { update_id: this.#next, ...body } as Update;
		this.#next += 1;
		this.#pending.push(update);
		for (const wake of this.#waiting.splice(0)) wake();
		return update;
	}

	/** Delivers an update that was confirmed before once more, as after a lost confirmation. */
	again(update: Update): void {
		this.#pending.unshift(update);
	}

	/** Confirms one update (webhook delivery). */
	confirm(id: number): void {
		this.#pending = this.#pending.filter((update) => update.update_id !== id);
	}

	/** `getUpdates`: confirms below `offset`, waits up to `timeout` seconds for something to deliver. */
	async poll(offset: number, limit: number, timeout: number, closed: AbortSignal): Promise<Update[]> {
		if (offset > 0) this.#pending = this.#pending.filter((update) => update.update_id >= offset);
		else if (offset < 0) this.#pending = this.#pending.slice(offset);
		if (this.#pending.length === 0 && timeout > 0) await this.arrival(timeout * 1000, closed);
		return this.#pending.slice(0, limit);
	}

	/** Resolves when something arrives, time is up, or the client went away. */
	arrival(milliseconds: number, closed: AbortSignal): Promise<void> {
		return new Promise((resolve) => {
			const timer = setTimeout(done, milliseconds);
			function done() {
				clearTimeout(timer);
				closed.removeEventListener("abort", done);
				resolve();
			}
			this.#waiting.push(done);
			closed.addEventListener("abort", done);
		});
	}
}
