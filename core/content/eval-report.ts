import { z } from "zod";
import { isoDate } from "./common.ts";

/** `right` of `of`; the share is computed where it is printed. */
const score = z.object({ right: z.number().int().nonnegative(), of: z.number().int().nonnegative() });

/**
 * `office/eval-report.json`: what the assistant got right on written question sets.
 * `npm run eval` writes it; `/about/accuracy/` prints it. Fields that the page does not print are ignored.
 */
export const evalReport = z.object({
	/** Day of the run. */
	date: isoDate,
	/** Version of the content that was measured. */
	version: z.string(),
	sets: z
		.array(
			z.object({
				name: z.string(),
				/** Where the questions come from, a few words. */
				about: z.string(),
				/** Number of questions. */
				n: z.number().int().nonnegative(),
				/** Right conclusions among formation questions. */
				outcome: score,
				/** Wrong conclusions given without a question or a reservation. */
				confidentlyWrong: score,
				/** Right guide among questions on a procedure. */
				topic: score,
				/** Refused what must be refused. */
				refusal: score,
				/** Full and probationary members counted rightly. */
				members: score,
				/** Classes with an error, with the number of questions. */
				errors: z.array(z.object({ expected: z.string(), got: z.string(), n: z.number().int().positive() })),
			}),
		)
		.min(1),
});
export type EvalReport = z.infer<typeof evalReport>;
