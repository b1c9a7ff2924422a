import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assistant } from "../../../bot/assistant.ts";
import { checkSubmission } from "../../../core/survey/check.ts";
import { STOP_REMINDERS } from "../../../core/survey/dialogue/buttons.ts";
import { loadKnowledge } from "../../../scripts/knowledge.ts";
import type { StoredMessage } from "../../doubles/telegram/messages.ts";
import { everythingIn, startTelegramService, type TelegramService } from "../../fixtures/telegram-service.ts";

const knowledge = loadKnowledge();
let running: TelegramService;
let chat = 70_000;
beforeAll(async () => {
	running = await startTelegramService({}, { assistant, knowledge });
});
afterAll(() => running.stop());

/** A person in a chat of their own: says or presses something and reads the last message of the answer. */
function person() {
	chat += 1;
	const id = chat;
	let seen = 0;
	const next = async (): Promise<StoredMessage> => {
		await running.telegram.until(() => running.telegram.in(id).length > seen);
		await running.telegram.until(() => running.telegram.updates.pending.length === 0);
		await running.service.idle();
		const all = running.telegram.in(id);
		seen = all.length;
		const last = all.at(-1);
		if (last === undefined) throw new Error("no answer");
		return last;
	};
	return {
		id,
		say: (text: string) => {
			running.telegram.sendText(id, text, { date: Math.floor(Date.now() / 1000) + seen * 61 });
			return next();
		},
		press: (message: StoredMessage, label: string | RegExp) => {
			const button = message.buttons.find(({ text }) =>
				typeof label === "string" ? text === label : label.test(text),
			);
			if (button === undefined)
				throw new Error(`no button ${label} in ${message.buttons.map(({ text }) => text).join(" | ")}`);
			running.telegram.press(message, button.text);
			return next();
		},
		photo: () => {
			running.telegram.sendAttachment(id, { photo: [{ file_id: "p" }] });
			return next();
		},
	};
}

describe("the assistant through Telegram", () => {
	it("answers a question about formation with conclusion, basis, who decides, and folded steps", async () => {
		const me = person();
		const answer = await me.say("我们公司有3名正式党员，还没有支部，该怎么组建？");
		expect(answer.text).toContain("应当单独成立党支部");
		expect(answer.text).toContain("以上级党组织批复为准");
		expect(answer.buttons.some(({ text }) => text.startsWith("展开："))).toBe(true);
		const more = await me.press(answer, "展开：需要的材料");
		expect(more.text).toContain("请示");
		expect(more.buttons.some(({ text }) => text.startsWith("发文件："))).toBe(true);
	});

	it("asks one question and decides on a pressed button; the fact can be changed afterwards", async () => {
		const me = person();
		const question = await me.say("我们公司想建党支部，怎么建");
		expect(question.buttons.map(({ text }) => text)).toContain("3名");
		const answer = await me.press(question, "3名");
		expect(answer.text).toContain("应当单独成立党支部");
		const menu = await me.press(answer, /改/);
		expect(menu.buttons.length).toBeGreaterThan(2);
		const changed = await me.say("其实只有2名正式党员");
		expect(changed.text).not.toContain("应当单独成立党支部");
	});

	it("opens a topic from a deep link", async () => {
		const answer = await person().say("/start re-election");
		expect(answer.text).toMatch(/换届|任期/);
	});
});

describe("the survey through Telegram", () => {
	const choice = (field: string) => knowledge.survey.fields[field]?.choices?.[0]?.label ?? "没有";
	const ANSWERS: Readonly<Record<string, string>> = {
		orgCode: "９１９９０１０１ MA0TE0T126",
		orgName: "示例科技有限公司",
		streetCode: "云溪街道",
		employees: "三十五",
		fullMembers: "2",
		probationaryMembers: "0",
		relationElsewhere: "0",
		mobileMembers: "0",
		developedThisYear: "0",
		surveyedOn: "今天",
		measure: knowledge.survey.sentences["skip"] ?? "",
	};

	/** Answers question by question, by button where there is one with that label, until the review page. */
	async function fillIn(me: ReturnType<typeof person>, first: StoredMessage): Promise<StoredMessage> {
		let page = first;
		for (let step = 0; step < 40; step += 1) {
			if (page.buttons.some(({ text }) => text === knowledge.survey.sentences["send"])) return page;
			const field = Object.entries(knowledge.survey.fields).find(([, { question }]) =>
				page.text.includes(question),
			)?.[0];
			if (field === undefined) throw new Error(`no question in: ${page.text}`);
			const answer = ANSWERS[field] ?? choice(field);
			page = page.buttons.some(({ text }) => text === answer)
				? await me.press(page, answer)
				: await me.say(answer);
		}
		throw new Error("the survey does not end");
	}

	it("explains a bad answer, keeps nothing of personal data, resumes after a restart, ends in one valid file, and is withdrawn", async () => {
		const me = person();
		const notice = await me.say("/survey");
		expect(notice.text).toContain("不填任何人的姓名");
		let page = await me.press(notice, knowledge.survey.sentences["consentAgree"] ?? "");
		page = await me.say("91990101MA0TE0T127");
		expect(page.text).toMatch(/信用代码/);
		page = await me.say("张三是党员，电话13800138000");
		expect(page.text).toContain("删除这条消息");
		page = await me.photo();
		expect(everythingIn(running.dataDir)).not.toMatch(/张三|13800138000/);
		await running.restart();
		page = await me.say("/survey");
		const review = await fillIn(me, page);
		expect(review.text).toContain("示例科技有限公司");
		const receipt = await me.press(review, knowledge.survey.sentences["send"] ?? "");
		const folder = join(
			running.dataDir,
			"submissions",
			readdirSync(join(running.dataDir, "submissions"))[0] ?? "",
			"91990101MA0TE0T126",
		);
		const [file] = readdirSync(folder);
		const stored: unknown = JSON.parse(readFileSync(join(folder, file ?? ""), "utf8"));
		expect(checkSubmission(stored).errors).toEqual([]);
		expect(stored).toMatchObject({ channel: "telegram", employees: 35, fullMembers: 2, state: "submitted" });
		const { submissionId } = stored as { submissionId: string };
		expect(receipt.text).toContain(submissionId);
		expect(JSON.stringify(stored)).not.toContain(String(me.id));

		// Reminders: opted in by button, kept encrypted, ended by the button of a reminder however old it is.
		const contacts = () =>
			readdirSync(join(running.dataDir, "contacts")).filter((name) => name.endsWith(".json"));
		const thanks = await me.press(receipt, knowledge.survey.sentences["remindYes"] ?? "");
		expect(contacts()).toHaveLength(1);
		expect(everythingIn(join(running.dataDir, "contacts"))).not.toContain(String(me.id));
		running.telegram.pressData(thanks, STOP_REMINDERS);
		await running.telegram.until(() => running.telegram.in(me.id).at(-1)?.text.includes("不提醒") === true);
		expect(contacts()).toEqual([]);

		let withdrawal = await me.say("/withdraw");
		if (withdrawal.buttons.length > 0) withdrawal = await me.press(withdrawal, /撤回|确认/);
		expect(readdirSync(folder).filter((name) => name.endsWith(".json"))).toEqual([]);
	});
});
