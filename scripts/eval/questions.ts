import { readFileSync } from "node:fs";
import { z } from "zod";
import { INTENTS, OUTCOME_CODES } from "../../core/content/vocabulary.ts";

/** A labelled question: what a right answer must say. */
const labelled = z.object({
	id: z.string(),
	q: z.string(),
	intent: z.enum(INTENTS),
	expect: z.union([
		z.object({
			outcome: z.enum([...OUTCOME_CODES, "ask"]),
			ask: z.array(z.enum(["fullMembers", "durationMonths", "support"])),
			fullMembers: z.number().nullable(),
			probationary: z.number().nullable(),
		}),
		z.object({ topic: z.string() }),
	]),
	/** Row of the table, or title of the topic. */
	why: z.string(),
});
export type LabelledQuestion = z.infer<typeof labelled>;

/** Reads a question file; a bad line stops with its number. */
export function readQuestions(file: string): LabelledQuestion[] {
	return readFileSync(file, "utf8")
		.split("\n")
		.flatMap((line, index) => {
			if (line.trim() === "") return [];
			const result = labelled.safeParse(JSON.parse(line));
			if (!result.success) {
				throw new Error(
					`${file}:${index + 1} ${result.error.issues.map((issue) => issue.message).join("；")}`,
				);
			}
			return [result.data];
		});
}
