import type { Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import { inboxItem, type ReduceOptions, reduceUpdate } from "../../../bot/inbox/reduce.ts";

const options: ReduceOptions = {
	bot: { id: 7, username: "handbook_bot" },
	personalData: (text) => (/\d{11}/.test(text) ? ["手机号码"] : []),
	now: () => new Date("2026-09-18T00:00:00Z"),
};
const person = {
	id: 5,
	is_bot: false,
	first_name: "李雷",
	last_name: "李",
	username: "lilei",
	language_code: "zh",
};
const update = (
	message: Record<string, unknown>,
	chat: Record<string, unknown> = { id: 5, type: "private", first_name: "李雷" },
) =>
	({
		update_id: 1,
		message: { message_id: 2, date: 3, chat, from: person, ...message },
	}) as unknown as Update;
const group = { id: -9, type: "supergroup", title: "某某公司群" };

describe("reduceUpdate", () => {
	it("keeps of the sender only the numeric id", () => {
		const item = reduceUpdate(update({ text: "怎么换届" }), options);
		expect(item?.update.message).toEqual({
			message_id: 2,
			date: 3,
			chat: { id: 5, type: "private" },
			from: { id: 5, is_bot: false },
			text: "怎么换届",
			entities: [],
		});
		expect(JSON.stringify(item)).not.toMatch(/李|lilei/);
		expect(inboxItem.safeParse(item).success).toBe(true);
	});

	it("drops the text of a message with personal data before anything is written", () => {
		const item = reduceUpdate(update({ text: "我叫张三 13800138000" }), options);
		expect(item?.refused).toEqual({ kind: "personal-data", kinds: ["手机号码"] });
		expect(JSON.stringify(item)).not.toContain("13800138000");
	});

	it("drops texts over 1,000 characters, counted as characters and not as code units", () => {
		expect(reduceUpdate(update({ text: "党".repeat(1000) }), options)?.refused).toBeNull();
		expect(reduceUpdate(update({ text: "😀".repeat(1000) }), options)?.refused).toBeNull();
		const item = reduceUpdate(update({ text: "党".repeat(100_000) }), options);
		expect(item?.refused).toEqual({ kind: "too-long" });
		expect(JSON.stringify(item).length).toBeLessThan(400);
	});

	it.each([
		["photo", { photo: [{ file_id: "secret" }], caption: "身份证" }],
		["file", { document: { file_id: "secret", file_name: "名单.xlsx" } }],
		["voice", { voice: { file_id: "secret" } }],
		["location", { location: { latitude: 1, longitude: 2 } }],
		["contact", { contact: { phone_number: "13800138000", first_name: "李" } }],
		["other", { sticker: { file_id: "secret" } }],
	])("refuses a %s and keeps nothing of it", (what, content) => {
		const item = reduceUpdate(update(content), options);
		expect(item?.refused).toEqual({ kind: "attachment", what });
		expect(JSON.stringify(item)).not.toMatch(/secret|名单|13800138000|latitude|身份证/);
	});

	it("stores nothing of group talk unless it is addressed to the bot", () => {
		expect(reduceUpdate(update({ text: "中午吃什么" }, group), options)).toBeNull();
		expect(reduceUpdate(update({ text: "@handbook_bots 你好" }, group), options)).toBeNull();
		expect(reduceUpdate(update({ photo: [{}] }, group), options)).toBeNull();
		expect(reduceUpdate(update({ text: "/ask 怎么换届" }, group), options)).toBeNull();
		const mentioned = reduceUpdate(update({ text: "@Handbook_Bot 怎么换届" }, group), options);
		expect(mentioned?.update.message?.text).toBe("怎么换届");
		expect(JSON.stringify(mentioned)).not.toContain("某某公司群");
		const command = "/ask@handbook_bot 怎么换届";
		const asked = reduceUpdate(
			update({ text: command, entities: [{ type: "bot_command", offset: 0, length: 17 }] }, group),
			options,
		);
		expect(asked?.update.message?.text).toBe(command);
		const replied = reduceUpdate(
			update({ text: "3", reply_to_message: { from: { id: 7 } } }, group),
			options,
		);
		expect(replied?.update.message?.text).toBe("3");
	});

	it("skips service messages, bots and updates that need no answer", () => {
		expect(reduceUpdate(update({ new_chat_title: "x" }), options)).toBeNull();
		expect(reduceUpdate({ update_id: 1, edited_message: {} } as unknown as Update, options)).toBeNull();
		expect(reduceUpdate(update({ text: "hi", from: { ...person, is_bot: true } }), options)).toBeNull();
	});

	it("keeps of a pressed button its data and message only", () => {
		const query = {
			update_id: 4,
			callback_query: {
				id: "q",
				from: person,
				chat_instance: "1",
				data: "~c:1:0:2",
				message: {
					message_id: 8,
					date: 3,
					chat: { id: 5, type: "private", first_name: "李雷" },
					text: "原文",
				},
			},
		} as unknown as Update;
		const item = reduceUpdate(query, options);
		expect(item?.update.callback_query?.data).toBe("~c:1:0:2");
		expect(JSON.stringify(item)).not.toMatch(/李|原文|lilei/);
	});
});
