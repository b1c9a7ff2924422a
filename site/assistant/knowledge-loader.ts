import { type ClientDetails, withDetails } from "../../core/content/client-knowledge.ts";
import type { Knowledge } from "../../core/content/knowledge.ts";

/** Loads what the assistant knows: rules and one-line answers at once, body texts and cases when somebody first asks. */
export class KnowledgeLoader {
	#core: Promise<Knowledge> | null = null;
	#full: Promise<Knowledge | null> | null = null;
	/** Everything, once it is there. */
	loaded: Knowledge | null = null;

	/** Rules, outcomes, one-line answers, wording. */
	core(): Promise<Knowledge> {
		this.#core ??= getJson<Knowledge>("/assistant/knowledge.json").catch((error: unknown) => {
			this.#core = null;
			throw error;
		});
		return this.#core;
	}

	/** The same with body texts, cases and courses; `null` when they cannot be had, and the answer then does without. */
	full(): Promise<Knowledge | null> {
		this.#full ??= this.#loadFull();
		return this.#full;
	}

	async #loadFull(): Promise<Knowledge | null> {
		try {
			const [core, details] = await Promise.all([
				this.core(),
				getJson<ClientDetails>("/assistant/details.json"),
			]);
			this.loaded = withDetails(core, details);
			return this.loaded;
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
