import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TopicWeights } from "../../core/assistant/retrieve/topic-model.ts";
import { type AskedExample, TRAINING, trainTopics } from "../../core/assistant/retrieve/train-topics.ts";
import { readable } from "../../core/assistant/understand/spelling.ts";
import type { Guide } from "../../core/content/guide.ts";
import type { GuideEntry } from "../../core/content/knowledge.ts";

/** Weights are learnt once per state of the content and kept here; the folder can be deleted. */
const CACHE = ".cache/topic-weights";

/** Weights learnt from the titles and aliases of guides and from questions people asked. */
export function topicWeights(
	guides: readonly { readonly id: string; readonly data: Guide }[],
	asked: Readonly<Record<string, readonly string[]>>,
): TopicWeights {
	const examples = askedExamples(
		guides.map(({ id, data }) => ({ id, ...data })),
		asked,
	);
	const hash = createHash("sha256")
		.update(JSON.stringify([TRAINING, examples]))
		.digest("hex");
	const file = join(CACHE, `${hash.slice(0, 16)}.json`);
	try {
		return JSON.parse(readFileSync(file, "utf8")) as TopicWeights;
	} catch {
		const weights = trainTopics(examples);
		keep(file, weights);
		return weights;
	}
}

/** What the weights are learnt from. */
export function askedExamples(
	guides: readonly GuideEntry[],
	asked: Readonly<Record<string, readonly string[]>>,
): AskedExample[] {
	return [
		...guides
			// Aliases of the guides of outcomes ask for a decision, which the table gives.
			.filter(({ outcome }) => outcome === undefined)
			.flatMap(({ id, title, aliases }) => [title, ...aliases].map((text) => ({ text, id }))),
		...Object.entries(asked).flatMap(([id, questions]) => questions.map((text) => ({ text, id }))),
	].map(({ text, id }) => ({ text: readable(text), id }));
}

/** Where nothing can be written the weights are learnt anew at each start. */
function keep(file: string, weights: TopicWeights): void {
	try {
		mkdirSync(CACHE, { recursive: true });
		const part = `${file}.${process.pid}`;
		writeFileSync(part, JSON.stringify(weights));
		renameSync(part, file);
	} catch {
		// A second per start is the only loss.
	}
}
