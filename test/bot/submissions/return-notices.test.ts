import { join } from "node:path";
import { expect, test } from "vitest";
import { ContactStore } from "../../../bot/stores/contacts/contact-store.ts";
import { openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import { sendReturnNotices } from "../../../bot/submissions/return-notices.ts";
import { ORGANISED } from "../../core/survey/samples.ts";
import { shellKnowledge } from "../../fixtures/shell-knowledge.ts";
import { ledger } from "../../scripts/ledger/run-by-name.ts";
import { dataDir } from "../stores/data-dir.ts";

test("a return at the office's screen is told once to a submitter who opted in, and to nobody else", async () => {
	const dir = dataDir();
	const contacts = new ContactStore(join(dir, "contacts"), new Uint8Array(32).fill(3));
	await contacts.remember("a".repeat(64), "11", "2026-09-01T00:00:00.000Z");
	const { submissions } = await openSubmissionStore(dir, { trashDays: 30 });
	const other = { orgCode: "91990101MA00003300", submissionId: "01K00000000000000000000002" };
	await submissions.submit(ORGANISED);
	await submissions.submit({ ...ORGANISED, ...other, submitterRef: "b".repeat(64) });
	const told: string[] = [];
	let reachable = false;
	const run = () =>
		sendReturnNotices({
			folder: join(dir, "reminders"),
			store: submissions,
			contacts,
			knowledge: shellKnowledge(),
			tell: async (chat, text) => {
				if (reachable) told.push(`${chat} ${text}`);
				return reachable;
			},
			stop: new AbortController().signal,
		});
	expect(await run()).toBe(0);
	for (const code of [ORGANISED.orgCode, other.orgCode]) {
		await ledger(dir, "return", "2026-Q3", code, "--reason", "职工总数请核实");
	}
	expect(await run()).toBe(0);
	reachable = true;
	expect([await run(), await run()]).toEqual([1, 0]);
	expect(told).toEqual([expect.stringMatching(/^11 .*示例软件有限公司.*职工总数请核实/)]);
});
