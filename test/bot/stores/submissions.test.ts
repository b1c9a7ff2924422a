import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { verifyAudit } from "../../../bot/stores/audit/verify.ts";
import { openForReading, openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { writeDemoLedger } from "../../../scripts/demo/write.ts";
import { ORGANISED, UNORGANISED } from "../../core/survey/samples.ts";
import { orgCode } from "./crash-samples.ts";
import { dataDir, filesBelow } from "./data-dir.ts";

const AT = "2026-09-20T01:00:00.000Z";
const STAFF = "e".repeat(64);
const OTHER = "b".repeat(64);
const KEY = { quarter: ORGANISED.quarter, orgCode: ORGANISED.orgCode };
const FOLDER = `submissions/${KEY.quarter}/${KEY.orgCode}`;
const id = (n: number) => `01K${String(n).padStart(23, "0")}`;
const sample = (n: number, change: Partial<Submission> = {}): Submission => ({
	...ORGANISED,
	submissionId: id(n),
	...change,
});
const open = async (dir: string, now = Date.parse(AT)) => openSubmissionStore(dir, { trashDays: 30, now });

describe("submit", () => {
	test("stores one file per revision, named by code and id, and audits it", async () => {
		const dir = dataDir();
		const { submissions, audit } = await open(dir);
		const result = await submissions.submit(sample(1));
		expect(result).toMatchObject({ kind: "accepted", submission: { revision: 1, state: "submitted" } });
		expect(filesBelow(join(dir, "submissions"))).toEqual([`${KEY.quarter}/${KEY.orgCode}/${id(1)}.r1.json`]);
		expect(JSON.parse(readFileSync(join(dir, FOLDER, `${id(1)}.r1.json`), "utf8"))).toEqual(sample(1));
		const report = await verifyAudit(audit);
		expect(report.breaks).toEqual([]);
		expect(report.entries).toMatchObject([{ action: "submitted", submissionId: id(1), revision: 1 }]);
	});

	test("opening removes an index of an earlier version, which may hold what was withdrawn since", async () => {
		const dir = dataDir();
		mkdirSync(join(dir, "index"), { recursive: true });
		writeFileSync(join(dir, "index", `${KEY.quarter}.json`), "[]");
		writeFileSync(join(dir, "index", `${KEY.quarter}.columns`), "");
		await open(dir);
		expect(filesBelow(join(dir, "index"))).toEqual([`${KEY.quarter}.columns`]);
	});

	test("takes the same submission again, also with another time of sending, and refuses other content", async () => {
		const dir = dataDir();
		const { submissions } = await open(dir);
		await submissions.submit(sample(1));
		expect(await submissions.submit(sample(1, { submittedAt: AT }))).toMatchObject({ kind: "again" });
		expect(await submissions.submit(sample(1, { employees: 41 }))).toEqual({
			kind: "refused",
			reason: "id-reused",
		});
		const elsewhere = sample(1, { orgCode: "91990101MA00003300" });
		expect(await submissions.submit(elsewhere)).toEqual({ kind: "refused", reason: "id-reused" });
		expect(filesBelow(join(dir, "submissions"))).toHaveLength(1);
	});

	test("a sender's own correction becomes the next revision; a stale base waits in the conflict queue", async () => {
		const { submissions } = await open(dataDir());
		await submissions.submit(sample(1));
		expect(await submissions.submit(sample(2, { employees: 41 }))).toMatchObject({
			kind: "accepted",
			submission: { revision: 2, baseRevision: 1 },
		});
		expect(await submissions.submit(sample(3, { revision: 2, baseRevision: 1 }))).toMatchObject({
			kind: "conflict",
			headRevision: 2,
		});
		expect(await submissions.submit(sample(4, { submitterRef: OTHER }))).toMatchObject({ kind: "conflict" });
		const row = await submissions.row(KEY);
		expect(row.head?.submissionId).toBe(id(2));
		expect(row.conflicts.map((one) => one.submissionId)).toEqual([id(3), id(4)]);
	});

	test("fifty parallel edits of one row lose none, from two stores on the same folder", async () => {
		const dir = dataDir();
		const stores = [(await open(dir)).submissions, (await open(dir)).submissions];
		await stores[0]?.submit(sample(0));
		const edits = Array.from({ length: 50 }, (_, n) =>
			sample(n + 1, { revision: 2, baseRevision: 1, employees: 100 + n, submitterRef: OTHER }),
		);
		const results = await Promise.all(edits.map((edit, n) => stores[n % 2]?.submit(edit)));
		expect(results.filter((result) => result?.kind === "accepted")).toHaveLength(1);
		expect(results.filter((result) => result?.kind === "conflict")).toHaveLength(49);
		const row = await (await open(dir)).submissions.row(KEY);
		const kept = [...row.history, ...row.conflicts];
		expect(new Set(kept.map((one) => one.employees))).toEqual(
			new Set([ORGANISED.employees, ...edits.map((edit) => edit.employees)]),
		);
		expect(new Set(kept.map((one) => one.revision)).size).toBe(51);
	});
});

describe("decisions of staff", () => {
	const decision = { ...KEY, actor: STAFF, at: AT };

	test("only a verified revision counts, and the verifier is not the submitter", async () => {
		const { submissions, audit } = await open(dataDir());
		await submissions.submit(sample(1));
		expect((await submissions.row(KEY)).verified).toBeNull();
		expect(await submissions.verify({ ...decision, actor: ORGANISED.submitterRef, revision: 1 })).toEqual({
			kind: "own-submission",
		});
		expect(await submissions.verify({ ...decision, revision: 1 })).toMatchObject({
			kind: "done",
			submission: { revision: 2, baseRevision: 1, state: "verified" },
		});
		expect((await submissions.row(KEY)).verified?.revision).toBe(2);
		expect(await submissions.verify({ ...decision, revision: 1 })).toEqual({
			kind: "changed",
			headRevision: 2,
		});
		expect(await submissions.verify({ ...decision, revision: 2 })).toMatchObject({ kind: "wrong-state" });
		expect((await verifyAudit(audit)).entries.at(-1)).toMatchObject({ action: "verified", actor: STAFF });
	});

	test("an organised unit needs its number at verification; staff may add it", async () => {
		const { submissions } = await open(dataDir());
		const { partyOrgId: _gone, ...rest } = sample(1);
		await submissions.submit(rest);
		expect(await submissions.verify({ ...decision, revision: 1 })).toEqual({
			kind: "invalid",
			errors: ["R7"],
		});
		expect(await submissions.verify({ ...decision, revision: 1, partyOrgId: "PO-B2" })).toMatchObject({
			kind: "done",
			submission: { partyOrgId: "PO-B2" },
		});
	});

	test("a return carries its reason, the corrected one comes back as submitted, a later correction keeps the verified one counting", async () => {
		const { submissions } = await open(dataDir());
		await submissions.submit(sample(1));
		expect(await submissions.giveBack({ ...decision, revision: 1, reason: "张三是党员" })).toEqual({
			kind: "invalid",
			errors: ["personal:returnReason"],
		});
		await submissions.giveBack({ ...decision, revision: 1, reason: "职工总数请核对" });
		expect((await submissions.row(KEY)).head).toMatchObject({
			state: "returned",
			returnReason: "职工总数请核对",
		});
		expect(await submissions.submit(sample(2))).toMatchObject({ kind: "accepted" });
		await submissions.verify({ ...decision, revision: 3 });
		await submissions.submit(sample(3, { employees: 44 }));
		const row = await submissions.row(KEY);
		expect(row.head).toMatchObject({ state: "submitted", employees: 44 });
		expect(row.verified).toMatchObject({ revision: 4, employees: 40 });
	});

	test("a conflict is applied or set aside, and nothing is deleted", async () => {
		const dir = dataDir();
		const { submissions } = await open(dir);
		await submissions.submit(sample(1));
		await submissions.submit(sample(2, { submitterRef: OTHER, employees: 50 }));
		await submissions.submit(sample(3, { submitterRef: STAFF, employees: 60 }));
		const apply = { ...decision, revision: 1, submissionId: id(2), choice: "apply" } as const;
		expect(await submissions.resolve(apply)).toMatchObject({ kind: "done" });
		expect(await submissions.resolve(apply)).toMatchObject({ kind: "not-found" });
		const head = (await submissions.row(KEY)).head;
		expect(head).toMatchObject({ submissionId: id(2), employees: 50, state: "submitted" });
		await submissions.resolve({
			...decision,
			revision: head?.revision ?? 0,
			submissionId: id(3),
			choice: "discard",
		});
		const row = await submissions.row(KEY);
		expect(row.conflicts).toEqual([]);
		expect(row.head?.submissionId).toBe(id(2));
		expect(filesBelow(join(dir, "submissions"))).toHaveLength(5);
	});
});

describe("withdraw", () => {
	test("only the sender can; the content leaves the row, and the trash after thirty days", async () => {
		const dir = dataDir();
		const { submissions, audit, purge } = await open(dir);
		await submissions.submit(sample(1));
		await submissions.verify({ ...KEY, actor: STAFF, at: AT, revision: 1 });
		expect(await submissions.withdraw(id(1), OTHER, AT)).toBe("not-yours");
		expect(await submissions.withdraw(id(9), ORGANISED.submitterRef, AT)).toBe("not-found");
		expect(await submissions.withdraw(id(1), ORGANISED.submitterRef, AT)).toBe("withdrawn");
		expect(await submissions.withdraw(id(1), ORGANISED.submitterRef, AT)).toBe("already");
		expect(await submissions.submit(sample(1))).toEqual({ kind: "refused", reason: "withdrawn" });
		const row = await submissions.row(KEY);
		expect([row.head, row.verified, row.history]).toEqual([null, null, []]);
		expect(filesBelow(join(dir, "trash"))).toHaveLength(2);
		const tombstone = readFileSync(join(dir, FOLDER, `${id(1)}.withdrawn`), "utf8");
		expect(tombstone).not.toContain(ORGANISED.orgName);

		expect(await submissions.submit(sample(2))).toMatchObject({
			kind: "accepted",
			submission: { revision: 3 },
		});

		const day = 24 * 3600 * 1000;
		await open(dir, Date.parse(AT) + 29 * day);
		expect(filesBelow(join(dir, "trash"))).toHaveLength(2);
		expect(await purge(Date.parse(AT) + 29 * day)).toBe(0);
		expect(await purge(Date.parse(AT) + 31 * day)).toBe(1);
		expect(filesBelow(join(dir, "trash"))).toEqual([]);
		expect(existsSync(join(dir, FOLDER, `${id(1)}.withdrawn`))).toBe(true);
		expect((await verifyAudit(audit)).entries.map((entry) => entry.action)).toEqual([
			...["submitted", "verified", "withdrawn", "submitted", "purged"],
		]);
	});

	test("a withdrawn correction lets the revision before it stand again", async () => {
		const { submissions } = await open(dataDir());
		await submissions.submit(sample(1));
		await submissions.submit(sample(2, { employees: 50 }));
		await submissions.withdraw(id(2), ORGANISED.submitterRef, AT);
		expect((await submissions.row(KEY)).head?.submissionId).toBe(id(1));
		expect(await submissions.submit(sample(3, { revision: 2, baseRevision: 1 }))).toMatchObject({
			kind: "accepted",
			submission: { revision: 3 },
		});
	});
});

describe("damage", () => {
	test.each([
		["torn", (text: string) => text.slice(0, 40), "json"],
		["empty", () => "", "json"],
		[
			"edited into nonsense",
			(text: string) => text.replace('"employees": 40', '"employees": -1'),
			"schema:employees",
		],
		["moved to another name", (text: string) => text.replace(id(1), id(7)), "name"],
	])("a %s file is quarantined and reported, and its number stays used", async (_what, spoil, why) => {
		const dir = dataDir();
		await (await open(dir)).submissions.submit(sample(1));
		const path = join(dir, FOLDER, `${id(1)}.r1.json`);
		writeFileSync(path, spoil(readFileSync(path, "utf8")));
		const { submissions, audit } = await open(dir);
		expect(await submissions.rows(KEY.quarter)).toMatchObject([{ head: null, ghosts: [{ revision: 1 }] }]);
		expect(submissions.damages()).toMatchObject([{ why }]);
		expect(filesBelow(join(dir, "quarantine"))).toHaveLength(1);
		expect((await verifyAudit(audit)).entries.at(-1)).toMatchObject({ action: "quarantined", code: why });
		expect(await submissions.submit(sample(2))).toMatchObject({
			kind: "accepted",
			submission: { revision: 2 },
		});
	});
});

test("what waits in a conflict can be taken over after the one that stood was withdrawn", async () => {
	const { submissions } = await open(dataDir());
	await submissions.submit(sample(1));
	expect((await submissions.submit(sample(2, { submitterRef: OTHER, employees: 41 }))).kind).toBe("conflict");
	await submissions.withdraw(id(1), ORGANISED.submitterRef, AT);
	const decision = {
		...KEY,
		submissionId: id(2),
		choice: "apply",
		revision: 0,
		actor: STAFF,
		at: AT,
	} as const;
	expect((await submissions.resolve({ ...decision, revision: 1 })).kind).toBe("changed");
	expect((await submissions.resolve(decision)).kind).toBe("done");
	expect(await submissions.row(KEY)).toMatchObject({ head: { employees: 41, revision: 3 }, conflicts: [] });
});

describe("index", () => {
	const SECOND = {
		...UNORGANISED,
		submissionId: id(2),
		orgCode: "91990101MA00003300",
		orgName: "示例印务有限公司",
	};
	const indexOf = (dir: string) => join(dir, "index", `${KEY.quarter}.columns`);
	/** Lets the rows' folders be old enough for the index to trust its memory of them. */
	const settle = (dir: string) => {
		for (const { orgCode } of [ORGANISED, SECOND])
			utimesSync(join(dir, "submissions", KEY.quarter, orgCode), new Date(AT), new Date(AT));
	};

	const twoSettledRows = async () => {
		const dir = dataDir();
		const { submissions } = await open(dir);
		await submissions.submit(sample(1));
		await submissions.submit(SECOND);
		settle(dir);
		return { dir, submissions };
	};

	test("is derived: deleted, spoilt or outdated, it is made again from the files", async () => {
		const { dir, submissions } = await twoSettledRows();
		const rows = await submissions.rows(KEY.quarter);
		expect(rows.map((row) => row.orgCode)).toEqual(["91990101MA00003300", "91990101MA0TE0T126"]);
		const whole = readFileSync(indexOf(dir));
		const replaced = (from: string, to: string) => {
			const at = whole.indexOf(from);
			expect(at).toBeGreaterThan(0);
			return Buffer.concat([
				whole.subarray(0, at),
				Buffer.from(to),
				whole.subarray(at + Buffer.byteLength(from)),
			]);
		};
		const spoil: readonly Buffer[] = [
			Buffer.from(""),
			Buffer.from("nonsense"),
			Buffer.from("null\n"),
			replaced('"index":', '"index":1'),
			replaced('"endianness":"', '"endianness":"x'),
			replaced(KEY.quarter, "2026-Q2"),
			replaced('"employees values"', '"employees-values"'),
			replaced('"employees places"', '"employees-places"'),
			replaced(ORGANISED.orgName, "另一家".repeat(2)),
			whole.subarray(0, whole.length / 2),
			Buffer.concat([whole.subarray(0, -9), Buffer.alloc(9, 1)]),
		];
		for (const bytes of spoil) {
			writeFileSync(indexOf(dir), bytes);
			expect(await openForReading(dir).submissions.rows(KEY.quarter)).toEqual(rows);
			expect(readFileSync(indexOf(dir)).length).toBe(whole.length);
		}
		rmSync(indexOf(dir));
		expect(await openForReading(dir).submissions.rows(KEY.quarter)).toEqual(rows);
		await submissions.submit(sample(3, { employees: 45 }));
		expect((await openForReading(dir).submissions.rows(KEY.quarter))[1]?.head?.employees).toBe(45);
		expect((await submissions.rows(KEY.quarter))[1]?.head?.employees).toBe(45);
	});

	test("is trusted for a folder that did not change, and not for one that did", async () => {
		const { dir, submissions } = await twoSettledRows();
		const rows = await submissions.rows(KEY.quarter);
		const file = join(dir, FOLDER, `${id(1)}.r1.json`);
		// Gone behind the back of the folder's time: the index does not look.
		rmSync(file);
		settle(dir);
		expect(await openForReading(dir).submissions.rows(KEY.quarter)).toEqual(rows);
		utimesSync(join(dir, FOLDER), new Date(), new Date());
		expect(await openForReading(dir).submissions.rows(KEY.quarter)).toEqual(rows.slice(0, 1));
		// Nothing of what is gone stays behind in the index.
		expect(readFileSync(indexOf(dir), "utf8")).not.toContain(ORGANISED.orgName);
	});

	test("gives only the fields asked for, read from the files or from the index alike", async () => {
		const { dir, submissions } = await twoSettledRows();
		for (const store of [submissions, openForReading(dir).submissions]) {
			const [first, second] = await store.rowsWith(KEY.quarter, ["fullMembers", "partyOrgId"]);
			expect(second?.head).toMatchObject({ submissionId: id(1), fullMembers: 3, partyOrgId: "PO-A1" });
			expect(first?.head).toMatchObject({ submissionId: id(2), fullMembers: 2 });
			expect(Object.keys(first?.head ?? {})).not.toContain("orgName");
		}
	});

	test("what was changed or added since is seen, whatever was asked for before", async () => {
		const { dir, submissions } = await twoSettledRows();
		const kept = openForReading(dir).submissions;
		const employees = async (store: typeof kept, fields: readonly ("employees" | "orgName")[]) =>
			(await store.rowsWith(KEY.quarter, fields)).map(({ head }) => head?.employees);
		expect(await employees(kept, ["employees"])).toEqual([40, 40]);
		await submissions.submit(sample(3, { employees: 45 }));
		for (const store of [kept, openForReading(dir).submissions]) {
			expect(await employees(store, ["employees"])).toEqual([40, 45]);
			expect(await employees(store, ["employees", "orgName"])).toEqual([40, 45]);
		}
		settle(dir);
		expect(await employees(openForReading(dir).submissions, ["employees"])).toEqual([40, 45]);
		// Put there by hand, in a new folder and in a known one.
		const added = { ...SECOND, submissionId: id(4), orgCode: orgCode(7) };
		mkdirSync(join(dir, "submissions", KEY.quarter, added.orgCode));
		for (const one of [
			added,
			{ ...SECOND, submissionId: id(5), revision: 2, baseRevision: 1, employees: 13 },
		]) {
			const folder = join(dir, "submissions", KEY.quarter, one.orgCode);
			writeFileSync(join(folder, `${one.submissionId}.r${one.revision}.json`), JSON.stringify(one));
		}
		for (const store of [kept, openForReading(dir).submissions]) {
			expect((await employees(store, ["employees"])).toSorted()).toEqual([13, 40, 45]);
			expect((await store.rows(KEY.quarter)).map(({ head }) => head?.employees).toSorted()).toEqual([
				13, 40, 45,
			]);
		}
	});

	test("of many rows a second thread reads its share, quarter after quarter, and nobody can tell", async () => {
		const dir = dataDir();
		const quarters = ["2026-Q2", "2026-Q3"];
		writeDemoLedger(dir, 2_200, quarters, [{ code: "yunxi", name: "云溪街道" }]);
		const shared = openForReading(dir).submissions;
		const { submissions } = openForReading(dir);
		for (const quarter of quarters) {
			const rows = await shared.rows(quarter);
			expect(rows.length).toBeGreaterThan(2_000);
			for (const row of rows.slice(0, 500)) expect(await submissions.row(row)).toEqual(row);
		}
	});
});

test("no path can be made from what is not a quarter and a credit code", async () => {
	const { submissions } = await open(dataDir());
	for (const orgCode of ["../../etc", "91990101MA0TE0T127", "91990101ma0te0t126", "."]) {
		await expect(submissions.row({ quarter: "2026-Q3", orgCode })).rejects.toThrow(RangeError);
	}
	await expect(submissions.row({ quarter: "../2026", orgCode: KEY.orgCode })).rejects.toThrow(RangeError);
});
