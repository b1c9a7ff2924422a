import type { SearchAnswer, SearchRequest } from "./answer.ts";
import type { Suggestion } from "./lexicon.ts";
import type { WorkerAnswer, WorkerRequest } from "./worker-messages.ts";

/** The page's end of the search worker. */
export class SearchClient {
	readonly #worker: Worker;
	readonly #waiting = new Map<number, { resolve(answer: WorkerAnswer): void; reject(error: Error): void }>();
	#id = 0;

	constructor(worker: Worker, indexUrl: string, wordsUrl: string) {
		this.#worker = worker;
		worker.addEventListener("message", ({ data }: MessageEvent<WorkerAnswer>) => {
			const waiting = this.#waiting.get(data.id);
			this.#waiting.delete(data.id);
			if (data.kind === "failed") waiting?.reject(new Error(data.message));
			else waiting?.resolve(data);
		});
		worker.addEventListener("error", () => {
			for (const { reject } of this.#waiting.values()) reject(new Error("worker did not start"));
			this.#waiting.clear();
		});
		this.#send({ kind: "open", indexUrl, wordsUrl });
	}

	async search(request: SearchRequest): Promise<SearchAnswer> {
		const id = this.#id++;
		const answer = await this.#ask({ kind: "search", id, request });
		if (answer.kind !== "search") throw new Error("unexpected answer");
		return answer.answer;
	}

	async suggest(typed: string): Promise<readonly Suggestion[]> {
		const id = this.#id++;
		const answer = await this.#ask({ kind: "suggest", id, typed });
		if (answer.kind !== "suggest") throw new Error("unexpected answer");
		return answer.suggestions;
	}

	#ask(message: Exclude<WorkerRequest, { kind: "open" }>): Promise<WorkerAnswer> {
		return new Promise((resolve, reject) => {
			this.#waiting.set(message.id, { resolve, reject });
			this.#send(message);
		});
	}

	#send(message: WorkerRequest): void {
		this.#worker.postMessage(message);
	}
}
