import type { AuditTrail } from "./audit-trail.ts";
import { type AuditEntry, type AuditHead, auditEntrySchema, EMPTY_HEAD, follows } from "./chain.ts";

export interface AuditReport {
	readonly entries: readonly AuditEntry[];
	readonly head: AuditHead;
	/** Places where the chain does not hold; empty when it does. */
	readonly breaks: readonly {
		readonly file: string;
		readonly line: number;
		readonly why: "unreadable" | "chain";
	}[];
	/** Whether the head asked for is part of the chain; null when none was asked for. */
	readonly containsExpected: boolean | null;
}

/**
 * Recomputes the whole chain. `expected` is a head printed earlier (in a quarterly report):
 * if it is missing, entries were removed or rewritten since.
 */
export async function verifyAudit(trail: AuditTrail, expected?: string): Promise<AuditReport> {
	let head = EMPTY_HEAD;
	const entries: AuditEntry[] = [];
	const breaks: { file: string; line: number; why: "unreadable" | "chain" }[] = [];
	for (const { file, line, text } of await trail.lines()) {
		const entry = parseEntry(text);
		if (entry === null) {
			breaks.push({ file, line, why: "unreadable" });
			continue;
		}
		if (!follows(head, entry)) breaks.push({ file, line, why: "chain" });
		head = { seq: entry.seq, hash: entry.hash };
		entries.push(entry);
	}
	const containsExpected =
		expected === undefined ? null : entries.some((entry) => entry.hash === expected.toLowerCase());
	return { entries, head, breaks, containsExpected };
}

function parseEntry(text: string): AuditEntry | null {
	try {
		return auditEntrySchema.parse(JSON.parse(text));
	} catch {
		return null;
	}
}
