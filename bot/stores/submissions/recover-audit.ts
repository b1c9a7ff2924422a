import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { isCreditCode } from "../../../core/survey/credit-code.ts";
import { QUARTER_PATTERN } from "../../../core/survey/quarter.ts";
import type { AuditTrail } from "../audit/audit-trail.ts";
import { type Layout, parseRowEntry } from "./layout.ts";
import { listFolder } from "./quarter-index.ts";

/**
 * A crash between a file and its audit entry leaves a durable revision that the trail does
 * not know. Each gets an entry `recovered`. @returns how many.
 */
export async function recoverAudit(layout: Layout, audit: AuditTrail, at: string): Promise<number> {
	const known = await auditedRevisions(audit);
	let recovered = 0;
	for (const quarter of listFolder(layout.submissions)) {
		if (!QUARTER_PATTERN.test(quarter)) continue;
		for (const orgCode of listFolder(join(layout.submissions, quarter))) {
			if (!isCreditCode(orgCode)) continue;
			const folder = join(layout.submissions, quarter, orgCode);
			for (const name of listFolder(folder)) {
				const entry = parseRowEntry(name);
				if (entry.kind !== "revision" || known.has(`${entry.submissionId}.${entry.revision}`)) continue;
				const { submissionId, revision } = entry;
				const sha256 = createHash("sha256")
					.update(await readFile(join(folder, name)))
					.digest("hex");
				const fact = { action: "recovered", actor: "system", at } as const;
				await audit.append({ ...fact, quarter, orgCode, submissionId, revision, sha256 });
				recovered++;
			}
		}
	}
	return recovered;
}

/** What of an entry says which revision it is about; the whole entry need not be checked here. */
const entryKey = z.object({ submissionId: z.string(), revision: z.int() });

/** `<submissionId>.<revision>` of every revision the trail knows. */
async function auditedRevisions(audit: AuditTrail): Promise<ReadonlySet<string>> {
	const known = new Set<string>();
	for (const { text } of await audit.lines()) {
		try {
			const { submissionId, revision } = entryKey.parse(JSON.parse(text));
			known.add(`${submissionId}.${revision}`);
		} catch {
			// An entry about something else, or a damaged line: that is the business of `ledger audit`.
		}
	}
	return known;
}
