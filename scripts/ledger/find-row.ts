import type { RowKey } from "../../bot/stores/submissions/layout.ts";
import type { StaffSubmissions } from "../../bot/stores/submissions/store.ts";
import type { Row } from "../../core/ledger/fold.ts";
import { parseCreditCode } from "../../core/survey/credit-code.ts";
import { ULID_PATTERN } from "../../core/survey/fields.ts";
import { QUARTER_PATTERN } from "../../core/survey/quarter.ts";
import { UsageError } from "./command.ts";

/** The row a person means: by receipt number, or by quarter and credit code. */
export async function findRow(store: StaffSubmissions, words: readonly string[]): Promise<Row> {
	const [first = "", second] = words.map((word) => word.trim().toUpperCase());
	if (second === undefined && ULID_PATTERN.test(first)) return findById(store, first);
	const code = parseCreditCode(second ?? "");
	if (!QUARTER_PATTERN.test(first) || !code.ok) {
		throw new UsageError("请写回执编号，或写季度和统一社会信用代码，例如 2026-Q3 91990101MA0TE0T126。");
	}
	const key: RowKey = { quarter: first, orgCode: code.code };
	const row = await store.row(key);
	if (row.topRevision === null)
		throw new UsageError(`${key.quarter} 没有 ${key.orgCode} 的填报，请核对季度和代码。`);
	return row;
}

async function findById(store: StaffSubmissions, submissionId: string): Promise<Row> {
	for (const quarter of (await store.quarters()).toReversed()) {
		for (const row of await store.rows(quarter)) {
			const all = [...row.history, ...row.conflicts, ...row.ghosts];
			if (all.some((one) => one.submissionId === submissionId)) return row;
		}
	}
	throw new UsageError(`没有编号为 ${submissionId} 的填报，请对照回执核对。`);
}
