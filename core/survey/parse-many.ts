import { UNLIKE_FIELDS } from "./fields.ts";
import {
	FIELD_SCHEMAS,
	JOINT_RULES,
	type ParsedSubmission,
	parseSubmission,
	SUBMISSION_FIELDS,
} from "./schema.ts";
import type { Submission } from "./submission.ts";

/** So many values of a field are remembered: the streets, the days of a quarter, counts. */
const REMEMBERED = 5_000;

/** What was seen of one field. Every value here stays as it is when it is parsed. */
interface Seen {
	readonly field: keyof Submission;
	readonly required: boolean;
	last: unknown;
	/** Null for fields of which only the last is worth remembering. */
	readonly earlier: Set<unknown> | null;
}

/**
 * A `parseSubmission` for reading a whole ledger: a value that was good before is good again, and a revision
 * repeats most of the one before. Several times as fast. Whatever is not plainly right is left to
 * `parseSubmission`; what is, is returned as it came.
 */
export function rememberingParser(): (input: unknown) => ParsedSubmission {
	const fields = SUBMISSION_FIELDS.map(
		(field): Seen => ({
			field,
			required: !FIELD_SCHEMAS[field].safeParse(undefined).success,
			last: undefined,
			earlier: UNLIKE_FIELDS.has(field) ? null : new Set(),
		}),
	);
	return (input) =>
		isPlainlyRight(input, fields)
			? { submission: input, wellFormed: input, errors: [] }
			: parseSubmission(input);
}

/** Whether every field is there and in its normal form, there is no other key, and the fields fit together. */
function isPlainlyRight(input: unknown, fields: readonly Seen[]): input is Submission {
	if (typeof input !== "object" || input === null || Array.isArray(input)) return false;
	const given = input as Readonly<Record<string, unknown>>;
	let keys = Object.keys(given).length;
	for (const seen of fields) {
		const value = given[seen.field];
		if (value === undefined) {
			if (seen.required) return false;
			continue;
		}
		if (value !== seen.last && !isGood(value, seen)) return false;
		keys--;
	}
	return keys === 0 && JOINT_RULES.every(({ holds }) => holds(given as unknown as Submission));
}

function isGood(value: unknown, seen: Seen): boolean {
	if (seen.earlier?.has(value) !== true) {
		const { success, data } = FIELD_SCHEMAS[seen.field].safeParse(value);
		if (!success || (data !== value && JSON.stringify(data) !== JSON.stringify(value))) return false;
		// Objects are new each time they are read: there is nothing to know them by that a text could not pretend to be.
		if (typeof value !== "object" && (seen.earlier?.size ?? REMEMBERED) < REMEMBERED)
			seen.earlier?.add(value);
	}
	seen.last = value;
	return true;
}
