import type { Knowledge } from "../../core/content/knowledge.ts";
import type { Row } from "../../core/ledger/fold.ts";
import { type CheckResult, checkSubmission } from "../../core/survey/check.ts";
import { parseCreditCode } from "../../core/survey/credit-code.ts";
import { previousQuarter, QUARTER_PATTERN } from "../../core/survey/quarter.ts";
import type { SubmissionStore } from "../stores/submissions/store.ts";

/** A judged input and the ledger's row it belongs to; null when it names none. */
export interface JudgedInput extends CheckResult {
	readonly row: Row | null;
}

/** As `judgeWithLedger`, for many inputs that also count for each other (W5): each quarter is read once. */
export async function judgeMany(
	inputs: readonly unknown[],
	{ district }: Pick<Knowledge, "district">,
	store: Pick<SubmissionStore, "rows">,
	progress: (done: number) => void = () => undefined,
): Promise<readonly JudgedInput[]> {
	const streets = new Set(district.streets.map((street) => street.code));
	const quarters = new Map<string, ReadonlyMap<string, Row>>();
	const rowsOf = async (quarter: string) => {
		const known = quarters.get(quarter);
		if (known !== undefined) return known;
		const rows = new Map((await store.rows(quarter)).map((row) => [row.orgCode, row]));
		quarters.set(quarter, rows);
		return rows;
	};
	const organisations = new Map<string, Set<string>>();
	const count = (quarter: string, partyOrgId: unknown, orgCode: string) => {
		if (typeof partyOrgId !== "string") return;
		const name = `${quarter} ${partyOrgId}`;
		organisations.set(name, (organisations.get(name) ?? new Set()).add(orgCode));
	};
	for (const input of inputs) {
		const key = keyOf(input);
		if (key === null) continue;
		count(key.quarter, key.partyOrgId, key.orgCode);
		if (quarters.has(key.quarter)) continue;
		for (const { head } of (await rowsOf(key.quarter)).values()) {
			if (head !== null) count(key.quarter, head.partyOrgId, head.orgCode);
		}
	}
	const results: JudgedInput[] = [];
	for (const [at, input] of inputs.entries()) {
		if (at % 500 === 499) {
			progress(at + 1);
			await new Promise((resolve) => setImmediate(resolve));
		}
		const key = keyOf(input);
		if (key === null) {
			results.push({ ...checkSubmission(input, { streets }), row: null });
			continue;
		}
		const before = (await rowsOf(previousQuarter(key.quarter))).get(key.orgCode);
		const units = organisations.get(`${key.quarter} ${String(key.partyOrgId)}`)?.size ?? 1;
		const checked = checkSubmission(input, {
			streets,
			previous: before?.verified ?? before?.head ?? null,
			otherUnitsOfOrganisation: units - 1,
		});
		results.push({ ...checked, row: (await rowsOf(key.quarter)).get(key.orgCode) ?? null });
	}
	return results;
}

function keyOf(input: unknown) {
	if (typeof input !== "object" || input === null) return null;
	const { quarter, orgCode, partyOrgId } = input as Readonly<Record<string, unknown>>;
	if (typeof quarter !== "string" || !QUARTER_PATTERN.test(quarter) || typeof orgCode !== "string")
		return null;
	const code = parseCreditCode(orgCode);
	return code.ok ? { quarter, orgCode: code.code, partyOrgId } : null;
}
