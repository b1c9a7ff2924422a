/** Counts calls of a day in Asia/Shanghai; a restart begins anew. */
export class DailyCap {
	readonly #limit: number;
	readonly #now: () => number;
	#day = "";
	#used = 0;

	constructor(limit: number, now: () => number = Date.now) {
		this.#limit = limit;
		this.#now = now;
	}

	/** Takes one call from today's allowance; false when it is used up. */
	take(): boolean {
		const day = new Date(this.#now() + 8 * 3_600_000).toISOString().slice(0, 10);
		if (day !== this.#day) {
			this.#day = day;
			this.#used = 0;
		}
		if (this.#used >= this.#limit) return false;
		this.#used += 1;
		return true;
	}
}
