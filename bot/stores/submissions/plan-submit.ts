import { foldRow, type Row } from "../../../core/ledger/fold.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import type { RowKey } from "./layout.ts";
import type { RowFiles } from "./read-row.ts";
import { sameContent } from "./same-content.ts";
import type { SubmitResult } from "./store.ts";

/** What to do with a row: answer at once, or write one more revision and answer then. */
export type Plan<T> =
	| { readonly write: null; readonly result: T }
	| { readonly write: Submission; readonly result: T };

export function foldFiles(key: RowKey, files: RowFiles): Row {
	return foldRow(key.quarter, key.orgCode, files.revisions, files.ghosts);
}

/** Decides what becomes of a submission, given everything its row holds. */
export function planSubmit(submission: Submission, files: RowFiles): Plan<SubmitResult> {
	const { submissionId } = submission;
	if (files.tombstones.some((tombstone) => tombstone.submissionId === submissionId)) {
		return { write: null, result: { kind: "refused", reason: "withdrawn" } };
	}
	const earlier = files.revisions
		.filter((revision) => revision.submissionId === submissionId)
		.sort((a, b) => a.revision - b.revision)[0];
	if (earlier !== undefined) {
		return sameContent(earlier, submission)
			? { write: null, result: { kind: "again", submission: earlier } }
			: { write: null, result: { kind: "refused", reason: "id-reused" } };
	}
	const row = foldFiles(submission, files);
	const { baseRevision: given, ...rest } = submission;
	const base = baseFor(row, given, submission.submitterRef);
	const stored: Submission = {
		...rest,
		revision: row.nextRevision,
		...(base === undefined ? {} : { baseRevision: base }),
		state: "submitted",
	};
	const accepted = row.topRevision === null || base === row.topRevision || base === row.head?.revision;
	return {
		write: stored,
		result: accepted
			? { kind: "accepted", submission: stored }
			: { kind: "conflict", submission: stored, headRevision: row.head?.revision ?? row.topRevision ?? 0 },
	};
}

/** The revision a submission replaces: as stated, else the sender's own newest one. */
function baseFor(row: Row, given: number | undefined, submitterRef: string): number | undefined {
	if (row.topRevision === null) return undefined;
	if (given !== undefined && given < row.nextRevision) return given;
	if (row.head === null) return row.topRevision;
	return row.head.submitterRef === submitterRef ? row.head.revision : undefined;
}
