import type { ReplyFunction } from "../../core/assistant/assistant.ts";
import type { Conversation, Message, Reply, Turn } from "../../core/assistant/types.ts";
import { EMPTY_PROFILE } from "../../core/formation/profile.ts";
import { creditCodeCheckCharacter } from "../../core/survey/credit-code.ts";
import type { Submission } from "../../core/survey/submission.ts";

const plain = (headline: string): Reply => ({
	intent: "formation",
	outcome: "single-branch",
	ask: null,
	topic: null,
	profile: EMPTY_PROFILE,
	headline,
	sections: [],
	choices: [],
	multiple: false,
	suggestions: [],
	sources: [],
	url: null,
	text: headline,
});

/** A valid credit code of its own for every sender, so that senders do not edit each other's rows. */
export function orgCodeOf(submitterRef: string): string {
	const body = `91990101${submitterRef.slice(0, 9).toUpperCase()}`;
	return body + (creditCodeCheckCharacter(body) ?? "");
}

/** A valid submission of a sample organisation. */
export const sampleSubmission = (
	submissionId: string,
	submitterRef: string,
	submittedAt: string,
): Submission => ({
	submissionId,
	revision: 1,
	channel: "telegram",
	submitterRef,
	submittedAt,
	state: "submitted",
	quarter: "2026-Q3",
	orgCode: orgCodeOf(submitterRef),
	orgName: "示例科技有限公司",
	orgKind: "enterprise",
	streetCode: "yunxi",
	operatingStatus: "active",
	employees: 20,
	fullMembers: 2,
	probationaryMembers: 0,
	hasUnion: false,
	hasYouthLeague: false,
	instructorAssigned: true,
	formationMode: "none",
	noOrgReason: "members_lt_3",
	surveyMethod: "self_report",
	surveyedOn: "2026-09-18",
	consentVersion: "test",
});

/**
 * A tiny assistant with the same contract as the real one, for tests of the shells:
 * `长` gives an answer with many sections, `多选` one with ticks, `提交` submits, everything else is echoed and counted.
 */
export const tinyReply: ReplyFunction = (
	message,
	before,
	_knowledge,
	{ newSubmissionId, submitterRef, now },
) => {
	const conversation: Conversation = { ...before, turn: before.turn + 1 };
	const turn = (reply: Reply, rest: Partial<Turn> = {}): Turn => ({
		replies: [reply],
		conversation,
		effects: [],
		...rest,
	});
	const said = describe(message);
	switch (said) {
		case "长":
			return turn({
				...plain("应当单独成立党支部。"),
				sections: [
					{
						kind: "facts",
						facts: [
							{
								slot: "fullMembers",
								label: "正式党员",
								value: "3名",
								assumed: false,
								edit: "a1:e:fullMembers",
							},
						],
						assumptions: ["组织关系都在本单位"],
					},
					{
						kind: "steps",
						steps: Array.from({ length: 40 }, (_, n) => ({
							title: `第${n + 1}步<办理>`,
							detail: "按要求&准备".repeat(12),
							limit: n === 0 ? "1个月内" : null,
						})),
						more: { label: "完整步骤", url: "/guides/single-branch/#steps" },
					},
					{
						kind: "materials",
						materials: [{ name: "成立请示", by: "单位", note: null }],
						documents: [{ label: "成立请示", url: "/downloads/request.docx" }],
					},
					{ kind: "contact", text: "最终以上级党组织批复为准", links: [] },
				],
				choices: [{ label: "改人数", value: `a${conversation.turn}:e:${"x".repeat(50)}` }],
				suggestions: ["需要什么材料"],
			});
		case "多选":
			return turn({
				...plain("有哪些可以依托？"),
				choices: ["area", "industry", "lead"].map((value) => ({ label: value, value })),
				multiple: true,
			});
		case "/survey":
			return turn(plain("填报开始"), {
				conversation: {
					...conversation,
					draft: {
						version: 1,
						submissionId: newSubmissionId,
						startedAt: now,
						consentVersion: null,
						answers: {},
						at: "consent",
						editing: false,
						baseRevision: null,
					} as unknown as Conversation["draft"],
				},
			});
		case "提交":
			return turn(plain(`已收到 ${newSubmissionId}`), {
				effects: [{ kind: "submit", submission: sampleSubmission(newSubmissionId, submitterRef, now) }],
			});
		case "出错":
			throw new TypeError("机密原文");
		default:
			return turn({
				...plain(`第${conversation.turn}次：${said}`),
				choices: [{ label: "是", value: "yes" }],
			});
	}
};

function describe(message: Message): string {
	switch (message.kind) {
		case "text":
			return message.text;
		case "choice":
			return `选择${message.value}`;
		case "command":
			return `/${message.name}${message.argument === "" ? "" : ` ${message.argument}`}`;
		case "attachment":
			return `附件${message.what}`;
	}
}
