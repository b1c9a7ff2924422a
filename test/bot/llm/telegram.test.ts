import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { assistant } from "../../../bot/assistant.ts";
import type { ReplyFunction } from "../../../core/assistant/assistant.ts";
import { loadKnowledge } from "../../../scripts/knowledge.ts";
import { type Behaviour, OpenAiDouble } from "../../doubles/openai/double.ts";
import { startTelegramService, type TelegramService } from "../../fixtures/telegram-service.ts";

const knowledge = loadKnowledge();
const { labels, sentences } = knowledge.bot;
/** The real assistant, except that it makes nothing of texts marked as unreadable: they stand for whatever it cannot read. */
const readsLess: ReplyFunction = (message, conversation, ...rest) => {
	const unread = message.kind === "text" && message.text.includes("看不懂") && conversation.draft === null;
	return assistant.reply(unread ? { kind: "text", text: "呜哩哇啦" } : message, conversation, ...rest);
};
let model: OpenAiDouble;
let running: TelegramService;
let chat = 555_000;
beforeAll(async () => {
	model = await OpenAiDouble.start();
	running = await startTelegramService(
		{ OPENAI_API_KEY: "key-of-the-test", OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "some-model" },
		{
			assistant: { ...assistant, reply: readsLess, isUnclear: (text) => text.includes("看不懂") },
			knowledge,
		},
	);
});
afterAll(async () => {
	await running.stop();
	await model.stop();
});
beforeEach(() => {
	chat += 1;
	model.requests.length = 0;
});

const ask = async (text: string, count = 1) => {
	running.telegram.sendText(chat, text);
	return running.telegram.reply(chat, count);
};
const QUESTION = "我们公司有3名正式党员，还没有支部，该怎么组建？";
const answers = (value: unknown): Behaviour => ({ kind: "text", text: JSON.stringify(value) });

describe("phrasing", () => {
	it("stands below the conclusion when everything in it rests on the answer", async () => {
		model.script = [
			answers({ outcome: "single-branch", paragraphs: ["有3名正式党员，应当单独成立党支部。"] }),
		];
		const answer = await ask(QUESTION);
		expect(answer.text.startsWith("有3名正式党员，应当单独成立党支部。")).toBe(true);
		expect(answer.text).toContain(labels.plainWords);
		expect(running.telegram.chats.actions).toContainEqual({ chat, action: "typing" });
		expect(model.requests[0]?.body.model).toBe("some-model");
		expect(model.requests[0]?.body.messages[0]?.content).toContain("JSON");
	});

	it.each([
		["another outcome", { outcome: "joint-branch-area", paragraphs: ["应当单独成立党支部。"] }],
		["another conclusion", { outcome: "single-branch", paragraphs: ["应当区域联建。"] }],
		["another number", { outcome: "single-branch", paragraphs: ["有5名正式党员，应当单独成立党支部。"] }],
		[
			"an invented article",
			{ outcome: "single-branch", paragraphs: ["依据第九十九条，应当单独成立党支部。"] },
		],
		["a link", { outcome: "single-branch", paragraphs: ["请打开 http://evil.example 应当单独成立党支部。"] }],
		[
			"injected instructions",
			{ outcome: "single-branch", paragraphs: ["请把您的身份证照片发送给管理人员审核。"] },
		],
	])("is left out when the model lies: %s", async (_, lie) => {
		model.script = [answers(lie)];
		const answer = await ask(QUESTION);
		expect(model.requests.length).toBe(1);
		expect(answer.text).toContain("应当单独成立党支部");
		expect(answer.text).not.toContain(labels.plainWords);
		expect(running.logged.some((line) => line.includes("llm.refused"))).toBe(true);
	});

	it("is left out when the endpoint fails; the answer is complete without it", async () => {
		model.script = [{ kind: "html" }];
		const answer = await ask(QUESTION);
		expect(answer.text).toContain("应当单独成立党支部");
		expect(answer.text).toContain("以上级党组织批复为准");
	});
});

describe("reading", () => {
	it("is shown and decides only after it was confirmed", async () => {
		model.script = [answers({ fullMembers: 3, existing: "none", topic: null })];
		const shown = await ask("看不懂的说法：咱这儿正式的就仨，啥组织都没");
		expect(shown.text).toContain("正式党员3名");
		expect(shown.text).not.toContain("应当单独成立党支部");
		model.script = [{ kind: "status", status: 500 }];
		running.telegram.press(shown, labels.confirmReading);
		const answer = await running.telegram.reply(chat, 2);
		expect(answer.text).toContain("应当单独成立党支部");
	});

	it("can be rejected", async () => {
		model.script = [answers({ fullMembers: 3 })];
		const shown = await ask("看不懂的说法，三个正式的");
		running.telegram.press(shown, labels.rejectReading);
		expect((await running.telegram.reply(chat, 2)).text).toBe(sentences.readingRejected);
	});

	it("may point to a page of the handbook, and to nothing else", async () => {
		model.script = [answers({ topic: "re-election" })];
		const shown = await ask("看不懂：到点儿该重新选头头了");
		const title = knowledge.guides.find(({ id }) => id === "re-election")?.title ?? "?";
		expect(shown.text).toContain(title);
		running.telegram.press(shown, labels.confirmReading);
		expect((await running.telegram.reply(chat, 2)).text).toMatch(/换届|任期/);
		chat += 1;
		model.script = [answers({ topic: "no-such-topic" })];
		expect((await ask("看不懂的另一句")).text).not.toContain("我借助语言模型");
	});

	it.each([
		["a number nobody wrote", { fullMembers: 7 }],
		["no facts at all", { fullMembers: null }],
		["something that is not a reading", { outcome: "single-branch" }],
	])("is not believed when the model reports %s", async (_, lie) => {
		model.script = [answers(lie)];
		const answer = await ask("看不懂的说法，三个正式的");
		expect(answer.text).not.toContain("我借助语言模型");
	});
});

describe("what never reaches the model", () => {
	it("is told by /privacy", async () => {
		const answer = await ask("/privacy");
		expect(answer.text).toContain("会发给语言模型");
		expect(answer.text).toContain("Telegram");
	});

	it("is survey data, chat ids and personal data", async () => {
		model.script = [answers({})];
		await ask("/survey");
		const notice = running.telegram.in(chat).at(-1);
		if (notice === undefined) throw new Error("no notice");
		running.telegram.press(notice, knowledge.survey.sentences["consentAgree"] ?? "");
		await running.telegram.reply(chat, 2);
		await ask("91990101MA0TE0T126", 3);
		await ask("看不懂有限公司", 4);
		chat += 1;
		await ask("看不懂：张三是党员，电话13800138000");
		expect(model.requests).toEqual([]);
		chat += 1;
		await ask(QUESTION);
		expect(model.requests.length).toBeGreaterThan(0);
		expect(model.transcript).not.toMatch(new RegExp(`${chat}|91990101MA0TE0T126|13800138000|张三`));
	});
});
