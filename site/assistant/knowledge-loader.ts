import type { Knowledge, Passage } from "../../core/content/knowledge.ts";

/** Loads what the assistant knows: rules and one-line answers at once, body texts when they are first needed. */
export class KnowledgeLoader {
	#core: Promise<Knowledge> | null = null;
	#full: Promise<Knowledge | null> | null = null;

	/** Rules, outcomes, one-line answers, wording; without body texts. */
	core(): Promise<Knowledge> {
		this.#core ??= getJson<Knowledge>("/assistant/knowledge.json");
		this.#core.catch(() => {
			this.#core = null;
		});
		return this.#core;
	}

	/** The same with body texts; `null` when they cannot be had, and the answer then does without. */
	withPassages(): Promise<Knowledge | null> {
		this.#full ??= this.#loadFull();
		return this.#full;
	}

	async #loadFull(): Promise<Knowledge | null> {
		try {
			const [core, passages] = await Promise.all([
				this.core(),
				getJson<readonly Passage[]>("/assistant/passages.json"),
			]);
			return { ...core, passages };
		} catch {
			this.#full = null;
			return null;
		}
	}
}

async function getJson<Value>(url: string): Promise<Value> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${response.status} ${url}`);
	return (await response.json()) as Value;
}
