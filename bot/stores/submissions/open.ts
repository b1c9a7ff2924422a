import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Submission } from "../../../core/survey/submission.ts";
import { AuditTrail } from "../audit/audit-trail.ts";
import { asStorageError } from "../storage-error.ts";
import { FileSubmissionStore } from "./file-store.ts";
import { finishImports, importBatch, type Progress } from "./import-batch.ts";
import { layout } from "./layout.ts";
import { listFolder } from "./quarter-index.ts";
import { recoverAudit } from "./recover-audit.ts";
import type { StaffSubmissions, SubmissionStore, SubmitResult } from "./store.ts";
import { type Swept, sweep } from "./sweep.ts";
import { purgeTrash } from "./trash.ts";
import { cutOffWriters, markWriter, removeMarks } from "./writer-mark.ts";

export interface OpenedStore {
	readonly submissions: SubmissionStore;
	readonly audit: AuditTrail;
	readonly swept: Swept;
	/** Revisions that a crash had left without an audit entry; they have one now. */
	readonly recovered: number;
	/** Rows of imports that a crash had cut off; they are stored now. */
	readonly finished: number;
	/** Erases trash that is old enough; a service that runs for months calls it now and then. @returns how many submissions. */
	readonly purge: (now: number) => Promise<number>;
	/** Stores many submissions, all or none, also when the machine fails in the middle. */
	readonly importBatch: (
		submissions: readonly Submission[],
		progress?: Progress,
	) => Promise<readonly SubmitResult[]>;
}

/**
 * Opens the ledger below `dataDir` for writing: sweeps what a crash left behind, purges old
 * trash, and makes up audit entries that are missing. Several processes may have it open.
 * @throws StorageError when the folder cannot be written.
 */
export async function openSubmissionStore(
	dataDir: string,
	{ trashDays, now = Date.now() }: { readonly trashDays: number; readonly now?: number },
): Promise<OpenedStore> {
	const paths = layout(dataDir);
	const audit = new AuditTrail(join(paths.root, "audit"));
	try {
		await mkdir(paths.submissions, { recursive: true, mode: 0o700 });
		const cutOff = cutOffWriters(paths);
		await markWriter(paths);
		const swept = await sweep(paths);
		const purge = async (at: number) => {
			const purged = await purgeTrash(paths, at, trashDays);
			const fact = { action: "purged", actor: "system", at: new Date(at).toISOString() } as const;
			for (const { key, submissionId } of purged) await audit.append({ ...fact, ...key, submissionId });
			return purged.length;
		};
		await purge(now);
		const batch = new FileSubmissionStore(paths, audit, swept.ids, { durable: false });
		const finished = await finishImports(paths, batch);
		const recovered = await recoverAudit(paths, audit, new Date(now).toISOString());
		removeMarks(paths, cutOff);
		return {
			submissions: new FileSubmissionStore(paths, audit, swept.ids),
			audit,
			swept,
			recovered,
			finished,
			purge,
			importBatch: (submissions, progress) => importBatch(paths, batch, submissions, progress),
		};
	} catch (error) {
		throw asStorageError(error);
	}
}

/** What staff do with a ledger that others fill: decide on rows, record. */
export interface StaffStore {
	readonly submissions: StaffSubmissions;
	readonly audit: AuditTrail;
}

/**
 * Opens the ledger for a decision of staff. It sweeps everything, as `openSubmissionStore` does, only when a writer
 * was cut off or an import is unfinished: on a large ledger a single decision would otherwise take seconds.
 * @throws StorageError when the folder cannot be written.
 */
export async function openForStaff(
	dataDir: string,
	options: { readonly trashDays: number; readonly now?: number },
): Promise<StaffStore> {
	const paths = layout(dataDir);
	if (cutOffWriters(paths).length > 0 || listFolder(paths.imports).length > 0)
		return openSubmissionStore(dataDir, options);
	try {
		await mkdir(paths.submissions, { recursive: true, mode: 0o700 });
		await markWriter(paths);
	} catch (error) {
		throw asStorageError(error);
	}
	return openForReading(dataDir);
}

/** Opens the ledger without touching anything: for lists and checks. */
export function openForReading(dataDir: string): Pick<OpenedStore, "submissions" | "audit"> {
	const paths = layout(dataDir);
	const audit = new AuditTrail(join(paths.root, "audit"));
	return { submissions: new FileSubmissionStore(paths, audit, new Map()), audit };
}
