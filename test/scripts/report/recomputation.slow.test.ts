import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { computeMetrics } from "../../../core/ledger/report/metrics.ts";
import { writeDemoLedger } from "../../../scripts/demo/write.ts";
import { loadOffice } from "../../../scripts/ledger/office.ts";
import { gatherReport } from "../../../scripts/report/gather.ts";
import { QUARTERS } from "../demo/demo-ledger.ts";
import { expectedNumbers } from "./expected-numbers.ts";
import { auditLength, enteredIn, registeredIn, revisionsOf } from "./recompute.ts";

const office = loadOffice();
const streets = office.district.streets.map(({ code }) => code);
let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "recompute-"));
	writeDemoLedger(folder, 500, QUARTERS, office.district.streets);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function expectedOf(at: number) {
	const quarter = QUARTERS[at] ?? "";
	return expectedNumbers({
		quarter,
		now: revisionsOf(folder, quarter),
		before: at === 0 ? [] : revisionsOf(folder, QUARTERS[at - 1] ?? ""),
		register: registeredIn(folder, at),
		figures: enteredIn(folder, quarter),
		audit: auditLength(folder),
		streets,
	});
}

const thousandths = (rate: number | readonly [number, number] | undefined) =>
	typeof rate === "object" ? Math.round((rate[0] * 1000) / rate[1]) : Number.NaN;

test.each(QUARTERS)("another code path finds every number of the report in %s", async (quarter) => {
	const metrics = computeMetrics(await gatherReport(folder, quarter, office, "2026-11-24T09:00:00+08:00"));
	const at = QUARTERS.indexOf(quarter);
	const expected = new Map(expectedOf(at));
	expect(expected.get("units")).toBeGreaterThan(400);
	if (at === 0) expect(metrics.get("org-coverage-change")?.text).toBe("上季没有可比数据");
	else {
		const before = expectedOf(at - 1);
		for (const id of ["org-coverage", "work-coverage"])
			expected.set(`${id}-change`, thousandths(expected.get(id)) - thousandths(before.get(id)));
	}
	const computed = new Map(
		metrics.all().flatMap(({ id, text, numerator, denominator }) => {
			if (numerator !== null) return [[id, denominator === null ? numerator : [numerator, denominator]]];
			return id === "registered" && text !== null ? [[id, Number(text)]] : [];
		}),
	);
	expect(Object.fromEntries([...computed].sort())).toEqual(Object.fromEntries([...expected].sort()));
});
