import { z } from "zod";
import { OUTCOME_CODES } from "../content/vocabulary.ts";
import { profileLine } from "./profile-schema.ts";

/** `content/rules/formation.matrix.yaml`: reviewed samples that pin the table's conclusions. */
export const matrixFile = z.strictObject({
	/** Mutation score of the samples, written by `npm run rules:check -- --score`. */
	score: z.strictObject({
		/** Tables that differ from the published one in one cell. */
		mutants: z.number().int().nonnegative(),
		/** Those that change no conclusion for any input. */
		equivalent: z.number().int().nonnegative(),
		/** Those that at least one sample notices. */
		killed: z.number().int().nonnegative(),
	}),
	samples: z
		.array(
			z.strictObject({
				row: z.string().regex(/^R\d{2}$/, "行号写成 R05"),
				/** Outcome code, or `ask` and the slot that is asked for. */
				conclusion: z.enum([...OUTCOME_CODES, "ask fullMembers", "ask durationMonths", "ask support"]),
				given: profileLine,
			}),
		)
		.min(1),
});
export type Matrix = z.infer<typeof matrixFile>;
