import { z } from "zod";
import { isoDate, line } from "./common.ts";

/** `office/survey.yaml`: notice, questions, choices, messages and periods of the 五清 survey. */
export const surveyFile = z.strictObject({
	asOf: isoDate,
	/** Version of the notice a person agrees to; stored with each submission. */
	consentVersion: z.string().min(1).max(40),
	/** The notice shown before the first question. */
	notice: z.array(line(4, 200)).min(1),
	/** Field → label and question. */
	fields: z.record(
		z.string(),
		z.strictObject({
			label: line(2, 24),
			question: line(4, 120),
			hint: line(2, 120).optional(),
			choices: z.array(z.strictObject({ value: z.string(), label: line(1, 24) })).optional(),
		}),
	),
	/** Rule code (R1–R9, W1–W6, field errors) → message that says what to do. */
	messages: z.record(z.string(), line(4, 160)),
	/** Fixed sentences by key. */
	sentences: z.record(z.string(), z.string().min(2).max(800)),
	/** What people type instead of the commands; the whole message must be one of them. */
	spoken: z.strictObject({ back: z.array(line(1, 12)), cancel: z.array(line(1, 12)) }),
	/** Kind of personal data found → its name in Chinese. */
	kinds: z.record(z.string(), line(2, 24)),
	/** Days a draft lives. */
	draftDays: z.number().int().positive(),
	/** Days a withdrawn submission stays in the trash. */
	trashDays: z.number().int().positive(),
});
export type SurveyWording = z.infer<typeof surveyFile>;
