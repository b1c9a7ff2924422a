import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MetricTable } from "../../../core/ledger/report/metric.ts";
import { computeMetrics } from "../../../core/ledger/report/metrics.ts";
import { writeDemoLedger } from "../../../scripts/demo/write.ts";
import { loadOffice } from "../../../scripts/ledger/office.ts";
import { gatherReport } from "../../../scripts/report/gather.ts";
import { QUARTERS } from "../demo/demo-ledger.ts";
import { countedRevisions, type Raw, registeredIn } from "./recompute.ts";

let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "recompute-"));
	writeDemoLedger(folder, 500, QUARTERS, loadOffice().district.streets);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Naive counting: one loop, one number, written from the definitions and not from the program. */
function expected(now: Raw[], before: Raw[], register: Raw[], quarter: string): Record<string, number> {
	const active = now.filter((row) => row["operatingStatus"] === "active");
	const n: Record<string, number> = {};
	const add = (key: string, by = 1) => {
		n[key] = (n[key] ?? 0) + by;
	};
	const year = quarter.slice(0, 4);
	const lastMonth = Number(quarter.slice(6)) * 3;
	const days = { 3: "31", 6: "30", 9: "30", 12: "31" }[lastMonth];
	const end = `${year}-${String(lastMonth).padStart(2, "0")}-${days}`;
	const start = `${year}-${String(lastMonth - 2).padStart(2, "0")}-01`;
	const branches: Record<string, { kinds: Set<string>; first: string }> = {};
	for (const row of active) {
		const mode = row["formationMode"] as string;
		const members = row["fullMembers"] + row["probationaryMembers"];
		const ownHere = row["fullMembers"] - (row["relationElsewhere"] ?? 0);
		const group =
			mode === "standalone" || mode.startsWith("joint_") || (mode === "affiliated" && members > 0);
		const work =
			group || mode !== "none" || row["instructorAssigned"] || row["hasUnion"] || row["hasYouthLeague"];
		add("units");
		add(`street.${row["streetCode"]}.units`);
		add(`form.${mode}.units`);
		add("employees", row["employees"]);
		add("full-members", row["fullMembers"]);
		add("developed", row["developedThisYear"] ?? 0);
		if (group) add("org-coverage");
		if (group) add(`street.${row["streetCode"]}.org-coverage`);
		if (work) add("work-coverage");
		else add("uncovered");
		if (mode === "standalone") add("own-rate");
		if (ownHere >= 3) add("should");
		if (ownHere >= 3 && group) add("should-rate");
		if (ownHere >= 3 && !group) add("should-missing");
		if (mode === "none") {
			add("unorganised");
			add(`reason.${row["noOrgReason"]}.units`);
			if (row["measure"]) add("measures");
			if (row["measure"]?.due < end) add("overdue");
			if (row["instructorAssigned"]) add("instructors");
		}
		if (mode === "standalone" || mode.startsWith("joint_")) {
			branches[row["partyOrgId"]] ??= { kinds: new Set(), first: "9999" };
			const branch = branches[row["partyOrgId"]] as { kinds: Set<string>; first: string };
			branch.kinds.add(row["orgKind"]);
			if (row["establishedOn"] < branch.first) branch.first = row["establishedOn"];
		}
		for (const old of before) {
			if (old["orgCode"] !== row["orgCode"] || old["operatingStatus"] !== "active") continue;
			if (/^(joint_|affiliated)/.test(old["formationMode"]) && mode === "standalone")
				add("incubated-from-last-quarter");
		}
	}
	for (const { kinds, first } of Object.values(branches)) {
		const kind = kinds.size === 1 ? [...kinds][0] : "mixed";
		add("orgs");
		add(`orgs-${kind}`);
		if (first >= `${year}-01-01` && first <= end) add("new-year");
		if (first >= start && first <= end) add("new-quarter");
	}
	add("verified", now.length);
	const surveyed = new Set(now.map((row) => row["orgCode"]));
	for (const unit of register) {
		if (unit["status"] !== "active" || surveyed.has(unit["orgCode"])) continue;
		for (const key of ["units", `street.${unit["streetCode"]}.units`, "unsurveyed", "uncovered"]) add(key);
	}
	return n;
}

const numeratorOf = (metrics: MetricTable, id: string) => metrics.get(id)?.numerator ?? null;

test.each(QUARTERS)("another code path counts the same in %s", async (quarter) => {
	const metrics = computeMetrics(
		await gatherReport(folder, quarter, loadOffice(), "2026-11-24T09:00:00+08:00"),
	);
	const at = QUARTERS.indexOf(quarter);
	const before = at === 0 ? [] : countedRevisions(folder, QUARTERS[at - 1] ?? "");
	const {
		should = 0,
		"incubated-from-last-quarter": incubated = 0,
		...counts
	} = expected(countedRevisions(folder, quarter), before, registeredIn(folder, at), quarter);
	expect(counts["units"]).toBeGreaterThan(400);
	for (const [id, value] of Object.entries(counts))
		expect([id, numeratorOf(metrics, id)]).toEqual([id, value]);
	expect(metrics.get("should-rate")?.denominator).toBe(should);
	for (const id of ["org-coverage", "work-coverage", "own-rate"])
		expect(metrics.get(id)?.denominator).toBe(counts["units"]);
	// A unit without a verified survey last quarter may still show a change within this one.
	expect(numeratorOf(metrics, "incubated")).toBeGreaterThanOrEqual(incubated);
});
