/** Lets one task at a time run per key, in the order they came; keys are independent of each other. */
export class KeyedMutex {
	readonly #tails = new Map<string, Promise<unknown>>();

	async run<T>(key: string, task: () => Promise<T>): Promise<T> {
		const before = this.#tails.get(key) ?? Promise.resolve();
		const result = before.then(task, task);
		const tail = result.catch(() => {});
		this.#tails.set(key, tail);
		try {
			return await result;
		} finally {
			if (this.#tails.get(key) === tail) this.#tails.delete(key);
		}
	}
}
