import type { Row } from "../../../core/ledger/fold.ts";
import { previousQuarter, QUARTER_PATTERN } from "../../../core/survey/quarter.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import type { AuditTrail } from "../audit/audit-trail.ts";
import type { AuditFact } from "../audit/chain.ts";
import { asStorageError } from "../storage-error.ts";
import { type Layout, parseRowEntry, type RowKey, rowFolder } from "./layout.ts";
import { planGiveBack, planResolve, planVerify } from "./plan-decision.ts";
import { foldFiles, type Plan, planSubmit } from "./plan-submit.ts";
import { quarantine } from "./quarantine.ts";
import { listFolder, QuarterIndex, type QuarterRows } from "./quarter-index.ts";
import { type RowFiles, readRowFiles } from "./read-row.ts";
import type { DamagedFile } from "./read-slices.ts";
import { RowWriter } from "./row-writer.ts";
import type {
	Damage,
	Decision,
	RowWith,
	StaffResult,
	SubmissionStore,
	SubmitResult,
	WithdrawResult,
} from "./store.ts";
import { moveToTrash } from "./trash.ts";

/** Counts from other rows that only feed a remark may be this old. */
const REMEMBERED_FOR_MS = 60_000;

/** The ledger as files below DATA_DIR; see `layout.ts`. */
export class FileSubmissionStore implements SubmissionStore {
	readonly #layout: Layout;
	readonly #audit: AuditTrail;
	readonly #writer: RowWriter;
	readonly #index: QuarterIndex;
	/** Submission id → row, as far as known. */
	readonly #ids: Map<string, string>;
	readonly #damages: Damage[] = [];
	readonly #loadedAt = new Map<string, number>();

	/** @param options `durable: false` only for a batch that is safe in its journal, see `import-batch.ts`. */
	constructor(
		layout: Layout,
		audit: AuditTrail,
		ids: ReadonlyMap<string, string>,
		options: { readonly durable?: boolean } = {},
	) {
		this.#layout = layout;
		this.#audit = audit;
		this.#writer = new RowWriter(layout, options);
		this.#index = new QuarterIndex(layout);
		this.#ids = new Map(ids);
	}

	async submit(submission: Submission): Promise<SubmitResult> {
		const row = rowName(submission);
		const elsewhere = this.#ids.get(submission.submissionId);
		if (elsewhere !== undefined && elsewhere !== row) return { kind: "refused", reason: "id-reused" };
		this.#ids.set(submission.submissionId, row);
		return this.#change(
			submission,
			(files) => planSubmit(submission, files),
			({ kind }) => ({
				action: kind === "conflict" ? "conflict" : "submitted",
				actor: submission.submitterRef,
				at: new Date().toISOString(),
			}),
		);
	}

	async withdraw(submissionId: string, submitterRef: string, at: string): Promise<WithdrawResult> {
		const key = await this.#find(submissionId);
		if (key === null) return "not-found";
		return this.#writer.exclusively(key, async (folder) => {
			const files = readRowFiles(folder, key);
			if (files.tombstones.some((tombstone) => tombstone.submissionId === submissionId)) return "already";
			const own = files.revisions.filter((revision) => revision.submissionId === submissionId);
			if (own.length === 0) return "not-found";
			if (own.some((revision) => revision.submitterRef !== submitterRef)) return "not-yours";
			await moveToTrash(this.#layout, key, submissionId, files, at);
			await this.#audit.append({ action: "withdrawn", actor: submitterRef, at, ...key, submissionId });
			return "withdrawn";
		});
	}

	verify(decision: Decision & { readonly partyOrgId?: string | undefined }): Promise<StaffResult> {
		return this.#decide(decision, (files) => planVerify(decision, files), "verified");
	}

	giveBack(decision: Decision & { readonly reason: string }): Promise<StaffResult> {
		return this.#decide(decision, (files) => planGiveBack(decision, files), "returned");
	}

	resolve(
		decision: Decision & { readonly submissionId: string; readonly choice: "apply" | "discard" },
	): Promise<StaffResult> {
		const action = decision.choice === "apply" ? "applied" : "set-aside";
		return this.#decide(decision, (files) => planResolve(decision, files), action);
	}

	async row(key: RowKey): Promise<Row> {
		const files = readRowFiles(rowFolder(this.#layout.submissions, key), key);
		await this.#setAside(files.damaged.map((file) => ({ ...key, ...file })));
		return foldFiles(key, files);
	}

	rows(quarter: string): Promise<readonly Row[]> {
		return this.#load(quarter, () => this.#index.load(quarter));
	}

	rowsWith<F extends keyof Submission>(
		quarter: string,
		fields: readonly F[],
	): Promise<readonly RowWith<F>[]> {
		return this.#load(quarter, () => this.#index.loadFields(quarter, fields));
	}

	async quarters(): Promise<readonly string[]> {
		return listFolder(this.#layout.submissions)
			.filter((name) => QUARTER_PATTERN.test(name))
			.sort();
	}

	async previousOf(submitterRef: string, quarter: string): Promise<Submission | null> {
		for (const candidate of [quarter, previousQuarter(quarter)]) {
			const rows = await this.rows(candidate);
			const own = rows
				.flatMap((row) => (row.verified?.submitterRef === submitterRef ? [row.verified] : []))
				.sort((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1));
			if (own[0] !== undefined) return own[0];
		}
		return null;
	}

	async lastQuarterOf({ quarter, orgCode }: RowKey): Promise<Submission | null> {
		const row = await this.row({ quarter: previousQuarter(quarter), orgCode });
		return row.verified ?? row.head;
	}

	async otherUnits({ quarter, orgCode }: RowKey, partyOrgId: string): Promise<number> {
		const isOld = Date.now() - (this.#loadedAt.get(quarter) ?? 0) > REMEMBERED_FOR_MS;
		if (isOld || this.#index.remembered(quarter, partyOrgId) === null)
			await this.rowsWith(quarter, ["partyOrgId"]);
		const units = new Set(this.#index.remembered(quarter, partyOrgId));
		units.delete(orgCode);
		return units.size;
	}

	damages(): readonly Damage[] {
		return this.#damages;
	}

	/** Loads a quarter; what is damaged is set aside first. */
	async #load<R>(quarter: string, load: () => Promise<QuarterRows<R>>): Promise<readonly R[]> {
		let loaded = await load();
		if (loaded.damaged.length > 0) {
			await this.#setAside(loaded.damaged);
			loaded = await load();
		}
		this.#loadedAt.set(quarter, Date.now());
		return loaded.rows;
	}

	async #decide(
		decision: Decision,
		plan: (files: RowFiles) => Plan<StaffResult>,
		action: AuditFact["action"],
	): Promise<StaffResult> {
		return this.#change(decision, plan, () => ({ action, actor: decision.actor, at: decision.at }));
	}

	#change<T>(
		key: RowKey,
		plan: (files: RowFiles) => Plan<T>,
		fact: (result: T) => Pick<AuditFact, "action" | "actor" | "at">,
	): Promise<T> {
		let result: T;
		return this.#writer.change(
			key,
			(files) => {
				const planned = plan(files);
				result = planned.result;
				return planned;
			},
			({ submission: { quarter, orgCode, submissionId, revision }, sha256 }) =>
				this.#audit.append({ ...fact(result), quarter, orgCode, submissionId, revision, sha256 }),
		);
	}

	/** Row of a submission id: from memory, else by looking through the quarters (another process may have stored it). */
	async #find(submissionId: string): Promise<RowKey | null> {
		const known = this.#ids.get(submissionId)?.split("/");
		if (known?.[0] !== undefined && known[1] !== undefined) return { quarter: known[0], orgCode: known[1] };
		for (const quarter of (await this.quarters()).toReversed()) {
			for (const row of await this.rows(quarter)) {
				const all = [...row.history, ...row.conflicts, ...row.ghosts];
				if (all.some((one) => one.submissionId === submissionId)) return { quarter, orgCode: row.orgCode };
			}
		}
		return null;
	}

	async #setAside(damaged: readonly DamagedFile[]): Promise<void> {
		for (const file of damaged) {
			try {
				this.#damages.push(await quarantine(this.#layout, file));
			} catch (error) {
				throw asStorageError(error);
			}
			const { quarter, orgCode, name, why } = file;
			const entry = parseRowEntry(name);
			const which =
				entry.kind === "revision" ? { submissionId: entry.submissionId, revision: entry.revision } : {};
			const at = new Date().toISOString();
			await this.#audit.append({
				action: "quarantined",
				actor: "system",
				at,
				quarter,
				orgCode,
				...which,
				code: why,
			});
		}
	}
}

function rowName({ quarter, orgCode }: RowKey): string {
	return `${quarter}/${orgCode}`;
}
