import { existsSync } from "node:fs";
import { stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { isCreditCode } from "../../../core/survey/credit-code.ts";
import { QUARTER_PATTERN } from "../../../core/survey/quarter.ts";
import { REF_KEY_FILE } from "../../reference.ts";
import { AuditTrail } from "../audit/audit-trail.ts";
import type { AuditEntry } from "../audit/chain.ts";
import { verifyAudit } from "../audit/verify.ts";
import { type Layout, layout, revisionName } from "../submissions/layout.ts";
import { listFolder } from "../submissions/quarter-index.ts";
import { type Audited, examineRow } from "./examine-row.ts";
import type { Finding } from "./finding.ts";

const DAY_MS = 24 * 3600 * 1000;
/** Room that should be left on the disk. */
const ROOM_BYTES = 200 * 1024 * 1024;

export interface Examination {
	readonly findings: readonly Finding[];
	readonly rows: number;
	readonly revisions: number;
	readonly auditEntries: number;
	readonly auditHead: string;
}

/**
 * Looks at everything below DATA_DIR and changes nothing: every file, every rule, the audit
 * chain against the files, what should have been cleaned up, permissions, room on the disk.
 */
export async function examine(
	dataDir: string,
	{ trashDays, now = Date.now() }: { readonly trashDays: number; readonly now?: number },
): Promise<Examination> {
	const paths = layout(dataDir);
	const findings: Finding[] = [];
	if (!existsSync(paths.submissions)) {
		findings.push({ level: "warning", code: "no-ledger", where: "submissions" });
		return { findings, rows: 0, revisions: 0, auditEntries: 0, auditHead: "" };
	}
	const report = await verifyAudit(new AuditTrail(join(paths.root, "audit")));
	for (const { file, line, why } of report.breaks) {
		const code = why === "chain" ? "audit-broken" : "audit-unreadable";
		findings.push({ level: "error", code, where: `audit/${file}`, detail: String(line) });
	}
	const audited = hashesOf(report.entries);
	const seen = new Map<string, string>();
	let rows = 0;
	let revisions = 0;
	for (const quarter of listFolder(paths.submissions)) {
		if (!QUARTER_PATTERN.test(quarter)) {
			findings.push({ level: "warning", code: "foreign", where: `submissions/${quarter}` });
			continue;
		}
		for (const orgCode of listFolder(join(paths.submissions, quarter))) {
			if (!isCreditCode(orgCode)) {
				findings.push({ level: "warning", code: "foreign", where: `submissions/${quarter}/${orgCode}` });
				continue;
			}
			rows++;
			revisions += await examineRow(paths, quarter, orgCode, audited, seen, findings);
		}
	}
	for (const [name, { where, gone }] of audited) {
		if (!gone && !seen.has(name)) findings.push({ level: "error", code: "missing-since-audit", where });
	}
	await examineLeftovers(paths, trashDays, now, findings);
	await examineSurroundings(paths, findings);
	return {
		findings,
		rows,
		revisions,
		auditEntries: report.entries.length,
		auditHead: report.head.hash,
	};
}

/** File name → hash when it was written, by the trail. */
function hashesOf(entries: readonly AuditEntry[]): ReadonlyMap<string, Audited> {
	const gone = new Set(
		entries.filter(({ action }) => action === "withdrawn").map(({ submissionId }) => submissionId),
	);
	const quarantined = new Set(
		entries
			.filter(({ action }) => action === "quarantined")
			.map(({ submissionId, revision }) => `${submissionId}.${revision}`),
	);
	const result = new Map<string, Audited>();
	for (const { submissionId, revision, sha256, quarter, orgCode } of entries) {
		if (submissionId === undefined || revision === undefined || sha256 === undefined) continue;
		const row = `${quarter}/${orgCode}`;
		const name = revisionName(submissionId, revision);
		const where = `submissions/${row}/${name}`;
		result.set(name, {
			sha256,
			where,
			gone: gone.has(submissionId) || quarantined.has(`${submissionId}.${revision}`),
		});
	}
	return result;
}

async function examineLeftovers(
	paths: Layout,
	trashDays: number,
	now: number,
	findings: Finding[],
): Promise<void> {
	for (const quarter of listFolder(paths.trash)) {
		for (const orgCode of listFolder(join(paths.trash, quarter))) {
			for (const name of listFolder(join(paths.trash, quarter, orgCode))) {
				const { ctimeMs } = await stat(join(paths.trash, quarter, orgCode, name));
				if (now - ctimeMs < (trashDays + 1) * DAY_MS) continue;
				findings.push({
					level: "warning",
					code: "trash-overdue",
					where: `trash/${quarter}/${orgCode}/${name}`,
				});
			}
		}
	}
	for (const quarter of listFolder(paths.quarantine)) {
		for (const orgCode of listFolder(join(paths.quarantine, quarter))) {
			for (const name of listFolder(join(paths.quarantine, quarter, orgCode))) {
				findings.push({
					level: "warning",
					code: "quarantined",
					where: `quarantine/${quarter}/${orgCode}/${name}`,
				});
			}
		}
	}
}

async function examineSurroundings(paths: Layout, findings: Finding[]): Promise<void> {
	const key = join(paths.root, REF_KEY_FILE);
	if (!existsSync(key)) findings.push({ level: "note", code: "no-key", where: REF_KEY_FILE });
	for (const path of [paths.submissions, key, join(paths.root, "audit"), join(paths.root, "contacts")]) {
		if (process.platform === "win32" || !existsSync(path)) continue;
		const { mode } = await stat(path);
		if ((mode & 0o077) !== 0) {
			findings.push({
				level: "warning",
				code: "readable-by-others",
				where: path.slice(paths.root.length + 1),
			});
		}
	}
	const { bavail, bsize } = await statfs(paths.root);
	if (bavail * bsize < ROOM_BYTES) {
		const detail = String(Math.round((bavail * bsize) / 1024 / 1024));
		findings.push({ level: "warning", code: "disk-nearly-full", where: ".", detail });
	}
}
