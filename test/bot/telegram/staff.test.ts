import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fill } from "../../../bot/exchange/buttons.ts";
import { loadRefKey, submitterRef } from "../../../bot/reference.ts";
import { ContactStore } from "../../../bot/stores/contacts/contact-store.ts";
import { openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import { quarterOfInstant } from "../../../core/survey/quarter.ts";
import { sampleSubmission } from "../../doubles/assistant.ts";
import { shellKnowledge } from "../../fixtures/shell-knowledge.ts";
import { startTelegramService, type TelegramService } from "../../fixtures/telegram-service.ts";

const { bot } = shellKnowledge();
const STAFF = 31;
const MEMBER = 32;
const ID = "01K5B2WZ3M8Q4R7T9V1X2Y3Z4A";
const OWN = "01K5B2WZ3M8Q4R7T9V1X2Y3Z4B";
let running: TelegramService;
const quarter = quarterOfInstant(new Date().toISOString());

beforeAll(async () => {
	running = await startTelegramService({ ADMIN_IDS: String(STAFF) });
	const key = loadRefKey(running.dataDir, null);
	const { submissions } = await openSubmissionStore(running.dataDir, { trashDays: 30 });
	const at = new Date().toISOString();
	for (const [id, sender, orgName] of [
		[ID, MEMBER, "示例甲公司"],
		[OWN, STAFF, "示例乙公司"],
	] as const) {
		const ref = submitterRef(key, "telegram", String(sender));
		await submissions.submit({ ...sampleSubmission(id, ref, at), quarter, orgName });
	}
	await new ContactStore(`${running.dataDir}/contacts`, key).remember(
		submitterRef(key, "telegram", String(MEMBER)),
		String(MEMBER),
		at,
	);
});
afterAll(() => running.stop());

let said = 0;
const say = async (text: string, chat = STAFF, user = chat) => {
	said += 1;
	const count = running.telegram.in(chat).length;
	running.telegram.sendText(chat, text, { user, date: 1_800_000_000 + said * 61 });
	return (await running.telegram.reply(chat, count + 1)).text;
};

describe("staff commands", () => {
	it("are refused to everybody else and in groups", async () => {
		expect(await say("/queue", MEMBER)).toBe(bot.problems.staffOnly);
		expect(await say("/stats@handbook_test_bot", -77, STAFF)).toBe(bot.problems.staffPrivateOnly);
	});

	it("list, verify, return and count", async () => {
		const queue = await say("/queue");
		expect(queue).toContain("待核实2份");
		expect(queue).toContain(ID);
		expect(queue).toContain("示例甲公司（云溪街道");
		expect(await say(`/stale 云溪街道`)).toContain("· 示例甲公司");
		expect(await say("/stale 不存在街道")).toContain("松岭街道");
		expect(await say("/verify")).toBe(bot.problems.verifyUsage);
		expect(await say("/verify 01K5B2WZ3M8Q4R7T9V1X2Y3Z4C")).toContain("没有编号为");
		expect(await say(`/verify ${OWN}`)).toBe(bot.staff.ownSubmission);
		expect(await say(`/verify ${ID.toLowerCase()}`)).toContain("已核实：示例甲公司");
		const stats = await say("/stats");
		expect(stats).toContain("在营单位1家");
		expect(stats).toContain("组织覆盖率0%（0/1）");
		expect(await say("/stats 去年")).toBe(bot.staff.unknownQuarter);
	});

	it("tell a submitter who opted in why it was returned", async () => {
		const before = running.telegram.in(MEMBER).length;
		expect(await say(`/return ${ID} 职工总数请核实`)).toContain("已退回：示例甲公司");
		const told = await running.telegram.reply(MEMBER, before + 1);
		expect(told.text).toContain("职工总数请核实");
		expect(await say(`/return ${ID}`)).toBe(bot.problems.returnUsage);
	});

	it("never send the ledger through chat: there is no export, and none of them sends a file or a unit's code", async () => {
		expect(await say("/export")).toBe(fill(bot.problems.unknownCommand, { command: "/export" }));
		expect(await say("/export 2026-Q3")).toBe(fill(bot.problems.unknownCommand, { command: "/export" }));
		for (const text of ["/queue", "/stale", "/stats", `/verify ${ID}`, `/return ${ID} 请核对`])
			await say(text);
		const sent = running.telegram.in(STAFF);
		expect(sent.length).toBeGreaterThan(7);
		expect(sent.filter(({ document }) => document !== null)).toEqual([]);
		const { orgCode } = sampleSubmission(ID, "", "");
		expect(sent.map(({ text }) => text).join("\n")).not.toContain(orgCode);
	});
});
