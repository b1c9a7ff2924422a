import {
	type ClientDetails,
	type ClientReading,
	withDetails,
	withReading,
} from "../../core/content/client-knowledge.ts";
import type { Knowledge } from "../../core/content/knowledge.ts";

/** Loads what the assistant knows: rules and one-line answers at once, what reading takes when somebody asks in words, the rest after an answer. */
export class KnowledgeLoader {
	#core: Promise<Knowledge> | null = null;
	#reading: Promise<Knowledge> | null = null;
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

	/** The same with what reading words takes: enough for a conclusion, or a guide's one-line answer. */
	reading(): Promise<Knowledge> {
		this.#reading ??= Promise.all([this.core(), getJson<ClientReading>("/assistant/reading.json")])
			.then(([core, reading]) => withReading(core, reading))
			.catch((error: unknown) => {
				this.#reading = null;
				throw error;
			});
		return this.#reading;
	}

	/** Everything, with steps, cases and courses; `null` when they cannot be had, and the answer then does without. */
	full(): Promise<Knowledge | null> {
		this.#full ??= this.#loadFull();
		return this.#full;
	}

	async #loadFull(): Promise<Knowledge | null> {
		try {
			const [core, details] = await Promise.all([
				this.reading(),
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
