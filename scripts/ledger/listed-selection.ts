import { createHash } from "node:crypto";
import type { StaffSubmissions } from "../../bot/stores/submissions/store.ts";
import { judgeMany } from "../../bot/submissions/judge-many.ts";
import type { Row } from "../../core/ledger/fold.ts";
import { checkSubmission } from "../../core/survey/check.ts";
import type { Submission } from "../../core/survey/submission.ts";
import type { Office } from "./office.ts";
import { isSmall } from "./words.ts";

/** Why a submission has to be looked at by itself. */
export type Apart =
	/** Its submitter is the one who would verify it. */
	| { readonly why: "own" }
	/** Another revision waits for a decision. */
	| { readonly why: "conflict" }
	/** Its counts are hidden in lists, so nobody has seen them. */
	| { readonly why: "small" }
	/** Rules it breaks, e.g. a missing 党组织编号. */
	| { readonly why: "errors"; readonly codes: readonly string[] }
	/** Remarks nobody has accepted. */
	| { readonly why: "warnings"; readonly codes: readonly string[] };

/** A selection as it was listed for somebody: what can be verified together, and what cannot. */
export interface Listed {
	readonly ready: readonly Submission[];
	readonly apart: readonly (Apart & { readonly row: Submission })[];
	/** Changes when any revision in `ready` changes: who verifies says which list was read. */
	readonly id: string;
}

/**
 * Sorts the submissions that wait into those that one look can verify and those that need one of their own.
 * @param accepted W codes the person has judged for this selection.
 */
export async function listForVerification(
	rows: readonly Row[],
	actor: string,
	accepted: ReadonlySet<string>,
	store: Pick<StaffSubmissions, "rows">,
	office: Office,
): Promise<Listed> {
	const waiting = rows.flatMap(({ head, conflicts }) =>
		head?.state === "submitted" ? [{ head, conflicts }] : [],
	);
	const judged = await judgeMany(
		waiting.map(({ head }) => head),
		office,
		store,
	);
	const ready: Submission[] = [];
	const apart: (Apart & { readonly row: Submission })[] = [];
	for (const [at, { head: row, conflicts }] of waiting.entries()) {
		const strict = checkSubmission({ ...row, state: "verified" }, { verifying: true }).errors;
		const errors = [...new Set([...(judged[at]?.errors ?? []), ...strict])];
		const warnings = (judged[at]?.warnings ?? []).filter((code) => !accepted.has(code));
		if (row.submitterRef === actor) apart.push({ row, why: "own" });
		else if (conflicts.length > 0) apart.push({ row, why: "conflict" });
		else if (isSmall(row)) apart.push({ row, why: "small" });
		else if (errors.length > 0) apart.push({ row, why: "errors", codes: errors });
		else if (warnings.length > 0) apart.push({ row, why: "warnings", codes: warnings });
		else ready.push(row);
	}
	const names = ready.map(({ submissionId, revision }) => `${submissionId}.r${revision}\n`);
	return { ready, apart, id: createHash("sha256").update(names.join("")).digest("hex").slice(0, 8) };
}

/** Submissions verified at the same time: they share the fsyncs of the audit trail. */
const TOGETHER = 64;

/** Verifies what was listed, each in the revision that was listed. @returns what could not be, because it changed meanwhile. */
export async function verifyAll(
	ready: readonly Submission[],
	actor: string,
	store: Pick<StaffSubmissions, "verify">,
	progress: (done: number) => void = () => undefined,
): Promise<readonly Submission[]> {
	const left: Submission[] = [];
	for (let from = 0; from < ready.length; from += TOGETHER) {
		const some = ready.slice(from, from + TOGETHER);
		const at = new Date().toISOString();
		const results = await Promise.all(
			some.map(({ quarter, orgCode, revision }) => store.verify({ quarter, orgCode, revision, actor, at })),
		);
		left.push(...some.filter((_, index) => results[index]?.kind !== "done"));
		progress(from + some.length);
	}
	return left;
}
