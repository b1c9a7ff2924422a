import { rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { loadOffice } from "../../../scripts/ledger/office.ts";
import { gatherReport } from "../../../scripts/report/gather.ts";
import { orgCode } from "../../bot/stores/crash-samples.ts";
import { dataDir } from "../../bot/stores/data-dir.ts";
import { ORGANISED, UNORGANISED } from "../../core/survey/samples.ts";
import { demoLedger, QUARTERS } from "../demo/demo-ledger.ts";
import { ledger } from "./run-by-name.ts";

const STAFF = "d".repeat(64);
const JOINT = { ...ORGANISED, formationMode: "joint_area", partyOrgId: "PO-J1", fullMembers: 1 } as const;

/** Verified units in the order given; `null` leaves one waiting. */
async function ledgerOf(units: readonly Partial<Submission>[], quarter = "2026-Q3", dir = dataDir()) {
	const { submissions } = await openSubmissionStore(dir, { trashDays: 30 });
	for (const [n, change] of units.entries()) {
		const submissionId = `01K0000000000000000${quarter.slice(6)}${String(n).padStart(6, "0")}`;
		const base = change.formationMode === undefined ? UNORGANISED : ORGANISED;
		const given = { ...base, ...change, submissionId, quarter, orgCode: orgCode(n) };
		const stored = await submissions.submit(given);
		expect(stored.kind).toBe("accepted");
		if (change.state === "returned") continue;
		const key = { quarter, orgCode: given.orgCode, revision: 1, actor: STAFF, at: given.submittedAt };
		expect((await submissions.verify(key)).kind).toBe("done");
	}
	return dir;
}

const UNITS: readonly Partial<Submission>[] = [
	ORGANISED,
	JOINT,
	{ ...JOINT, streetCode: "songling", orgKind: "social_org" },
	{ hasUnion: false, hasYouthLeague: false, instructorAssigned: false },
	{ operatingStatus: "closed" },
	// Left waiting: it must not count.
	{ ...ORGANISED, state: "returned" },
];

test("units and organisations are counted apart, a joint one once, and only verified active units count", async () => {
	const dir = await ledgerOf(UNITS);
	const [json] = (await ledger(dir, "stats", "--quarter", "2026-Q3", "--json")).json() as [
		{
			total: { coverage: Record<string, number>; organisations: number };
			rows: { key: string; coverage: { units: number; organised: number }; organisations: number }[];
			waiting: number;
			inactive: number;
		},
	];
	expect(json.total.coverage).toMatchObject({
		units: 4,
		own: 1,
		joint: 2,
		organised: 3,
		work: 3,
		nothing: 1,
		should: 1,
		shouldBuilt: 1,
	});
	expect([json.total.organisations, json.waiting, json.inactive]).toEqual([2, 1, 1]);
	const street = (code: string) => json.rows.find(({ key }) => key === code);
	expect(street("yunxi")).toMatchObject({ coverage: { units: 3, organised: 2 }, organisations: 2 });
	expect(street("songling")).toMatchObject({ coverage: { units: 1, organised: 1 }, organisations: 1 });
	const { out } = await ledger(dir, "stats", "--quarter", "2026-Q3");
	expect(out).toMatch(/合计 +4 +1 +2 +0 +75\.0% +75\.0% +1 +1 +100% +2/);
	// A street without units has no rate.
	expect(out).toMatch(/长堤街道 +0 .*—/);
	expect(out).toContain("待核实1家，已退回0家");
	expect(out).toContain("只算一个组织");
});

test.each([
	["kind", ["企业", "社会组织", "个体工商户"]],
	["form", ["单独组建", "区域联建"]],
	["quarter", ["2026-Q2", "2026-Q3"]],
])("grouped by %s in Chinese", async (by, labels) => {
	const dir = await ledgerOf(UNITS);
	await ledgerOf(UNITS.slice(0, 2), "2026-Q2", dir);
	const { out, code } = await ledger(dir, "stats", "--quarter", "2026-Q3", "--by", by);
	expect(code).toBe(0);
	for (const label of labels) expect(out).toContain(label);
});

test("a change from joint to one's own is said, and wrong words are explained", async () => {
	const dir = await ledgerOf([JOINT], "2026-Q2");
	await ledgerOf([ORGANISED], "2026-Q3", dir);
	expect((await ledger(dir, "stats", "--quarter", "2026-Q3")).out).toContain(
		"1家单位组建形式有变化，其中联建、挂靠转为单独组建的1家",
	);
	expect(await ledger(dir, "stats", "--by", "moon")).toMatchObject({
		code: 2,
		err: expect.stringContaining("--by 可以是 street、kind、form、quarter"),
	});
	expect((await ledger(dir, "stats", "--quarter", "去年")).err).toContain("季度写成 2026-Q3");
});

test("the index changes nothing: statistics, lists and report are the same with it, without it and from a torn one", async () => {
	const dir = demoLedger(60);
	const all = async () => {
		const commands = await Promise.all(
			[
				["stats", "--quarter", "2026-Q3", "--json"],
				["list", "--quarter", "2026-Q3", "--json"],
				["stats", "--by", "quarter", "--json"],
			].map(async ([name = "", ...args]) => (await ledger(dir, name, ...args)).out),
		);
		const { snapshotHash } = await gatherReport(dir, "2026-Q3", loadOffice(), "2026-11-24T09:00:00+08:00");
		return [...commands, snapshotHash];
	};
	const fromFiles = await all();
	expect(fromFiles[1]?.split("\n").length).toBeGreaterThan(50);
	expect(await all()).toEqual(fromFiles);
	for (const quarter of QUARTERS) truncateSync(join(dir, "index", `${quarter}.columns`), 5_000);
	expect(await all()).toEqual(fromFiles);
	rmSync(join(dir, "index"), { recursive: true });
	expect(await all()).toEqual(fromFiles);
});
