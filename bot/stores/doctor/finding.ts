/** One thing the doctor found. `code` has its explanation and remedy in `scripts/ledger/doctor-words.ts`. */
export interface Finding {
	readonly level: "error" | "warning" | "note";
	readonly code:
		| "no-ledger"
		| "damaged"
		| "foreign"
		| "temporary"
		| "changed-since-audit"
		| "missing-since-audit"
		| "not-audited"
		| "audit-broken"
		| "audit-unreadable"
		| "same-revision"
		| "same-id"
		| "rules"
		| "conflict"
		| "withdrawn-left"
		| "trash-overdue"
		| "quarantined"
		| "readable-by-others"
		| "no-key"
		| "disk-nearly-full";
	/** Path below DATA_DIR, or the row, the finding is about. */
	readonly where: string;
	/** A code, a number or a list of codes. */
	readonly detail?: string;
}
