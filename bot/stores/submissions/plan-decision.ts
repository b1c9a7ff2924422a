import { checkSubmission } from "../../../core/survey/check.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { foldFiles, type Plan } from "./plan-submit.ts";
import type { RowFiles } from "./read-row.ts";
import type { Decision, StaffResult } from "./store.ts";

/** Verifies the newest revision: not by its submitter, and only when nothing contradicts. */
export function planVerify(
	decision: Decision & { readonly partyOrgId?: string | undefined },
	files: RowFiles,
): Plan<StaffResult> {
	return planOnHead(decision, files, ["submitted"], (head) => {
		if (head.submitterRef === decision.actor) return { kind: "own-submission" };
		const { partyOrgId = head.partyOrgId } = decision;
		const verified = {
			...head,
			...(partyOrgId === undefined ? {} : { partyOrgId }),
			state: "verified" as const,
		};
		const { errors } = checkSubmission(verified, { verifying: true });
		return errors.length > 0 ? { kind: "invalid", errors } : verified;
	});
}

/** Returns the newest revision to its sender with a reason. */
export function planGiveBack(
	decision: Decision & { readonly reason: string },
	files: RowFiles,
): Plan<StaffResult> {
	return planOnHead(decision, files, ["submitted", "verified"], (head) => {
		const returned = { ...head, state: "returned" as const, returnReason: decision.reason };
		const errors = checkSubmission(returned).errors.filter((code) => code.endsWith(":returnReason"));
		return errors.length > 0 ? { kind: "invalid", errors } : returned;
	});
}

/** Applies a waiting revision on top of the newest one, or sets it aside. */
export function planResolve(
	decision: Decision & { readonly submissionId: string; readonly choice: "apply" | "discard" },
	files: RowFiles,
): Plan<StaffResult> {
	const row = foldFiles(decision, files);
	const waiting = row.conflicts.filter((one) => one.submissionId === decision.submissionId).at(-1);
	if (waiting === undefined) return answer({ kind: "not-found" });
	// 0: everything that stood was withdrawn meanwhile; what waits is to be decided all the same.
	const standing = row.head?.revision ?? 0;
	if (standing !== decision.revision) return answer({ kind: "changed", headRevision: standing });
	const revision = row.nextRevision;
	const baseRevision = row.head?.revision ?? row.topRevision;
	const stored: Submission =
		decision.choice === "apply"
			? { ...waiting, revision, ...(baseRevision === null ? {} : { baseRevision }), state: "submitted" }
			: { ...waiting, revision, baseRevision: waiting.revision, state: "superseded" };
	return { write: stored, result: { kind: "done", submission: stored } };
}

function planOnHead(
	decision: Decision,
	files: RowFiles,
	states: readonly Submission["state"][],
	make: (head: Submission) => Submission | Exclude<StaffResult, { kind: "done" }>,
): Plan<StaffResult> {
	const row = foldFiles(decision, files);
	if (row.head === null) return answer({ kind: "not-found" });
	if (row.head.revision !== decision.revision) {
		return answer({ kind: "changed", headRevision: row.head.revision });
	}
	if (!states.includes(row.head.state)) return answer({ kind: "wrong-state", state: row.head.state });
	const made = make(row.head);
	if ("kind" in made) return answer(made);
	const stored = { ...made, revision: row.nextRevision, baseRevision: row.head.revision };
	return { write: stored, result: { kind: "done", submission: stored } };
}

function answer(result: StaffResult): Plan<StaffResult> {
	return { write: null, result };
}
