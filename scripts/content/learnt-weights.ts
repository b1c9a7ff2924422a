import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SubjectWeights } from "../../core/assistant/retrieve/subject-model.ts";
import {
	type SubjectExample,
	TRAINING,
	trainSubjects,
} from "../../core/assistant/retrieve/train-subjects.ts";
import { readable } from "../../core/assistant/understand/spelling.ts";
import type { GuideEntry } from "../../core/content/knowledge.ts";
import type { Refused } from "../../core/content/refused.ts";

/** Weights are learnt once per state of the content and kept here; the folder can be deleted. */
const CACHE = ".cache/weights";

/** Weights of what speaks for a subject, learnt from questions, see `subjectExamples`. */
export function subjectWeights(examples: readonly SubjectExample[]): SubjectWeights {
	const hash = createHash("sha256")
		.update(JSON.stringify([TRAINING, examples]))
		.digest("hex");
	const file = join(CACHE, `subjects-${hash.slice(0, 16)}.json`);
	try {
		return JSON.parse(readFileSync(file, "utf8")) as SubjectWeights;
	} catch {
		const weights = trainSubjects(examples);
		keep(file, weights);
		return weights;
	}
}

/** What is learnt from: the ways of asking for each guide, and questions that are refused or only look it. */
export function subjectExamples(
	guides: readonly GuideEntry[],
	asked: Readonly<Record<string, readonly string[]>>,
	refused: Refused,
): SubjectExample[] {
	return [
		...guides
			// Aliases of the guides of outcomes ask for a decision, which the table gives.
			.filter(({ outcome }) => outcome === undefined)
			.flatMap(({ id, title, aliases }) => [title, ...aliases].map((text) => ({ text, id }))),
		...[...Object.entries(asked), ...Object.entries(refused)].flatMap(([id, questions]) =>
			questions.map((text) => ({ text, id })),
		),
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
		// A few seconds per start are the only loss.
	}
}
