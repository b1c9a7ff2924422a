import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ContactStore } from "../../../bot/stores/contacts/contact-store.ts";
import { openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import { createSubmissionDesk, InvalidSubmissionError } from "../../../bot/submissions/desk.ts";
import { createWebDesk } from "../../../bot/submissions/receive.ts";
import { knowledge } from "../../core/survey/dialogue-driver.ts";
import { ORGANISED, UNORGANISED } from "../../core/survey/samples.ts";
import { dataDir, filesBelow } from "../stores/data-dir.ts";

const KEY = new Uint8Array(32).fill(7);
const AT = new Date("2026-09-18T08:00:00.000Z");
const { channel: _c, submitterRef: _r, submittedAt: _a, state: _s, revision: _v, ...FORM } = ORGANISED;

async function office() {
	const dir = dataDir();
	const { submissions } = await openSubmissionStore(dir, { trashDays: 30 });
	const contacts = new ContactStore(join(dir, "contacts"), KEY);
	return {
		dir,
		submissions,
		contacts,
		web: createWebDesk(submissions, knowledge, KEY),
		desk: createSubmissionDesk(submissions, contacts, knowledge, () => AT),
	};
}

describe("the web form", () => {
	test("is stored with what the browser must not decide set here, and answered with the number", async () => {
		const { web, submissions } = await office();
		const result = await web.accept(
			{ ...FORM, submitterRef: "b".repeat(64), channel: "telegram" },
			"browser",
			AT,
		);
		expect(result).toMatchObject({ kind: "accepted", revision: 1, quarter: "2026-Q3", warnings: [] });
		expect("message" in result && result.message).toContain(FORM.submissionId);
		const { head } = await submissions.row(ORGANISED);
		expect(head).toMatchObject({ channel: "web", state: "submitted", submittedAt: AT.toISOString() });
		expect(head?.submitterRef).not.toBe("b".repeat(64));
		expect(await web.accept(FORM, "browser", new Date())).toMatchObject({ kind: "again" });
	});

	test("a reference or key of somebody else does not make a sender: another browser meets a conflict", async () => {
		const { web, submissions } = await office();
		await web.accept(FORM, "browser", AT);
		const ref = (await submissions.row(ORGANISED)).head?.submitterRef;
		const other = { ...FORM, submissionId: "01K00000000000000000000002", submitterRef: ref };
		expect(await web.accept(other, "another", AT)).toMatchObject({ kind: "conflict" });
		const third = { ...other, submissionId: "01K00000000000000000000003" };
		expect(await web.accept(third, null, AT)).toMatchObject({ kind: "conflict" });
	});

	test("another content under the same number is refused; so is a state only staff may set", async () => {
		const { web } = await office();
		await web.accept(FORM, "browser", AT);
		expect(await web.accept({ ...FORM, employees: 99 }, "browser", AT)).toMatchObject({ kind: "refused" });
		expect(await web.accept({ ...FORM, state: "verified" }, "browser", AT)).toMatchObject({
			kind: "invalid",
			errors: [{ code: "schema:state" }],
		});
	});

	test.each([
		["nothing", null, "schema:object"],
		["a list", [], "schema:object"],
		["an unknown key", { ...FORM, members: ["张三"] }, "schema:unknown:members"],
		["a prototype key", JSON.parse(`{"__proto__":{"x":1},"constructor":1}`), "schema:unknown:constructor"],
		["a name in a note", { ...FORM, ...UNORGANISED, noOrgNote: "张三是党员" }, "personal:noOrgNote"],
		["a hundred thousand characters", { ...FORM, orgName: "长".repeat(100_000) }, "schema:orgName"],
		["a path as code", { ...FORM, orgCode: "../../../../etc/pas" }, "schema:orgCode"],
		["an unknown street", { ...FORM, streetCode: "nowhere" }, "schema:streetCode"],
	])("%s is explained and not stored", async (_what, body, code) => {
		const { web, dir } = await office();
		const result = await web.accept(body, "browser", AT);
		expect(result.kind).toBe("invalid");
		if (result.kind === "invalid") {
			expect(result.errors.map((error) => error.code)).toContain(code);
			for (const { message } of result.errors) expect(message).toMatch(/[\u4e00-\u9fff]/);
		}
		expect(filesBelow(join(dir, "submissions"))).toEqual([]);
	});
});

describe("effects of the dialogue", () => {
	test("a redelivered submission is stored once; withdrawing forgets the contact; a stranger cannot", async () => {
		const { desk, contacts, submissions, dir } = await office();
		expect(await desk.submit(ORGANISED)).toBe("stored");
		expect(await desk.submit({ ...ORGANISED, submittedAt: "2026-09-18T09:00:00.000Z" })).toBe("stored");
		await desk.reminders(ORGANISED.submitterRef, "123456789", true);
		expect(filesBelow(join(dir, "submissions"))).toHaveLength(1);
		expect(await desk.withdraw(ORGANISED.submissionId, "c".repeat(64))).toBe("refused");
		expect(await contacts.chatOf(ORGANISED.submitterRef)).toBe("123456789");
		expect(await desk.withdraw(ORGANISED.submissionId, ORGANISED.submitterRef)).toBe("withdrawn");
		expect(await contacts.chatOf(ORGANISED.submitterRef)).toBeNull();
		expect((await submissions.row(ORGANISED)).head).toBeNull();
		expect(await desk.submit(ORGANISED)).toBe("refused");
	});

	test("only a verified revision of the same sender is offered for prefill", async () => {
		const { desk, submissions } = await office();
		await desk.submit(ORGANISED);
		expect(await desk.previous(ORGANISED.submitterRef)).toBeNull();
		const decision = {
			quarter: ORGANISED.quarter,
			orgCode: ORGANISED.orgCode,
			revision: 1,
			at: AT.toISOString(),
		};
		await submissions.verify({ ...decision, actor: "e".repeat(64) });
		expect(await desk.previous(ORGANISED.submitterRef)).toMatchObject({ state: "verified", employees: 40 });
		expect(await desk.previous("c".repeat(64))).toBeNull();
	});

	test("a contradictory submission is a defect of ours and is not stored", async () => {
		const { desk, dir } = await office();
		await expect(desk.submit({ ...ORGANISED, employees: 1 })).rejects.toThrow(InvalidSubmissionError);
		expect(filesBelow(join(dir, "submissions"))).toEqual([]);
	});
});

describe("contacts", () => {
	test("are encrypted, bound to their sender and to the key, and erased on opt-out", async () => {
		const { contacts, dir } = await office();
		const [anna, ben] = ["a".repeat(64), "b".repeat(64)];
		await contacts.remember(anna, "123456789", AT.toISOString());
		const { readFileSync, copyFileSync } = await import("node:fs");
		const path = (ref: string) => join(dir, "contacts", `${ref}.json`);
		expect(readFileSync(path(anna), "utf8")).not.toContain("123456789");
		expect(await contacts.chatOf(anna)).toBe("123456789");
		copyFileSync(path(anna), path(ben));
		expect(await contacts.chatOf(ben)).toBeNull();
		expect(await new ContactStore(join(dir, "contacts"), new Uint8Array(32)).chatOf(anna)).toBeNull();
		expect([...(await contacts.references())].sort()).toEqual([anna, ben]);
		await contacts.forget(anna);
		await contacts.forget(anna);
		expect(await contacts.references()).toEqual([ben]);
		await expect(contacts.remember("../x", "1", AT.toISOString())).rejects.toThrow(RangeError);
	});
});
