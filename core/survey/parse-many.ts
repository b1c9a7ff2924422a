import { PLAIN_VALUES } from "./plain-values.ts";
import { rememberingCheck } from "./remembered.ts";
import { FIELD_SCHEMAS, JOINT_RULES, type ParsedSubmission, parseSubmission } from "./schema.ts";
import type { Submission } from "./submission.ts";

/**
 * A `parseSubmission` for reading a whole ledger: a revision repeats most of the one before. Whatever is not plainly
 * right is left to `parseSubmission`; what is, is returned as it came.
 */
export function rememberingParser(): (input: unknown) => ParsedSubmission {
	const isWellFormed = rememberingCheck(FIELD_SCHEMAS, PLAIN_VALUES);
	const isPlainlyRight = (input: unknown): input is Submission =>
		isWellFormed(input) && JOINT_RULES.every(({ holds }) => holds(input as Submission));
	return (input) =>
		isPlainlyRight(input) ? { submission: input, wellFormed: input, errors: [] } : parseSubmission(input);
}
