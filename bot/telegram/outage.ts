/** More chats than this are not told one by one. */
const MOST = 1_000;

/** Tells people, once per outage, that nothing can be taken in at the moment: their updates stay with Telegram meanwhile. */
export class Outage {
	readonly #tell: (chat: number) => Promise<unknown>;
	readonly #told = new Set<number>();

	/** @param tell writes to a chat; its failure is of no consequence. */
	constructor(tell: (chat: number) => Promise<unknown>) {
		this.#tell = tell;
	}

	/** Updates of these chats could not be stored. */
	async during(chats: readonly number[]): Promise<void> {
		const fresh = [...new Set(chats)].filter((chat) => !this.#told.has(chat));
		for (const chat of fresh.slice(0, MOST - this.#told.size)) {
			this.#told.add(chat);
			await this.#tell(chat).catch(() => undefined);
		}
	}

	/** Updates are stored again. */
	over(): void {
		this.#told.clear();
	}
}
