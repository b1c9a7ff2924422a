import { findPersonalData } from "./personal-data.ts";
import { judge, type RuleContext } from "./rules.ts";
import { parseSubmission } from "./schema.ts";
import type { Submission } from "./submission.ts";

export interface CheckResult {
	/** Whether it may be stored. */
	readonly ok: boolean;
	/** `schema:<field>`, `personal:<field>`, then R codes. */
	readonly errors: readonly string[];
	/** W codes. */
	readonly warnings: readonly string[];
	/** The parsed submission, when its shape is right (rules may still be broken). */
	readonly submission: Submission | null;
}

/** Free texts a person writes; each passes the personal-data filter. */
export const FREE_TEXT_FIELDS = ["orgName", "noOrgNote", "measure", "returnReason"] as const;

/** `personal:<field>` for each free text that speaks of a person. */
export function personalDataErrors(row: Partial<Submission>): string[] {
	return FREE_TEXT_FIELDS.filter((field) => {
		const value = row[field];
		const text = typeof value === "object" ? `${value.text}\n${value.ownerPost ?? ""}` : value;
		return text !== undefined && findPersonalData(text).length > 0;
	}).map((field) => `personal:${field}`);
}

/** What a submission is checked against, besides itself. */
export interface CheckContext extends RuleContext {
	/** Codes of the district's streets; absent means any. */
	readonly streets?: ReadonlySet<string> | undefined;
}

/** Shape, personal data and rules of one submission, alone or with what the ledger knows of it. */
export function checkSubmission(input: unknown, context: CheckContext = {}): CheckResult {
	const parsed = parseSubmission(input);
	const row = parsed.submission ?? parsed.wellFormed;
	const street =
		row.streetCode !== undefined && context.streets?.has(row.streetCode) === false
			? ["schema:streetCode"]
			: [];
	const { errors, warnings } = judge(row, context);
	const all = [...parsed.errors, ...street, ...personalDataErrors(row), ...errors];
	return { ok: all.length === 0, errors: all, warnings, submission: parsed.submission };
}
