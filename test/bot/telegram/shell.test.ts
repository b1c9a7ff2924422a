import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { shellKnowledge } from "../../fixtures/shell-knowledge.ts";
import {
	everythingIn,
	logFields,
	startTelegramService,
	type TelegramService,
} from "../../fixtures/telegram-service.ts";

const { bot } = shellKnowledge();
const CHAT = 4242;
let running: TelegramService;
beforeEach(async () => {
	running = await startTelegramService();
});
afterEach(() => running.stop());

const texts = (chat = CHAT) => running.telegram.in(chat).map((message) => message.text);

const submissionFiles = () =>
	readdirSync(join(running.dataDir, "submissions"), { recursive: true })
		.map((name) => String(name).split("/").at(-1) ?? "")
		.filter((name) => name.endsWith(".json"));

describe("Telegram shell", () => {
	it("sets the Chinese command menu and says that it is on", async () => {
		await running.telegram.until(() => running.printed.some((line) => line.includes("@handbook_test_bot")));
		expect(running.telegram.chats.commands).toContainEqual({
			command: "survey",
			description: bot.commands.survey,
		});
		expect(running.telegram.chats.commands).toHaveLength(10);
	});

	it("answers a text, hands commands with their argument on, and opens deep links", async () => {
		running.telegram.sendText(CHAT, "我们有3名正式党员");
		running.telegram.sendText(CHAT, "/ask 怎么换届");
		running.telegram.sendText(CHAT, "/start re-election");
		await running.telegram.reply(CHAT, 3);
		expect(texts()).toEqual([
			"第1次：我们有3名正式党员",
			"第2次：/ask 怎么换届",
			"第3次：/start re-election",
		]);
	});

	it("folds a long answer, unfolds on demand, escapes, links, and stays within the limits", async () => {
		running.telegram.sendText(CHAT, "长");
		const first = await running.telegram.reply(CHAT, 1);
		expect(first.text).toContain("应当单独成立党支部");
		expect(first.text).toContain("最终以上级党组织批复为准");
		expect(first.text).not.toContain("第1步");
		running.telegram.press(first, "展开：下一步");
		const unfolded = await running.telegram.reply(CHAT, 2);
		expect(unfolded.text).toContain("1. 第1步<办理>（1个月内）：按要求&准备");
		await running.telegram.until(() => texts().join("").includes("第40步"));
		const last = running.telegram.in(CHAT).at(-1);
		expect(last?.source).toContain(
			'<a href="https://handbook.example/guides/single-branch/#steps">完整步骤</a>',
		);
		expect(running.telegram.chats.openCallbacks.size).toBe(0);
	});

	it("sends a generated file as an upload", async () => {
		running.telegram.sendText(CHAT, "长");
		const first = await running.telegram.reply(CHAT, 1);
		running.telegram.press(first, "展开：需要的材料");
		const materials = await running.telegram.reply(CHAT, 2);
		running.telegram.press(materials, "发文件：成立请示");
		const sent = await running.telegram.reply(CHAT, 3);
		expect(sent.document?.name).toBe("request.docx");
		expect(Buffer.from(sent.document?.bytes ?? []).toString()).toBe("docx bytes");
	});

	it("takes a pressed choice once; a second press and old buttons are explained", async () => {
		running.telegram.sendText(CHAT, "你好");
		const first = await running.telegram.reply(CHAT, 1);
		running.telegram.press(first, "是");
		running.telegram.press(first, "是");
		await running.telegram.until(() => running.telegram.chats.answered.length === 2);
		expect(texts()).toEqual(["第1次：你好", "第2次：选择yes"]);
		expect(running.telegram.chats.answered[1]).toMatchObject({ text: bot.problems.staleButton, alert: true });
		running.telegram.pressData(first, "data of another version");
		await running.telegram.until(() => running.telegram.chats.answered.length === 3);
		expect(running.telegram.chats.answered[2]?.text).toBe(bot.problems.staleButton);
	});

	it("lets several choices be ticked and takes them together", async () => {
		running.telegram.sendText(CHAT, "多选");
		const message = await running.telegram.reply(CHAT, 1);
		running.telegram.press(message, "area");
		await running.telegram.until(() => message.buttons.some((button) => button.text === "✓ area"));
		running.telegram.press(message, "lead");
		await running.telegram.until(() => message.buttons.some((button) => button.text === "✓ lead"));
		running.telegram.press(message, "✓ area");
		await running.telegram.until(() => message.buttons.some((button) => button.text === "area"));
		running.telegram.press(message, "industry");
		await running.telegram.until(() => message.buttons.some((button) => button.text === "✓ industry"));
		running.telegram.press(message, "选好了");
		expect((await running.telegram.reply(CHAT, 2)).text).toBe("第2次：选择industry,lead");
	});

	it("explains unknown commands, long texts, personal data and flat attachments; nothing of them is kept", async () => {
		const secret = "13800138000";
		running.telegram.sendText(CHAT, "/nosuchcommand");
		running.telegram.sendText(CHAT, "长文".repeat(50_000));
		running.telegram.sendText(CHAT, `联系我 ${secret}`);
		running.telegram.sendAttachment(CHAT, { photo: [{ file_id: "photo-id" }], caption: "党员名单" });
		running.telegram.sendText(CHAT, "🙂🙂");
		await running.telegram.reply(CHAT, 5);
		expect(texts()[0]).toContain("没有“/nosuchcommand”这个命令");
		expect(texts()[1]).toContain("一次最多1000字");
		expect(texts()[2]).toContain("手机号码");
		expect(texts()[2]).toContain("删除这条消息");
		expect(texts()[3]).toBe("第1次：附件photo");
		expect(texts()[4]).toBe("第2次：🙂🙂");
		const kept = everythingIn(running.dataDir) + running.logged.join("");
		for (const word of [secret, "党员名单", "photo-id", "长文", "测试姓名", "private_name"])
			expect(kept).not.toContain(word);
	});

	it("keeps no text in the inbox and no chat id anywhere once a message is answered", async () => {
		running.telegram.sendText(987_654_321, "一句不留的话");
		await running.telegram.reply(987_654_321, 1);
		await running.restart();
		expect(everythingIn(join(running.dataDir, "inbox"))).not.toContain("一句不留的话");
		expect(everythingIn(running.dataDir) + running.logged.join("")).not.toContain("987654321");
	});

	it("limits a flood by the time of sending, answers it once, and lets buttons through", async () => {
		const date = Math.floor(Date.now() / 1000);
		for (let index = 0; index < 40; index += 1) running.telegram.sendText(CHAT, `第${index}条`, { date });
		await running.telegram.until(
			() => running.telegram.updates.pending.length === 0 && running.telegram.in(CHAT).length >= 31,
		);
		running.telegram.press(await running.telegram.reply(CHAT, 30), "是");
		await running.telegram.reply(CHAT, 32);
		expect(texts().filter((text) => text.includes("消息发得太快了"))).toHaveLength(1);
		expect(texts().at(-1)).toBe("第31次：选择yes");
		running.telegram.sendText(CHAT, "一分钟以后", { date: date + 61 });
		expect((await running.telegram.reply(CHAT, 33)).text).toBe("第32次：一分钟以后");
	});

	it("stays quiet in groups unless addressed, keeps people apart, and collects nothing there", async () => {
		const group = -100_500;
		running.telegram.sendText(group, "中午吃什么", { user: 1 });
		running.telegram.sendText(group, "@handbook_test_bot 怎么换届", { user: 1 });
		running.telegram.sendText(group, "@handbook_test_bot 怎么换届", { user: 2 });
		running.telegram.sendText(group, "/survey@handbook_test_bot", { user: 1 });
		await running.telegram.reply(group, 3);
		expect(texts(group).slice(0, 2)).toEqual(["第1次：怎么换届", "第1次：怎么换届"]);
		expect(texts(group)[2]).toBe(bot.problems.groupSurvey);
		expect(running.telegram.in(group)[2]?.buttons[0]?.url).toBe(
			"https://t.me/handbook_test_bot?start=survey",
		);
	});

	it("stores a submission before it acknowledges it, as a valid file", async () => {
		running.telegram.sendText(CHAT, "提交");
		const receipt = await running.telegram.reply(CHAT, 1);
		const id = /已收到 (\w{26})/.exec(receipt.text)?.[1];
		expect(submissionFiles()).toEqual([`${id}.r1.json`]);
	});

	it("goes on after a restart where it stood, buttons included", async () => {
		running.telegram.sendText(CHAT, "你好");
		const first = await running.telegram.reply(CHAT, 1);
		await running.restart();
		running.telegram.press(first, "是");
		expect((await running.telegram.reply(CHAT, 2)).text).toBe("第2次：选择yes");
	});

	it("does not answer again what Telegram delivers again", async () => {
		const update = running.telegram.sendText(CHAT, "提交");
		await running.telegram.reply(CHAT, 1);
		await running.telegram.until(() => running.telegram.updates.pending.length === 0);
		running.telegram.updates.again(update);
		await running.restart();
		await running.telegram.reply(CHAT, 2);
		expect(texts()[1]).toBe(texts()[0]);
		expect(submissionFiles()).toHaveLength(1);
	});

	it("parks what breaks it, tells the person, and goes on", async () => {
		running.telegram.sendText(CHAT, "出错");
		running.telegram.sendText(CHAT, "下一句");
		await running.telegram.reply(CHAT, 2);
		expect(texts()).toEqual([bot.problems.failed, "第1次：下一句"]);
		expect(everythingIn(running.dataDir) + running.logged.join("")).not.toContain("机密原文");
		expect(logFields(running.logged)).toContainEqual(
			expect.objectContaining({ event: "inbox.parked", code: "TypeError" }),
		);
	});

	it("survives Telegram's faults: 429, 5xx, cut lines and lost replies", async () => {
		running.telegram.fail(
			"sendMessage",
			{ kind: "status", status: 429, retryAfter: 1 },
			{ kind: "status", status: 502 },
			{ kind: "reset" },
		);
		running.telegram.sendText(CHAT, "甲");
		running.telegram.sendText(CHAT, "乙");
		await running.telegram.reply(CHAT, 2);
		expect(texts()).toEqual(["第1次：甲", "第2次：乙"]);
		running.telegram.fail("sendMessage", { kind: "lost" });
		running.telegram.sendText(CHAT, "丙");
		// The reply arrived but its acknowledgement was lost: it is sent once more, with the same words.
		await running.telegram.reply(CHAT, 4);
		expect(texts().slice(2)).toEqual(["第3次：丙", "第3次：丙"]);
	});

	it("takes a person who blocked the bot for what it is and goes on with the others", async () => {
		running.telegram.chats.blocked.add(CHAT);
		running.telegram.sendText(CHAT, "你好");
		running.telegram.sendText(CHAT + 1, "你好");
		await running.telegram.reply(CHAT + 1, 1);
		await running.telegram.until(() => running.logged.some((line) => line.includes("telegram.blocked")));
		expect(running.logged.join("")).not.toContain("inbox.parked");
	});

	it("never writes the token, not even when the network fails", async () => {
		running.telegram.fail(
			"getUpdates",
			{ kind: "reset" },
			{ kind: "status", status: 500 },
			{ kind: "status", status: 409 },
		);
		running.telegram.sendText(CHAT, "你好");
		running.telegram.fail(
			"sendMessage",
			{ kind: "reset" },
			{ kind: "status", status: 400, description: "bad 机密" },
		);
		await running.telegram.until(() => running.logged.some((line) => line.includes("inbox.retry")));
		await running.telegram.reply(CHAT, 1);
		const everything = running.logged.join("") + running.printed.join("") + everythingIn(running.dataDir);
		expect(everything).not.toContain(running.telegram.token);
		expect(everything).not.toContain("test-token");
	});
});

describe("Telegram shell at the start", () => {
	it("serves the site while Telegram cannot be reached, and says so", async () => {
		const other = await startTelegramService({ TELEGRAM_API_ROOT: "http://127.0.0.1:9" });
		await other.telegram.until(() => other.printed.some((line) => line.includes("暂时连不上")));
		expect((await fetch(`${other.service.url}/healthz`)).status).toBe(200);
		await other.stop();
	});

	it("says that the token was refused", async () => {
		const other = await startTelegramService({ TELEGRAM_BOT_TOKEN: "1:wrong" });
		await other.telegram.until(() => other.printed.some((line) => line.includes("TELEGRAM_BOT_TOKEN")));
		expect(other.printed.join("")).toContain("被拒绝");
		await other.stop();
	});

	it("takes updates by webhook, written before they are acknowledged, and answers them", async () => {
		const other = await startTelegramService({
			BOT_MODE: "webhook",
			WEBHOOK_SECRET: "a-secret-of-the-webhook",
			PUBLIC_URL: "https://public.example",
		});
		await other.telegram.until(
			() =>
				other.telegram.chats.webhook !== null &&
				other.printed.some((line) => line.includes("public.example")),
		);
		const url = `${other.service.url}/telegram/webhook`;
		expect(other.telegram.chats.webhook).toEqual({
			url: "https://public.example/telegram/webhook",
			secret: "a-secret-of-the-webhook",
		});
		other.telegram.deliverTo({ url, secret: "a-secret-of-the-webhook" });
		for (let index = 0; index < 10; index += 1) other.telegram.sendText(CHAT, `第${index}句`);
		await other.telegram.reply(CHAT, 10);
		expect(other.telegram.in(CHAT).map((message) => message.text)).toEqual(
			Array.from({ length: 10 }, (_, n) => `第${n + 1}次：第${n}句`),
		);
		expect(other.telegram.deliveries.every(({ status }) => status === 200)).toBe(true);
		await other.stop();
	});
});
