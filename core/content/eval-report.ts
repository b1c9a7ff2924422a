import { z } from "zod";
import { isoDate, line } from "./common.ts";

/** One figure of an evaluation: `right` of `of`, printed as a share with both numbers. */
const measure = z.strictObject({
	/** What was judged, e.g. `结论正确`. */
	label: line(2, 30),
	right: z.number().int().nonnegative(),
	of: z.number().int().nonnegative(),
	/** How it was judged. */
	note: line(2, 160).optional(),
});

/**
 * `office/eval-report.json`: what the assistant got right on written question sets.
 * `npm run eval` writes it; `/about/accuracy/` prints it.
 */
export const evalReport = z.strictObject({
	/** Day of the run. */
	madeOn: isoDate,
	/** `version` of the knowledge it ran on. */
	knowledgeVersion: z.string().min(1).optional(),
	sets: z
		.array(
			z.strictObject({
				title: line(2, 40),
				/** Where the questions come from. */
				about: line(4, 200),
				measures: z.array(measure).min(1),
			}),
		)
		.min(1),
	/** What it is known to get wrong. */
	weaknesses: z.array(line(4, 200)).default([]),
});
export type EvalReport = z.infer<typeof evalReport>;
