import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { foldRow } from "../../../core/ledger/fold.ts";
import { checkSubmission } from "../../../core/survey/check.ts";
import { type Layout, parseRowEntry, revisionName } from "../submissions/layout.ts";
import { readRowFiles } from "../submissions/read-row.ts";
import type { Finding } from "./finding.ts";

/** What the trail knows of a file. */
export interface Audited {
	readonly sha256: string;
	readonly where: string;
	/** Withdrawn or quarantined later: its absence is right. */
	readonly gone: boolean;
}

/** Examines what lies in one row's folder, against the audit trail and the rules. @returns how many revisions are good. */
export async function examineRow(
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
	const damaged = new Set(files.damaged.map(({ name }) => name));
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
		seen.set(name, row);
		if (damaged.has(name)) continue;
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
