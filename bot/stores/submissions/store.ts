import type { Foldable, Row } from "../../../core/ledger/fold.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import type { RowKey } from "./layout.ts";

/** What became of a submission. Everything but `refused` is durable when the promise resolves. */
export type SubmitResult =
	/** Stored as the newest revision of its row. */
	| { readonly kind: "accepted"; readonly submission: Submission }
	/** The same submission was stored before; nothing was written. */
	| { readonly kind: "again"; readonly submission: Submission }
	/** Stored, but made from an outdated revision: staff decide. */
	| { readonly kind: "conflict"; readonly submission: Submission; readonly headRevision: number }
	| {
			readonly kind: "refused";
			/** `id-reused`: same submissionId, other content. `withdrawn`: this submission was withdrawn. */
			readonly reason: "id-reused" | "withdrawn";
	  };

export type WithdrawResult = "withdrawn" | "already" | "not-found" | "not-yours";

/** A decision of staff. */
export type StaffResult =
	| { readonly kind: "done"; readonly submission: Submission }
	| { readonly kind: "not-found" }
	/** Somebody stored a newer revision meanwhile: look again. */
	| { readonly kind: "changed"; readonly headRevision: number }
	| { readonly kind: "own-submission" }
	| { readonly kind: "wrong-state"; readonly state: Submission["state"] }
	| { readonly kind: "invalid"; readonly errors: readonly string[] };

/** Who does something, as written to the audit trail: a keyed reference, or `system`. */
export type Actor = string;

export interface Decision extends RowKey {
	/** Revision the person has seen; a newer one makes the result `changed`. */
	readonly revision: number;
	readonly actor: Actor;
	readonly at: string;
}

/** A file that was set aside because it could not be trusted. */
export interface Damage {
	/** Path below DATA_DIR. */
	readonly path: string;
	/** `json`, `name` (content and file name differ), or a `schema:<field>` code. */
	readonly why: string;
}

/** A row with some fields of its revisions, and those that a fold needs. */
export type RowWith<F extends keyof Submission> = Row<Foldable & Pick<Submission, F>>;

/** The durable ledger. All methods reject with `StorageError` when the disk fails; then nothing was acknowledged. */
export interface SubmissionStore {
	/**
	 * Stores a submission that passed `checkSubmission`. `revision` and `state` are set by the store; an absent
	 * `baseRevision` means the sender's own newest revision, if the newest is theirs.
	 */
	submit(submission: Submission): Promise<SubmitResult>;
	/** Moves all revisions of a submission to the trash, for its own sender only. */
	withdraw(submissionId: string, submitterRef: string, at: string): Promise<WithdrawResult>;
	/** Marks the newest revision as verified, optionally adding the organisation's number. */
	verify(decision: Decision & { readonly partyOrgId?: string | undefined }): Promise<StaffResult>;
	/** Gives the newest revision back to its sender. */
	giveBack(decision: Decision & { readonly reason: string }): Promise<StaffResult>;
	/** Ends a conflict: `apply` makes the waiting revision the newest one, `discard` sets it aside. */
	resolve(
		decision: Decision & { readonly submissionId: string; readonly choice: "apply" | "discard" },
	): Promise<StaffResult>;
	/** State of one organisation in one quarter. */
	row(key: RowKey): Promise<Row>;
	/** All rows of a quarter, by orgCode. */
	rows(quarter: string): Promise<readonly Row[]>;
	/** The same with only these fields of each revision, to be read field by field: of a large quarter many times as fast. */
	rowsWith<F extends keyof Submission>(quarter: string, fields: readonly F[]): Promise<readonly RowWith<F>[]>;
	/** Quarters that have submissions, oldest first. */
	quarters(): Promise<readonly string[]>;
	/** Newest verified revision of this sender before or in `quarter`: for prefill. */
	previousOf(submitterRef: string, quarter: string): Promise<Submission | null>;
	/** Verified, else newest, revision of an organisation in the quarter before: for W4. */
	lastQuarterOf(key: RowKey): Promise<Submission | null>;
	/** Other units of the quarter that name the same Party organisation: for W5. */
	otherUnits(key: RowKey, partyOrgId: string): Promise<number>;
	/** Files set aside since the store was opened. */
	damages(): readonly Damage[];
}

/** What staff may do with a ledger that others fill. */
export type StaffSubmissions = Omit<SubmissionStore, "submit" | "withdraw">;
