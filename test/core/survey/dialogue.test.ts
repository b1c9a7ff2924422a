import { describe, expect, test } from "vitest";
import { belongsToSurvey } from "../../../core/survey/belongs.ts";
import { checkSubmission } from "../../../core/survey/check.ts";
import { Chat, knowledge } from "./dialogue-driver.ts";
import { ORGANISED, UNORGANISED, without } from "./samples.ts";

const DAY_MS = 24 * 3600 * 1000;
const message = (code: string) => knowledge.survey.messages[code] ?? "";
const sentence = (key: string) => knowledge.survey.sentences[key] ?? "";

/** The stored submission without what the moment of sending sets. */
const content = (chat: Chat) => {
	const [submission] = chat.submitted;
	if (submission === undefined) throw new Error(`nothing submitted: ${chat.said}`);
	const { surveyMethod: _method, surveyedOn: _day, ...rest } = submission;
	return rest;
};

describe("the whole way", () => {
	test.each([
		["organised", { ...ORGANISED, channel: "telegram" as const, relationElsewhere: 0, pairedWith: true }],
		[
			"unorganised",
			{
				...UNORGANISED,
				channel: "telegram" as const,
				measure: { text: "与园区商量联建", ownerPost: "办公室主任", due: "2026-12-31" },
				responsiblePersonContacted: true,
			},
		],
		[
			"closed",
			{
				...without(UNORGANISED, "noOrgReason"),
				channel: "telegram" as const,
				operatingStatus: "closed" as const,
			},
		],
	])("an %s unit ends as the submission that was meant", (_name, meant) => {
		const chat = new Chat().begin().answer(meant);
		expect(chat.at).toBe("review");
		expect(chat.submitted).toEqual([]);
		chat.press("发送");
		const { surveyMethod: _m, surveyedOn: _d, ...expected } = meant;
		expect(content(chat)).toEqual({ ...expected, consentVersion: knowledge.survey.consentVersion });
		expect(checkSubmission(chat.submitted[0])).toMatchObject({ ok: true });
		expect(chat.said).toContain(meant.submissionId);
		expect(chat.draft).toMatchObject({ at: "sent", answers: {} });
	});

	test("notice and consent come before the first question; refusing keeps nothing", () => {
		const chat = new Chat();
		chat.command("survey");
		for (const line of knowledge.survey.notice) expect(chat.said).toContain(line);
		chat.text("为什么要填");
		expect(chat.said).toContain(sentence("consentUnclear"));
		chat.press("不同意");
		expect(chat.draft).toBeNull();
	});

	test("questions carry progress and buttons; those that make no sense are skipped", () => {
		const chat = new Chat().begin();
		expect(chat.said).toMatch(/^（1\/\d+）/);
		const asked = new Set<string>();
		const meant = { ...UNORGANISED, fullMembers: 0, noOrgReason: "turnover" as const };
		while (chat.at !== "review") {
			asked.add(chat.at ?? "");
			chat.answer({ ...meant });
		}
		const seen = Object.keys(chat.draft?.answers ?? {});
		for (const field of ["relationElsewhere", "partyOrgId", "establishedOn", "surveyMethod"]) {
			expect(seen).not.toContain(field);
		}
		for (const field of ["noOrgReason", "measure", "responsiblePersonContacted"])
			expect(seen).toContain(field);
	});

	test("the receipt explains remarks and closes with the table's suggestion and its page", () => {
		const chat = new Chat().begin().answer({ ...UNORGANISED, fullMembers: 3, noOrgReason: "turnover" });
		expect(chat.said).toContain(`W2：${message("W2")}`);
		chat.press("发送");
		expect(chat.said).toContain(`W2：${message("W2")}`);
		expect(chat.said).toContain(sentence("suggestionHead"));
		expect(chat.said).toContain("/guides/single-branch/");
		expect(chat.replies[0]?.url).toBe("/guides/single-branch/");
	});

	test("one or two members: the receipt asks for the one thing the table still needs", () => {
		const chat = new Chat().begin().answer(UNORGANISED);
		chat.press("发送");
		expect(chat.said).toContain(knowledge.wording.questions.support.prompt);
		for (const guide of [
			"joint-branch-area",
			"joint-branch-industry",
			"joint-branch-lead",
			"affiliated",
			"instructor",
		]) {
			expect(chat.said).toContain(`/guides/${guide}/`);
		}
	});

	test("staff at the terminal say how and when they learnt it", () => {
		const chat = new Chat({ channel: "terminal" }).begin().answer(UNORGANISED);
		chat.text("发送");
		expect(chat.submitted[0]).toMatchObject({
			surveyMethod: "visit",
			surveyedOn: "2026-09-17",
			channel: "terminal",
		});
	});

	test("small units are told that a visit is better", () => {
		const chat = new Chat().begin().answer({ ...UNORGANISED, employees: 5, fullMembers: Number.NaN });
		expect(chat.at).toBe("fullMembers");
		expect(chat.said).toContain(sentence("smallUnit"));
	});
});

describe("answers", () => {
	const upTo = (field: string) => {
		const chat = new Chat().begin();
		while (chat.at !== field && chat.at !== "review") {
			const before = chat.at;
			chat.text(
				String(
					{ hasUnion: "有", hasYouthLeague: "没有", instructorAssigned: "有" }[before ?? ""] ??
						{ ...ORGANISED, relationElsewhere: 0, mobileMembers: 0, developedThisYear: 0, pairedWith: "有" }[
							(before ?? "") as "employees"
						],
				),
			);
			if (chat.at === before) throw new Error(`stuck at ${before}: ${chat.said}`);
		}
		return chat;
	};

	test.each([
		["三十五", 35],
		["３５", 35],
		["35人", 35],
		["一共35名", 35],
		["一百零五", 105],
		["没有", 0],
		["1,200", 1200],
	])("employees %s is %i", (text, value) => {
		const chat = upTo("employees");
		chat.text(text);
		expect(chat.draft?.answers.employees).toBe(value);
	});

	test.each([
		"约30",
		"三十左右",
		"十来个",
		"两三个",
		"好几个",
		"3-5",
		"30多",
		"3.5",
		"男3女5",
		"3 4",
		"很多",
		"-3",
		"半个",
	])("employees %s is asked again, never guessed", (text) => {
		const chat = upTo("employees");
		chat.text(text);
		expect(chat.at).toBe("employees");
		expect(chat.draft?.answers).not.toHaveProperty("employees");
	});

	test.each([
		["2026年9月1日", "2026-09-01"],
		["2026/9/1", "2026-09-01"],
		["二〇二〇年五月二十日", "2020-05-20"],
		["昨天", "2026-09-17"],
	])("established %s is %s", (text, date) => {
		const chat = upTo("establishedOn");
		chat.text(text);
		expect(chat.draft?.answers.establishedOn).toBe(date);
	});

	test.each(["2026-02-30", "9月1日", "2026年9月", "去年", "2027-01-01"])(
		"established %s is asked again",
		(text) => {
			const chat = upTo("establishedOn");
			chat.text(text);
			expect(chat.at).toBe("establishedOn");
		},
	);

	test.each(["张三是党员", "13812345678", "身份证110101199003071234", "老板是党员"])(
		"personal data %s is refused, not kept, and to be deleted",
		(text) => {
			for (const field of ["employees", "orgName"]) {
				const chat = upTo(field);
				chat.text(text);
				expect(chat.at).toBe(field);
				expect(chat.said).toContain("请把那条消息删除");
				expect(JSON.stringify(chat.conversation)).not.toContain(text);
				expect(chat.said).not.toContain(text);
			}
		},
	);

	test.each([
		["bidi", "示例\u202e司公限有"],
		["zero width", "示例\u200b公司"],
		["too long", "长".repeat(61)],
		["one character", "示"],
		["a hundred thousand characters", "长".repeat(100_000)],
		["nothing but space", "  \n "],
	])("a name with %s is asked again", (_what, name) => {
		const chat = upTo("orgName");
		chat.text(name);
		expect(chat.at).toBe("orgName");
		expect(chat.said.length).toBeLessThan(600);
	});

	test("a path as a name is only a name", () => {
		const chat = upTo("orgName");
		chat.text("../../etc/passwd");
		expect(chat.draft?.answers.orgName).toBe("../../etc/passwd");
	});

	test.each([
		["91990101MA0TE0T12", "code:length"],
		["91990101MAOTE0T126", "code:characters"],
		["91990101MA0TE0T127", "code:check"],
	])("code %s is explained: %s", (text, code) => {
		const chat = upTo("orgCode");
		chat.text(text);
		expect(chat.said).toContain(message(code).replace("{length}", String(text.length)));
		expect(chat.at).toBe("orgCode");
	});

	test("a code with check character 0, typed in full width with spaces", () => {
		const chat = upTo("orgCode");
		chat.text("９１９９ ０１０１ＭＡ ００００３３００");
		expect(chat.draft?.answers.orgCode).toBe("91990101MA00003300");
	});

	test.each(["photo", "file", "voice", "location", "contact", "other"] as const)("%s is refused", (what) => {
		const chat = upTo("employees");
		chat.send({ kind: "attachment", what });
		expect(chat.said).toContain(sentence("attachment"));
		expect(chat.at).toBe("employees");
	});
});

describe("back, edit, resume", () => {
	test("said in words, back and cancel do the same", () => {
		const chat = new Chat().begin();
		const first = chat.at;
		chat.text(ORGANISED.orgCode);
		expect(chat.at).not.toBe(first);
		chat.text("上一题。");
		expect(chat.at).toBe(first);
		chat.text("不填了");
		expect(chat.draft).toBeNull();
		expect(chat.said).toContain(sentence("cancelled"));
	});

	test("/back returns to the question before, and the answers after it are kept", () => {
		const chat = new Chat().begin();
		for (const text of [ORGANISED.orgCode, ORGANISED.orgName, "企业"]) chat.text(text);
		expect(chat.at).toBe("streetCode");
		chat.command("back");
		chat.command("back");
		expect(chat.at).toBe("orgName");
		chat.text("另一家公司");
		expect(chat.at).toBe("streetCode");
		expect(chat.draft?.answers).toMatchObject({ orgName: "另一家公司", orgKind: "enterprise" });
		for (let i = 0; i < 10; i++) chat.command("back");
		expect(chat.at).toBe("orgCode");
		expect(chat.said).toContain(sentence("nothingToGoBack"));
	});

	test("an edit from the review page returns there, asks what it makes necessary, and blocks a contradiction", () => {
		const chat = new Chat().begin().answer(UNORGANISED);
		chat.press("职工总数");
		chat.text("1");
		expect(chat.at).toBe("review");
		expect(chat.said).toContain(`R1：${message("R1")}`);
		expect(chat.replies.flatMap((reply) => reply.choices).map((choice) => choice.label)).not.toContain(
			"发送",
		);
		chat.text("发送");
		expect(chat.submitted).toEqual([]);
		chat.press("职工总数");
		chat.text("40");
		chat.press("组建形式");
		chat.press("单独组建");
		expect(chat.at).toBe("partyOrgId");
		chat.press("不清楚");
		chat.text("2020-05-20");
		expect(chat.at).toBe("review");
		chat.press("发送");
		expect(chat.submitted[0]).toMatchObject({ formationMode: "standalone", establishedOn: "2020-05-20" });
		expect(chat.submitted[0]).not.toHaveProperty("noOrgReason");
	});

	test("/survey goes on where it was, after days, and offers to start over", () => {
		const chat = new Chat().begin();
		chat.text(ORGANISED.orgCode);
		chat.surroundings = {
			...chat.surroundings,
			now: "2026-09-25T08:00:00.000Z",
			newSubmissionId: "01K00000000000000000000002",
		};
		chat.command("survey");
		expect(chat.said).toContain(sentence("resume"));
		expect(chat.at).toBe("orgName");
		chat.press("重新填写");
		expect(chat.at).toBe("consent");
		expect(chat.draft?.submissionId).toBe("01K00000000000000000000002");
	});

	test("a draft older than fourteen days is gone", () => {
		const chat = new Chat().begin();
		chat.text(ORGANISED.orgCode);
		const later = (days: number) => new Date(Date.parse(chat.surroundings.now) + days * DAY_MS).toISOString();
		chat.surroundings = { ...chat.surroundings, now: later(13.9) };
		chat.text(ORGANISED.orgName);
		expect(chat.at).toBe("orgKind");
		chat.surroundings = { ...chat.surroundings, now: later(0.2) };
		chat.text("企业");
		expect(chat.draft).toBeNull();
		expect(chat.said).toContain("超过14天");
	});

	test("/cancel deletes everything", () => {
		const chat = new Chat().begin().answer(ORGANISED);
		chat.command("cancel");
		expect(chat.draft).toBeNull();
		expect(JSON.stringify(chat.conversation)).not.toContain(ORGANISED.orgName);
	});

	test("the quarter is the one of Shanghai and can be set to the one before", () => {
		const chat = new Chat({ now: "2026-09-30T17:00:00.000Z" }).begin().answer(UNORGANISED);
		expect(chat.said).toContain("2026年第四季度");
		chat.press("填报季度");
		chat.press("2026年第三季度");
		chat.press("发送");
		expect(chat.submitted[0]?.quarter).toBe("2026-Q3");
	});
});

describe("buttons that are old, or pressed twice", () => {
	test("a second press of an answered question repeats the open one and changes nothing", () => {
		const chat = new Chat().begin();
		for (const text of [ORGANISED.orgCode, ORGANISED.orgName]) chat.text(text);
		const first = chat.replies[0]?.choices[0]?.value ?? "";
		chat.send({ kind: "choice", value: first });
		const answers = chat.draft?.answers;
		chat.send({ kind: "choice", value: first });
		expect(chat.said).toContain(sentence("staleButton"));
		expect(chat.draft?.answers).toEqual(answers);
		expect(chat.at).toBe("streetCode");
	});

	test("sending twice submits once", () => {
		const chat = new Chat().begin().answer(ORGANISED);
		const send = chat.replies[0]?.choices[0]?.value ?? "";
		chat.send({ kind: "choice", value: send });
		chat.send({ kind: "choice", value: send });
		expect(chat.submitted).toHaveLength(1);
		expect(chat.said).toContain(ORGANISED.submissionId);
	});

	test("a button of yesterday's survey is told to be old", () => {
		const chat = new Chat().begin();
		chat.command("cancel");
		chat.send({ kind: "choice", value: "survey:ABCDEF:orgKind:enterprise" });
		expect(chat.said).toBe(sentence("staleSurvey"));
		chat.surroundings = { ...chat.surroundings, newSubmissionId: "01K00000000000000000000002" };
		chat.begin();
		chat.send({ kind: "choice", value: "survey:000001:orgCode:x" });
		expect(chat.at).toBe("orgCode");
	});

	test("every button fits into Telegram's 64 bytes and names a street of the district", () => {
		const chat = new Chat({ channel: "terminal", previous: { ...UNORGANISED, state: "verified" } }).begin();
		const values: string[] = [];
		for (let i = 0; i < 60 && chat.at !== "review"; i++) {
			values.push(...chat.replies.flatMap((reply) => reply.choices).map((choice) => choice.value));
			chat.answer(UNORGANISED);
		}
		values.push(...chat.replies.flatMap((reply) => reply.choices).map((choice) => choice.value));
		expect(values.length).toBeGreaterThan(20);
		for (const value of values) expect(Buffer.byteLength(value), value).toBeLessThanOrEqual(64);
	});
});

describe("prefill from the sender's last verified revision", () => {
	const previous = {
		...ORGANISED,
		quarter: "2026-Q2",
		state: "verified" as const,
		revision: 2,
		baseRevision: 1,
	};

	test("the same unit keeps its identity and is offered its numbers", () => {
		const chat = new Chat({ previous }).begin();
		expect(chat.said).toContain(sentence("keepOffer"));
		chat.press("沿用上次：91990101MA0TE0T126");
		expect(chat.at).toBe("operatingStatus");
		chat.press("沿用上次：正常经营");
		chat.press("沿用上次：40");
		expect(chat.draft?.answers).toMatchObject({ orgName: ORGANISED.orgName, employees: 40 });
		chat.answer({ ...ORGANISED, quarter: "2026-Q3" });
		expect(chat.at).toBe("review");
	});

	test("another unit starts from nothing", () => {
		const chat = new Chat({ previous }).begin();
		chat.text("91990101MA00003300");
		expect(chat.at).toBe("orgName");
		expect(chat.draft?.prefill).toBeUndefined();
	});

	test("W4 and W5 come from what the ledger knows of the organisation", () => {
		const ledger = {
			orgCode: ORGANISED.orgCode,
			lastQuarter: { ...ORGANISED, employees: 10 },
			partyOrgId: "PO-A1",
			otherUnits: 5,
		};
		const chat = new Chat({ ledger }).begin().answer({ ...ORGANISED, formationMode: "joint_area" });
		expect(chat.said).toContain(`W4：${message("W4")}`);
		expect(chat.said).toContain(`W5：${message("W5")}`);
		const other = new Chat({ ledger: { ...ledger, orgCode: "91990101MA00003300" } }).begin();
		other.answer({ ...ORGANISED, formationMode: "joint_area" });
		expect(other.said).not.toContain("W4");
	});
});

describe("/withdraw", () => {
	const sent = () => {
		const chat = new Chat().begin().answer(ORGANISED);
		chat.press("发送");
		return chat;
	};

	test("is confirmed first, ends reminders too, and only then happens", () => {
		const chat = sent();
		chat.command("withdraw");
		expect(chat.withdrawn).toEqual([]);
		chat.text("什么");
		expect(chat.withdrawn).toEqual([]);
		chat.press("确认撤回");
		expect(chat.withdrawn).toEqual([ORGANISED.submissionId]);
		expect(chat.reminders).toEqual([false]);
		expect(chat.draft).toBeNull();
	});

	test("can be kept; takes a number; refuses nonsense; knows when there is nothing", () => {
		const chat = sent();
		chat.command("withdraw");
		chat.press("不撤回");
		expect(chat.draft).toMatchObject({ at: "sent" });
		chat.command("withdraw", " 01k00000000000000000000009 ");
		chat.press("确认撤回");
		expect(chat.withdrawn).toEqual(["01K00000000000000000000009"]);
		chat.command("withdraw", "../..");
		expect(chat.said).toBe(sentence("withdrawBadNumber"));
		const nobody = new Chat();
		nobody.command("withdraw");
		expect(nobody.said).toBe(sentence("withdrawNone"));
	});

	test("in the middle of another survey, that survey goes on afterwards", () => {
		const chat = new Chat({
			previous: { ...ORGANISED, submissionId: "01K00000000000000000000008", state: "verified" },
		}).begin();
		chat.text(ORGANISED.orgCode);
		const at = chat.at;
		chat.command("withdraw");
		chat.press("确认撤回");
		expect(chat.withdrawn).toEqual(["01K00000000000000000000008"]);
		expect(chat.at).toBe(at);
	});
});

test("reminders are opt-in after the receipt, on Telegram only", () => {
	const chat = new Chat().begin().answer(ORGANISED);
	chat.press("发送");
	chat.press("需要提醒");
	expect(chat.reminders).toEqual([true]);
	const terminal = new Chat({ channel: "terminal" }).begin().answer(ORGANISED);
	terminal.text("发送");
	expect(terminal.replies.flatMap((reply) => reply.choices)).toEqual([]);
});

test("what belongs to the survey: everything while one is under way but other commands, nothing after it was sent", () => {
	const chat = new Chat();
	const text = { kind: "text", text: "3" } as const;
	const ask = { kind: "command", name: "ask", argument: "" } as const;
	const cancel = { kind: "command", name: "cancel", argument: "" } as const;
	expect([text, ask, cancel].map((one) => belongsToSurvey(one, chat.conversation))).toEqual([
		false,
		false,
		false,
	]);
	chat.begin();
	expect([text, ask, cancel].map((one) => belongsToSurvey(one, chat.conversation))).toEqual([
		true,
		false,
		true,
	]);
	chat.answer(ORGANISED);
	chat.press("发送");
	expect([text, ask, cancel].map((one) => belongsToSurvey(one, chat.conversation))).toEqual([
		false,
		false,
		false,
	]);
});
