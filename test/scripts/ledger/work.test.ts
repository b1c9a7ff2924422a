import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFigures } from "../../../bot/stores/figures/figures-store.ts";
import { openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { dataDir, filesBelow } from "../../bot/stores/data-dir.ts";
import { ORGANISED } from "../../core/survey/samples.ts";
import { ledger } from "./run-by-name.ts";

/** A folder with verified submissions. */
async function verified(...submissions: readonly Submission[]): Promise<string> {
	const dir = dataDir();
	const store = await openSubmissionStore(dir, { trashDays: 30 });
	for (const one of submissions) {
		await store.submissions.submit(one);
		await store.submissions.verify({ ...one, actor: "f".repeat(64), at: "2026-09-20T00:00:00.000Z" });
	}
	return dir;
}

test("stale lists units of the quarter before by street; a filter takes the name of a street or a form", async () => {
	const dir = await verified(ORGANISED);
	const run = await ledger(dir, "stale", "--quarter", "2026-Q4");
	expect(run.out).toMatch(/云溪街道（1个）\n.*示例软件有限公司.*没有填报.*上次核实 2026-Q3/);
	expect((await ledger(dir, "stale", "--quarter", "2026-Q3", "--json")).json()).toMatchObject([
		{ active: [] },
	]);
	const list = (...filter: readonly string[]) => ledger(dir, "list", "--quarter", "2026-Q3", ...filter);
	expect((await list("--street", "云溪", "--form", "单独组建")).out).toContain("示例软件有限公司");
	expect((await list("--kind", "社会组织")).out).toBe("");
	expect((await list("--form", "总部")).err).toContain("可用的有：还没有党组织（none）");
});

test("measures and transitions are told with their units", async () => {
	const measure = { text: "对接街道组建", ownerPost: "办公室主任", due: "2026-09-30" };
	const joint = { formationMode: "joint_area", quarter: "2026-Q2", establishedOn: "2020-05-20" } as const;
	const dir = await verified(
		{ ...ORGANISED, ...joint },
		{
			...ORGANISED,
			submissionId: "01K00000000000000000000002",
			measure,
		},
	);
	const overdue = await ledger(dir, "measures", "--overdue");
	expect(overdue.out).toMatch(
		/示例软件有限公司（云溪街道）　2026-09-30 前（逾期\d+天）　办公室主任\n {4}对接街道组建/,
	);
	const change = await ledger(dir, "transitions", "--quarter", "2026-Q3");
	expect(change.out).toContain("区域联建 → 单独组建");
	expect(change.err).toContain("转为单独组建的1个");
});

test("targets stand beside what was reached", async () => {
	const dir = await verified(ORGANISED);
	const run = await ledger(dir, "targets", "--quarter", "2026-Q3", "--street", "云溪街道", "--json");
	const results = run.json()[0]?.["results"] as readonly Record<string, unknown>[];
	expect(results.find(({ measure }) => measure === "coverage")).toMatchObject({
		target: 60,
		numerator: 1,
		denominator: 1,
		actual: "100%",
		reached: true,
	});
	expect(results.find(({ measure }) => measure === "newOrganisations")).toMatchObject({
		actual: "0",
		reached: false,
	});
	expect((await ledger(dir, "targets", "--quarter", "2020-Q1")).err).toContain("没有 2020-Q1 的目标");
});

test("figures: the form is filled in, checked, stored with the earlier version kept, and audited", async () => {
	const dir = dataDir();
	const [form, data] = [join(dir, "表.yaml"), join(dir, "data")];
	const figures = (...args: readonly string[]) => ledger(data, "figures", "--quarter", "2026-Q3", ...args);
	expect((await figures("--form", form)).code).toBe(0);
	const blank = readFileSync(form, "utf8");
	const filled = blank
		.replace("# development:", "development:")
		.replace("#   districtTotal: 0", "  districtTotal: 120")
		.replace('#   asOf: "2026-09-30"', '  asOf: "2026-09-30"')
		.replace("#   source: 写统计表的名称", "  source: 党内统计年报");
	writeFileSync(form, filled.replace("120", "很多"));
	expect((await figures("--from", form, "--apply")).out).toContain("development → districtTotal");
	writeFileSync(form, filled);
	expect((await figures("--from", form)).err).toContain("还没有写入");
	expect(await readFigures(data, "2026-Q3")).toBeNull();
	expect((await figures("--from", form, "--apply")).code).toBe(0);
	writeFileSync(form, filled.replace("120", "121"));
	await figures("--from", form, "--apply");
	expect((await readFigures(data, "2026-Q3"))?.development?.districtTotal).toBe(121);
	expect(filesBelow(join(data, "figures"))).toEqual(["2026-Q3.json", "earlier/2026-Q3.r0001.json"]);
	expect((await figures()).out).toContain("没有录入：目标责任书、星级创评");
	const again = join(dir, "again.yaml");
	await figures("--form", again);
	expect((await figures("--from", again)).code).toBe(0);
	expect((await ledger(data, "audit", "--json")).json()).toMatchObject([{ ok: true, entries: 2 }]);
});

test("every field tells who uses it", async () => {
	expect((await ledger(dataDir(), "field-consumers")).out).toContain(
		"所属街道（streetCode）：按街道统计和催报",
	);
});
