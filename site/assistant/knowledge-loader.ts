import {
	type ClientDetails,
	type ClientReading,
	withDetails,
	withReading,
} from "../../core/content/client-knowledge.ts";
import type { Knowledge } from "../../core/content/knowledge.ts";

/**
 * Loads what the assistant knows: rules and one-line answers at once, what reading takes when somebody asks in
 * words, the details of a topic after an answer on it. What has arrived stays.
 */
export class KnowledgeLoader {
	#known: Knowledge | null = null;
	readonly #parts = new Map<string, Promise<void>>();
	readonly #topics = new Set<string>();

	/** Rules, outcomes, one-line answers, wording. */
	core(): Promise<Knowledge> {
		return this.#load<Knowledge>("knowledge", (_, core) => core);
	}

	/** The same with what reading words takes: enough for a conclusion, or a guide's one-line answer. */
	reading(): Promise<Knowledge> {
		return this.#load<ClientReading>("reading", withReading);
	}

	/** The same with steps, papers and cases of a topic; `null` when they cannot be had, and the answer then does without. */
	async details(topic: string): Promise<Knowledge | null> {
		try {
			const known = await this.#load<ClientDetails>(`details/${topic}`, withDetails);
			this.#topics.add(topic);
			return known;
		} catch {
			return null;
		}
	}

	/** Whether there are details of a topic that have not arrived. */
	lacks(topic: string | null): topic is string {
		if (topic === null || this.#topics.has(topic)) return false;
		return this.#known?.guides.some(({ id }) => id === topic) ?? false;
	}

	/** Loads a part once, and again only after a failure; parts that need the core are added to it. */
	async #load<Part>(name: string, add: (known: Knowledge, part: Part) => Knowledge): Promise<Knowledge> {
		let loading = this.#parts.get(name);
		if (loading === undefined) {
			loading = this.#fetch(name, add);
			this.#parts.set(name, loading);
		}
		try {
			await loading;
		} catch (error) {
			this.#parts.delete(name);
			throw error;
		}
		return this.#known as Knowledge;
	}

	async #fetch<Part>(name: string, add: (known: Knowledge, part: Part) => Knowledge): Promise<void> {
		const part = getJson<Part>(`/assistant/${name}.json`);
		const [arrived] = await Promise.all([part, name === "knowledge" ? null : this.core()]);
		this.#known = add(this.#known as Knowledge, arrived);
	}
}

async function getJson<Value>(url: string): Promise<Value> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${response.status} ${url}`);
	return (await response.json()) as Value;
}
