import type { Submission } from "../../../core/survey/submission.ts";

/**
 * Fields that the store or the moment of sending sets. A redelivered submission may differ
 * in them and is still the same.
 */
const SET_ON_ARRIVAL: ReadonlySet<string> = new Set([
	"revision",
	"baseRevision",
	"submittedAt",
	"state",
	"returnReason",
]);

/** Whether two submissions say the same, whatever the order of their keys. */
export function sameContent(a: Submission, b: Submission): boolean {
	return canonical(a) === canonical(b);
}

/** Fields that tell who sent it and how. */
const SENDER: ReadonlySet<string> = new Set(["submissionId", "channel", "submitterRef", "consentVersion"]);

/** Whether two submissions state the same facts about the unit, whoever sent them. */
export function saysTheSame(a: Submission, b: Submission): boolean {
	return canonical(a, SENDER) === canonical(b, SENDER);
}

function canonical(submission: Submission, besides: ReadonlySet<string> = new Set()): string {
	const entries = Object.entries(submission)
		.filter(([key, value]) => !SET_ON_ARRIVAL.has(key) && !besides.has(key) && value !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1));
	return JSON.stringify(entries, (_key, value: unknown) =>
		typeof value === "object" && value !== null && !Array.isArray(value)
			? Object.fromEntries(
					Object.entries(value)
						.filter(([, inner]) => inner !== undefined)
						.sort(([x], [y]) => (x < y ? -1 : 1)),
				)
			: value,
	);
}
