import { hash } from "node:crypto";
import { z } from "zod";

/** What can happen to the ledger. */
export const AUDIT_ACTIONS = [
	"submitted",
	"conflict",
	"verified",
	"returned",
	"applied",
	"set-aside",
	"withdrawn",
	"purged",
	"quarantined",
	"recovered",
	"imported",
	"exported",
	"listed-small-counts",
	"published",
	"register-imported",
	"figures-entered",
	"reminded",
	"backed-up",
	"restored",
] as const;

/** What one entry says, before it is chained. Codes, ids and counts only: never a name or a text. */
const fact = z.strictObject({
	/** ISO instant. */
	at: z.iso.datetime({ offset: true }),
	action: z.enum(AUDIT_ACTIONS),
	/** Keyed reference of who did it, or `system`. */
	actor: z.string().regex(/^(system|[0-9a-f]{64})$/),
	quarter: z.string().max(10).optional(),
	orgCode: z.string().max(18).optional(),
	submissionId: z.string().max(26).optional(),
	revision: z.int().optional(),
	/** SHA-256 of the file that was written. */
	sha256: z.string().length(64).optional(),
	/** How many, for actions on many rows. */
	count: z.int().optional(),
	/** A short code, e.g. why a file was quarantined. */
	code: z.string().max(80).optional(),
});
export type AuditFact = z.infer<typeof fact>;

export const auditEntrySchema = fact.extend({
	/** 1 for the first entry ever, then one more each. */
	seq: z.int().min(1),
	/** Hash of the entry before; 64 zeros for the first. */
	previous: z.string().length(64),
	/** SHA-256 over `previous` and the entry itself. */
	hash: z.string().length(64),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** End of the chain: whoever has written it down can prove later that nothing before it was changed. */
export interface AuditHead {
	readonly seq: number;
	readonly hash: string;
}

export const EMPTY_HEAD: AuditHead = { seq: 0, hash: "0".repeat(64) };

/** Chains a fact to the entry before. */
export function chain(head: AuditHead, given: AuditFact): AuditEntry {
	const body = { seq: head.seq + 1, ...fact.parse(given), previous: head.hash };
	return { ...body, hash: hashOf(body) };
}

/** Whether `entry` follows `head` and is unchanged. */
export function follows(head: AuditHead, entry: AuditEntry): boolean {
	const { hash, ...body } = entry;
	return entry.seq === head.seq + 1 && entry.previous === head.hash && hash === hashOf(body);
}

/** Keys in alphabetical order, so that the hash does not depend on how a line was written. */
function hashOf(body: Omit<AuditEntry, "hash">): string {
	const canonical = JSON.stringify(Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1)));
	return hash("sha256", canonical);
}
