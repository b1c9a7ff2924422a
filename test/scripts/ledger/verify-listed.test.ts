import { expect, test } from "vitest";
import { submitterRef } from "../../../bot/reference.ts";
import { openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { refKeyOf } from "../../../scripts/ledger/options.ts";
import { orgCode } from "../../bot/stores/crash-samples.ts";
import { dataDir } from "../../bot/stores/data-dir.ts";
import { ORGANISED, without } from "../../core/survey/samples.ts";
import { ledger } from "./run-by-name.ts";

const QUARTER = ORGANISED.quarter;
const NAMES = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"];

/** The n-th unit's submission. */
const one = (n: number, changed: Partial<Submission> = {}): Submission => ({
	...ORGANISED,
	submissionId: `01K00000000000000000000${String(n).padStart(3, "0")}`,
	orgCode: orgCode(n),
	orgName: `示例${NAMES[n]}公司`,
	partyOrgId: `PO-A${n}`,
	...changed,
});

/** Two units without a remark, and one of every kind that needs a look of its own. */
async function ledgerWithQueue() {
	const dir = dataDir();
	const { submissions } = await openSubmissionStore(dir, { trashDays: 30 });
	const self = submitterRef(refKeyOf(dir, { env: {} } as never), "staff", "办公室甲");
	const queue = [
		one(0),
		one(1),
		one(2, { submitterRef: self }),
		one(3, { employees: 5, fullMembers: 3, probationaryMembers: 0 }),
		without(one(4), "partyOrgId"),
		one(5, { fullMembers: 2 }),
	];
	for (const submission of queue) expect((await submissions.submit(submission)).kind).toBe("accepted");
	// Another sender, from an outdated revision: a conflict.
	await submissions.submit(one(6));
	const rival = one(6, {
		submissionId: "01K00000000000000000000999",
		submitterRef: "b".repeat(64),
		employees: 60,
	});
	expect((await submissions.submit(rival)).kind).toBe("conflict");
	const states = async () =>
		new Map((await submissions.rows(QUARTER)).map(({ orgCode, head }) => [orgCode, head?.state]));
	return { dir, submissions, states };
}

test("what nobody could have judged from a list stays out of it, each with its reason", async () => {
	const { dir } = await ledgerWithQueue();
	const [plan] = (await ledger(dir, "verify-listed", "--quarter", QUARTER, "--json")).json() as [
		{ ready: { orgCode: string }[]; apart: { orgCode: string; why: string; codes?: string[] }[] },
	];
	expect(plan.ready.map(({ orgCode }) => orgCode).sort()).toEqual([orgCode(0), orgCode(1)].sort());
	const why = new Map(plan.apart.map(({ orgCode, why, codes = [] }) => [orgCode, [why, ...codes].join(" ")]));
	expect([2, 3, 4, 5, 6].map((n) => why.get(orgCode(n)))).toEqual([
		"own",
		"small",
		"errors R7",
		"warnings W1",
		"conflict",
	]);
	const { out, err } = await ledger(dir, "verify-listed", "--quarter", QUARTER);
	expect(out).toContain("是您自己填报的，请换一位同事核实");
	expect(out).toMatch(/示例戊公司：R7：.*党组织编号/);
	expect(out).not.toMatch(/职工5，/);
	expect(err).toMatch(/可以成批核实2份，清单编号 [0-9a-f]{8}/);
});

test("only the list that was read is verified; a change in between stops all of it", async () => {
	const { dir, submissions, states } = await ledgerWithQueue();
	const listed = async (...args: readonly string[]) =>
		String((await ledger(dir, "verify-listed", "--quarter", QUARTER, "--json", ...args)).json()[0]?.["list"]);
	const apply = (id: string, ...args: readonly string[]) =>
		ledger(dir, "verify-listed", "--quarter", QUARTER, "--apply", id, ...args);
	const before = await listed();
	await submissions.submit(one(7));
	const stopped = await apply(before);
	expect([stopped.code, [...(await states()).values()].includes("verified")]).toEqual([1, false]);
	expect(stopped.err).toContain("和您看过的不一样");
	expect((await apply(await listed())).out).toContain("已核实3份");
	expect([0, 1, 7].map(async (n) => (await states()).get(orgCode(n)))).toHaveLength(3);
	const after = await states();
	expect([0, 1, 2, 3, 4, 5, 6, 7].filter((n) => after.get(orgCode(n)) === "verified")).toEqual([0, 1, 7]);
	// A remark that was read and found to be true is accepted by its code.
	const accepted = await listed("--accept", "w1");
	expect((await apply(accepted, "--accept", "W1")).out).toContain("已核实1份");
	expect((await states()).get(orgCode(5))).toBe("verified");
	expect((await ledger(dir, "verify-listed", "--accept", "R1")).err).toContain("写提示编号");
});
