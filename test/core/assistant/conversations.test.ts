import { describe, expect, test } from "vitest";
import { createAssistant } from "../../../core/assistant/assistant.ts";
import { NEW_CONVERSATION } from "../../../core/assistant/conversation.ts";
import { readInConversation } from "../../../core/assistant/follow-up/read.ts";
import type { Conversation, Reply } from "../../../core/assistant/types.ts";
import { loadKnowledge } from "../../../scripts/knowledge.ts";
import { plainReaders, SURROUNDINGS } from "./plain-reader.ts";

const knowledge = loadKnowledge();
const reply = createAssistant({ ...plainReaders, understand: readInConversation });

/** What each message of a conversation leads to: an outcome, `ask slot`, or a topic. */
function course(messages: readonly string[]): string[] {
	let conversation: Conversation = NEW_CONVERSATION;
	return messages.map((text) => {
		const turn = reply({ kind: "text", text }, conversation, knowledge, SURROUNDINGS);
		conversation = turn.conversation;
		return result(turn.replies[0]);
	});
}
function result(answer: Reply | undefined): string {
	if (!answer) return "nothing";
	return answer.outcome ?? (answer.ask ? `ask ${answer.ask}` : (answer.topic ?? "nothing"));
}

describe("conversations in everyday Chinese", () => {
	test.each([
		[
			["我们公司有2名正式党员", "同一栋楼的邻居愿意", "那要是再来一个正式党员呢", "需要什么材料", "多久能批"],
			["ask support", "joint-branch-area", "single-branch", "materials-list", "approval-time-limit"],
		],
		[
			["我们有3名正式党员", "改成2名", "都没有", "其实是2名正式党员和1名预备", "那预备转正了呢"],
			["single-branch", "ask support", "instructor", "instructor", "single-branch"],
		],
		[
			["想成立党支部", "不知道", "3", "不对，只有一个正式的"],
			["ask fullMembers", "ask fullMembers", "single-branch", "ask support"],
		],
		[
			["我们公司3名正式党员，关系都在老家", "转不过来", "能转过来"],
			["transfer-first", "mobile-branch", "transfer-first"],
		],
		[
			["项目部5名党员要建组织", "8个月", "关系不转", "那要什么材料"],
			["ask durationMonths", "project-branch", "temporary-branch", "materials-list"],
		],
		[
			["支部有6名党员", "现在走了4个", "要走什么程序"],
			["maintain", "adjust-or-dissolve", "dissolve-branch"],
		],
		[
			["我们挂靠在社区，有2名党员", "又来了一名正式党员"],
			["maintain", "single-branch"],
		],
		[
			["我们公司没有党员", "来了两个", "都没有"],
			["instructor", "ask support", "instructor"],
		],
		[
			["两名正式党员", "不清楚"],
			["ask support", "instructor"],
		],
		[
			["两名正式党员", "讲个笑话", "同行愿意"],
			["ask support", "off-topic", "joint-branch-industry"],
		],
		[
			["支部有20名党员", "另一家公司有4名党员，怎么办"],
			["maintain", "single-branch"],
		],
		[
			["我们公司3名正式党员", "民办学校", "然后呢"],
			["single-branch", "single-branch", "single-branch"],
		],
		[
			["我们公司5名正式党员", "组织关系都不在这里"],
			["single-branch", "transfer-first"],
		],
	])("%j", (messages, expected) => {
		expect(course(messages)).toEqual(expected);
	});

	test("a correction names only what was named", () => {
		let conversation: Conversation = NEW_CONVERSATION;
		for (const text of ["4个党员，1个预备", "说错了，是2个预备"]) {
			conversation = reply({ kind: "text", text }, conversation, knowledge, SURROUNDINGS).conversation;
		}
		expect(conversation.profile).toMatchObject({ fullMembers: 3, probationary: 2 });
	});

	test("what is not understood within a conversation is not called foreign to the office", () => {
		let conversation: Conversation = NEW_CONVERSATION;
		let last: Reply | undefined;
		for (const text of ["公司党支部有55名党员", "上级说不用改"]) {
			const turn = reply({ kind: "text", text }, conversation, knowledge, SURROUNDINGS);
			conversation = turn.conversation;
			last = turn.replies[0];
		}
		expect(last?.headline).toContain("没有完全看懂");
		expect(conversation.profile.fullMembers).toBe(55);
	});

	test("courtesies get a courtesy", () => {
		const say = (text: string) =>
			reply({ kind: "text", text }, NEW_CONVERSATION, knowledge, SURROUNDINGS).replies[0];
		expect(say("你好！")?.headline).toContain("你好，我是");
		expect(say("好的，谢谢")?.headline).toContain("不客气");
	});

	test("newcomers that are no members change nothing", () => {
		for (const text of ["又来了两个积极分子", "新招了3个员工", "再来一个月呢", "走了两家公司"]) {
			let conversation: Conversation = NEW_CONVERSATION;
			for (const said of ["我们公司5名正式党员", text]) {
				conversation = reply(
					{ kind: "text", text: said },
					conversation,
					knowledge,
					SURROUNDINGS,
				).conversation;
			}
			expect(conversation.profile.fullMembers, text).toBe(5);
		}
	});
});

describe("suggestions", () => {
	test("of every conclusion are answered with a topic", () => {
		for (const outcome of knowledge.outcomes) {
			for (const text of outcome.next) {
				const turn = reply({ kind: "text", text }, NEW_CONVERSATION, knowledge, SURROUNDINGS);
				const [answer] = turn.replies;
				expect(
					knowledge.guides.map((guide) => guide.id),
					`${outcome.code}：${text}`,
				).toContain(answer?.topic);
				expect(answer?.headline).not.toContain("不确定");
			}
		}
	});
	test("under a guide are answered with that topic or as a question of formation", () => {
		for (const guide of knowledge.guides) {
			const [alias] = guide.aliases;
			if (alias === undefined || guide.outcome !== undefined) continue;
			expect(course([alias])).toEqual([guide.id]);
		}
	});
});
