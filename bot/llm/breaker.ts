/** Failures in a row after which the endpoint is left alone. */
const THRESHOLD = 3;
/** How long it is left alone, in milliseconds. */
const COOL_DOWN = 60_000;

/** Circuit breaker: after several failures in a row no calls for a minute, then one trial call. */
export class Breaker {
	readonly #now: () => number;
	#failures = 0;
	#openUntil = 0;
	#trial = false;

	constructor(now: () => number = Date.now) {
		this.#now = now;
	}

	/** Whether a call may be made now; each granted call must be followed by `success` or `failure`. */
	allows(): boolean {
		if (this.#failures < THRESHOLD) return true;
		if (this.#now() < this.#openUntil || this.#trial) return false;
		this.#trial = true;
		return true;
	}

	success(): void {
		this.#failures = 0;
		this.#trial = false;
	}

	failure(): void {
		this.#failures += 1;
		this.#trial = false;
		if (this.#failures >= THRESHOLD) this.#openUntil = this.#now() + COOL_DOWN;
	}
}
