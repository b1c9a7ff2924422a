import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assistant } from "../../../bot/assistant.ts";
import { parseConfig } from "../../../bot/config.ts";
import { submitterRef } from "../../../bot/reference.ts";
import { openWorkshop, refusedKinds, type Workshop } from "../../../bot/service.ts";
import { runTerminal } from "../../../bot/terminal/terminal.ts";
import { loadKnowledge } from "../../../scripts/knowledge.ts";
import { everythingIn } from "../../fixtures/telegram-service.ts";

const knowledge = loadKnowledge();
const dataDir = mkdtempSync(join(tmpdir(), "terminal-"));
let workshop: Workshop;
beforeAll(async () => {
	const config = parseConfig({ DATA_DIR: dataDir });
	workshop = await openWorkshop(
		{ config, knowledge, assistant, log: () => undefined },
		"http://localhost/survey/",
	);
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Types lines as `who`; returns the screen after each, the welcome first. */
async function type(who: string, ...lines: string[]): Promise<string[]> {
	const screens = [""];
	await runTerminal({
		exchange: workshop.exchange,
		conversations: workshop.conversations,
		knowledge,
		ref: submitterRef(workshop.refKey, "terminal", who),
		personalData: refusedKinds,
		input: (async function* () {
			for (const line of lines) {
				screens.push("");
				yield line;
			}
		})(),
		write: (text) => {
			screens[screens.length - 1] += text;
		},
		prompt: () => undefined,
		log: () => undefined,
	});
	return screens;
}

/** The key shown before a label. */
const keyOf = (screen: string | undefined, label: string) =>
	new RegExp(`^ {2}(\\w+)\\. .*${label}`, "m").exec(screen ?? "")?.[1] ?? "?";

describe("the terminal", () => {
	it("answers a question and takes numbers for its suggestions", async () => {
		const [welcome, answer, followUp] = await type("a", "我们公司有3名正式党员，怎么建支部", "2");
		expect(welcome).toContain(knowledge.bot.sentences.terminalWelcome);
		expect(answer).toContain("应当单独成立党支部");
		expect(answer).toContain("以上级党组织批复为准");
		expect(followUp?.trim().length).toBeGreaterThan(20);
		expect(followUp).not.toContain(knowledge.bot.problems.staleButton);
	});

	it("takes a typed number as an answer, never as a choice, where a number is asked for", async () => {
		const [, question, answer] = await type("b", "我们公司想建党支部，怎么建", "3");
		expect(question).toMatch(/^ {2}a\. /m);
		expect(question).not.toMatch(/^ {2}1\. /m);
		expect(answer).toContain("有3名正式党员，应当单独成立党支部");
		const [, again, chosen] = await type("c", "我们公司想建党支部，怎么建", "d");
		expect(again).toContain("d. 3名");
		expect(chosen).toContain("有3名正式党员，应当单独成立党支部");
	});

	it("takes several choices at once where several may be chosen", async () => {
		const screens = await type("d", "我们公司有2名正式党员，没有支部，怎么办", "1,2");
		expect(screens[1]).toContain("同楼、同园区的单位");
		expect(screens[2]).toMatch(/联建|统建/);
	});

	it("explains unknown commands, long, empty and emoji-only texts, personal data; keeps nothing of them", async () => {
		const [, unknown, long, emoji, personal, blank] = await type(
			"e",
			"/nosuch",
			"长文".repeat(50_000),
			"🙂🙂🙂",
			"我的电话是13800138000",
			"   ",
		);
		expect(unknown).toContain("没有“/nosuch”这个命令");
		expect(long).toContain("一次最多1000字");
		expect(emoji).toContain("请直接输入问题");
		expect(personal).toContain("手机号码");
		expect(blank?.replace(knowledge.bot.sentences.terminalBye, "").trim()).toBe("");
		expect(everythingIn(dataDir)).not.toContain("13800138000");
	});

	it("resumes a survey that was left, and stores it as one file", async () => {
		const left = await type("f", "/survey", "1", "91990101MA0TE0T126");
		expect(left.at(-1)).toContain("已经保存");
		const choice = (field: string) => knowledge.survey.fields[field]?.choices?.[0]?.label ?? "没有";
		const answers: Readonly<Record<string, string>> = {
			orgName: "示例科技有限公司",
			streetCode: "云溪街道",
			employees: "35",
			fullMembers: "2",
			probationaryMembers: "0",
			surveyedOn: "今天",
		};
		let screens = await type("f");
		expect(screens[0]).toContain(knowledge.bot.sentences.terminalResumed);
		for (let step = 0; step < 30; step += 1) {
			const screen = screens.at(-1) ?? "";
			const send = knowledge.survey.sentences["send"] ?? "";
			if (new RegExp(`^ {2}\\w+\\. ${send}`, "m").test(screen)) break;
			const field =
				Object.entries(knowledge.survey.fields).find(([, { question }]) => screen.includes(question))?.[0] ??
				"";
			const skip = keyOf(screen, knowledge.survey.sentences["skip"] ?? "跳过");
			const answer = answers[field] ?? (skip === "?" ? choice(field) : skip);
			screens = await type("f", answer);
		}
		const review = screens.at(-1) ?? "";
		const done = await type("f", keyOf(review, knowledge.survey.sentences["send"] ?? ""));
		expect(done[1]).toMatch(/[0-9A-HJKMNP-TV-Z]{26}/);
		const files = readdirSync(join(dataDir, "submissions"), { recursive: true }).map(String);
		expect(files.filter((name) => /91990101MA0TE0T126.*\.r1\.json$/.test(name))).toHaveLength(1);
	});
});
