import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { foldRow } from "../../../core/ledger/fold.ts";
import { checkSubmission } from "../../../core/survey/check.ts";
import { isCreditCode } from "../../../core/survey/credit-code.ts";
import { QUARTER_PATTERN } from "../../../core/survey/quarter.ts";
import { REF_KEY_FILE } from "../../reference.ts";
import { AuditTrail } from "../audit/audit-trail.ts";
import type { AuditEntry } from "../audit/chain.ts";
import { verifyAudit } from "../audit/verify.ts";
import { type Layout, layout, parseRowEntry, revisionName } from "../submissions/layout.ts";
import { listFolder } from "../submissions/quarter-index.ts";
import { readRowFiles } from "../submissions/read-row.ts";
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

interface Audited {
	readonly sha256: string;
	readonly where: string;
	/** Withdrawn or quarantined later: its absence is right. */
	readonly gone: boolean;
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

async function examineRow(
	paths: Layout,
	quarter: string,
	orgCode: string,
	audited: ReadonlyMap<string, Audited>,
	seen: Map<string, string>,
	findings: Finding[],
): Promise<number> {
	const row = `submissions/${quarter}/${orgCode}`;
	const folder = join(paths.submissions, quarter, orgCode);
	const files = readRowFiles(folder, { quarter, orgCode });
	for (const { name, why } of files.damaged) {
		findings.push({ level: "error", code: "damaged", where: `${row}/${name}`, detail: why });
	}
	for (const name of files.foreign)
		findings.push({ level: "warning", code: "foreign", where: `${row}/${name}` });
	const withdrawn = new Set(files.tombstones.map(({ submissionId }) => submissionId));
	for (const name of await readdir(folder)) {
		const entry = parseRowEntry(name);
		if (entry.kind === "temporary" || entry.kind === "claim") {
			findings.push({ level: "note", code: "temporary", where: `${row}/${name}` });
		}
		if (entry.kind !== "revision") continue;
		if (withdrawn.has(entry.submissionId)) {
			findings.push({ level: "warning", code: "withdrawn-left", where: `${row}/${name}` });
		}
		const known = audited.get(name);
		const sha256 = createHash("sha256")
			.update(await readFile(join(folder, name)))
			.digest("hex");
		if (known === undefined)
			findings.push({ level: "warning", code: "not-audited", where: `${row}/${name}` });
		else if (known.sha256 !== sha256) {
			findings.push({ level: "error", code: "changed-since-audit", where: `${row}/${name}` });
		}
	}
	const numbers = new Set<number>();
	for (const submission of files.revisions) {
		const { revision, submissionId } = submission;
		if (numbers.has(revision)) {
			findings.push({ level: "warning", code: "same-revision", where: row, detail: String(revision) });
		}
		numbers.add(revision);
		const other = seen.get(submissionId);
		if (other !== undefined && other !== row) {
			findings.push({ level: "error", code: "same-id", where: row, detail: other });
		}
		seen.set(submissionId, row);
		seen.set(revisionName(submissionId, revision), row);
		const { errors } = checkSubmission(submission, { verifying: submission.state === "verified" });
		if (errors.length > 0) {
			const where = `${row}/${revisionName(submissionId, revision)}`;
			findings.push({ level: "error", code: "rules", where, detail: errors.join(" ") });
		}
	}
	const { conflicts } = foldRow(quarter, orgCode, files.revisions, files.ghosts);
	if (conflicts.length > 0) {
		findings.push({ level: "note", code: "conflict", where: row, detail: String(conflicts.length) });
	}
	return files.revisions.length;
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
