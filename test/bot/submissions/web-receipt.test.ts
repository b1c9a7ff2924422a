import { describe, expect, test } from "vitest";
import { submitterRef } from "../../../bot/reference.ts";
import { openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import { createWebDesk } from "../../../bot/submissions/receive.ts";
import { knowledge } from "../../core/survey/dialogue-driver.ts";
import { ORGANISED } from "../../core/survey/samples.ts";
import { dataDir, filesBelow } from "../stores/data-dir.ts";

const KEY = new Uint8Array(32).fill(7);
const AT = new Date("2026-09-18T08:00:00.000Z");
const NEXT_QUARTER = new Date("2026-11-18T08:00:00.000Z");
const STAFF = "f".repeat(64);
const { channel: _c, submitterRef: _r, submittedAt: _a, state: _s, revision: _v, ...FORM } = ORGANISED;
const { orgCode, quarter, submissionId } = ORGANISED;

async function office() {
	const dir = dataDir();
	const { submissions } = await openSubmissionStore(dir, { trashDays: 30 });
	const web = createWebDesk(submissions, knowledge, KEY);
	await web.accept(FORM, "mine", AT);
	const verify = (revision: number) =>
		submissions.verify({ quarter, orgCode, revision, actor: STAFF, at: AT.toISOString() });
	return { dir, submissions, web, verify };
}

describe("prefill", () => {
	test("gives the sender what staff have verified, this quarter and the next one, and nothing before", async () => {
		const { web, verify } = await office();
		expect(await web.previous(orgCode, "mine", AT)).toBeNull();
		expect(await verify(1)).toMatchObject({ kind: "done" });
		for (const at of [AT, NEXT_QUARTER]) {
			const prefill = await web.previous(` ${orgCode.toLowerCase()} `, "mine", at);
			expect(prefill).toMatchObject({ orgCode, orgName: FORM.orgName, employees: FORM.employees });
			expect(Object.keys(prefill ?? {})).not.toContain("quarter");
			expect(Object.keys(prefill ?? {})).not.toContain("submissionId");
		}
		expect(await web.previous(orgCode, "mine", new Date("2027-03-01T00:00:00Z"))).toBeNull();
	});

	test("gives nobody else anything: another key, the reference itself, another unit, no unit, a path", async () => {
		const { web, verify } = await office();
		await verify(1);
		for (const key of ["other", "", submitterRef(KEY, "web", "mine"), "mine "])
			expect(await web.previous(orgCode, key, AT)).toBeNull();
		for (const code of ["91990101MA00003300", "", "../../audit", "x".repeat(100_000)])
			expect(await web.previous(code, "mine", AT)).toBeNull();
	});

	test("not even when somebody else's revision was verified in the meantime", async () => {
		const { web, submissions, verify } = await office();
		const theirs = { ...FORM, submissionId: "01K00000000000000000000002", employees: 77 };
		expect(await web.accept(theirs, "theirs", AT)).toMatchObject({ kind: "conflict" });
		const decision = { quarter, orgCode, revision: 1, actor: STAFF, at: AT.toISOString() };
		const choice = { submissionId: theirs.submissionId, choice: "apply" } as const;
		expect(await submissions.resolve({ ...decision, ...choice })).toMatchObject({ kind: "done" });
		await verify((await submissions.row({ quarter, orgCode })).head?.revision ?? 0);
		expect(await web.previous(orgCode, "mine", AT)).toBeNull();
		expect(await web.previous(orgCode, "theirs", AT)).toMatchObject({ employees: 77 });
	});
});

describe("withdrawal", () => {
	test("moves what was sent to the trash for the holder of the key, however the number is typed", async () => {
		const { dir, web, submissions } = await office();
		const typed = ` ${submissionId.toLowerCase().replace(/^(.{8})/, "$1 ")} `;
		const result = await web.withdraw(typed, "mine", AT);
		expect(result).toMatchObject({ withdrawn: true });
		expect(result.message).toContain(submissionId);
		expect((await submissions.row({ quarter, orgCode })).head).toBeNull();
		expect(filesBelow(dir).some((path) => path.startsWith("trash/"))).toBe(true);
		expect(await web.withdraw(submissionId, "mine", AT)).toMatchObject({ withdrawn: true });
		expect(await web.accept(FORM, "mine", AT)).toMatchObject({ kind: "refused" });
	});

	test("does nothing for anybody else, and does not tell a wrong number from a wrong key", async () => {
		const { web, submissions } = await office();
		const answers = await Promise.all([
			web.withdraw(submissionId, "other", AT),
			web.withdraw("01K00000000000000000000009", "mine", AT),
			web.withdraw("../../etc/passwd", "mine", AT),
			web.withdraw("", "", AT),
		]);
		for (const answer of answers) {
			expect(answer).toEqual({ withdrawn: false, message: knowledge.survey.sentences["withdrawRefusedWeb"] });
		}
		expect((await submissions.row({ quarter, orgCode })).head).not.toBeNull();
	});
});
