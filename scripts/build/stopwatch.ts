/** Names the parts of a build and remembers what each took. */
export class Stopwatch {
	readonly #parts: string[] = [];
	readonly #started = performance.now();

	/** Runs a part and remembers its time in seconds. Parts that run side by side are each counted whole. */
	async time<Result>(name: string, part: () => Result | Promise<Result>): Promise<Result> {
		const started = performance.now();
		try {
			return await part();
		} finally {
			this.#parts.push(`${name} ${seconds(started)}`);
		}
	}

	/** `内容 1.4，文书 8.0，页面 9.2 …；共 21.3 秒`. */
	summary(): string {
		return `${this.#parts.join("，")}；共 ${seconds(this.#started)} 秒`;
	}
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);
