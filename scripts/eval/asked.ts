import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { trainSubjects } from "../../core/assistant/retrieve/train-subjects.ts";
import { readable } from "../../core/assistant/understand/spelling.ts";
import type { Knowledge } from "../../core/content/knowledge.ts";
import { refusedFile } from "../../core/content/refused.ts";
import { askedFile } from "../../core/content/topics.ts";
import { subjectExamples } from "../content/learnt-weights.ts";
import type { LabelledQuestion } from "./questions.ts";

/** Parts into which questions are divided: each is asked of an assistant that has learnt from the others only. */
const FOLDS = 5;

/** Ways of asking from which the assistant has learnt, as they stand in the content. */
export function learntQuestions(): Readonly<Record<string, readonly string[]>> {
	return askedFile.parse(parse(readFileSync("content/office/asked.yaml", "utf8"))).asked;
}

/** Questions that are refused, and such as only look like them, as they stand in the content. */
function learntRefused() {
	return refusedFile.parse(parse(readFileSync("content/office/refused.yaml", "utf8"))).refused;
}

/** The questions in parts, each with an assistant's knowledge that has not learnt from that part. */
export function folds(
	knowledge: Knowledge,
	questions: readonly LabelledQuestion[],
): { readonly knowledge: Knowledge; readonly questions: readonly LabelledQuestion[] }[] {
	const examples = subjectExamples(knowledge.guides, learntQuestions(), learntRefused());
	return Array.from({ length: FOLDS }, (_, fold) => {
		const part = questions.filter((_question, index) => index % FOLDS === fold);
		const asked = new Set(part.map(({ q }) => readable(q)));
		const subjectWeights = trainSubjects(examples.filter(({ text }) => !asked.has(text)));
		return { knowledge: { ...knowledge, subjectWeights }, questions: part };
	});
}
