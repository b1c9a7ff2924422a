import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TopicWeights } from "../../core/assistant/retrieve/topic-model.ts";
import { type AskedExample, TRAINING, trainTopics } from "../../core/assistant/retrieve/train-topics.ts";
import type { RefusalWeights } from "../../core/assistant/understand/refusals/learnt.ts";
import {
	REFUSAL_TRAINING,
	type RefusalExample,
	trainRefusals,
} from "../../core/assistant/understand/refusals/train-refusals.ts";
import { readable } from "../../core/assistant/understand/spelling.ts";
import type { GuideEntry } from "../../core/content/knowledge.ts";
import type { RefusalWords, Refused } from "../../core/content/refusal-words.ts";
import { LEARNT_CLASSES } from "../../core/content/vocabulary.ts";

/** Weights are learnt once per state of the content and kept here; the folder can be deleted. */
const CACHE = ".cache/weights";

/** Weights of what speaks for a guide, learnt from questions asked, see `askedExamples`. */
export function topicWeights(examples: readonly AskedExample[]): TopicWeights {
	return learntOnce("topics", [TRAINING, examples], () => trainTopics(examples));
}

/** Weights of refusals, learnt from questions that are refused and from all that are answered. */
export function refusalWeights(
	asked: readonly AskedExample[],
	refused: Refused,
	words: RefusalWords,
): RefusalWeights {
	const examples = refusalExamples(asked, refused);
	return learntOnce("refusals", [REFUSAL_TRAINING, examples, words], () => trainRefusals(examples, words));
}

function learntOnce<T>(name: string, from: unknown, make: () => T): T {
	const hash = createHash("sha256").update(JSON.stringify(from)).digest("hex");
	const file = join(CACHE, `${name}-${hash.slice(0, 16)}.json`);
	try {
		return JSON.parse(readFileSync(file, "utf8")) as T;
	} catch {
		const weights = make();
		keep(file, weights);
		return weights;
	}
}

/** What the weights of refusals are learnt from: whoever asks for a guide asks nothing that is refused. */
export function refusalExamples(asked: readonly AskedExample[], refused: Refused): RefusalExample[] {
	return [
		...asked.map(({ text }) => ({ text, label: "harmless" as const })),
		...LEARNT_CLASSES.flatMap((label) => refused[label].map((text) => ({ text: readable(text), label }))),
	];
}

/** What the weights of topics are learnt from. */
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
function keep(file: string, weights: unknown): void {
	try {
		mkdirSync(CACHE, { recursive: true });
		const part = `${file}.${process.pid}`;
		writeFileSync(part, JSON.stringify(weights));
		renameSync(part, file);
	} catch {
		// A second per start is the only loss.
	}
}
