import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAssistant } from "../../../core/assistant/assistant.ts";
import { NEW_CONVERSATION } from "../../../core/assistant/conversation.ts";
import type { Conversation, Message, Reply, Surroundings } from "../../../core/assistant/types.ts";
import { COMMANDS } from "../../../core/assistant/types.ts";
import { OUTCOME_CODES } from "../../../core/content/vocabulary.ts";
import { compileTable } from "../../../core/formation/compile.ts";
import { evaluate } from "../../../core/formation/evaluate.ts";
import { loadKnowledge } from "../../../scripts/knowledge.ts";
import { anyProfile } from "../formation/arbitrary.ts";
import { IN_SURVEY, plainReaders, SURROUNDINGS } from "./plain-reader.ts";

const knowledge = loadKnowledge();
const table = compileTable(knowledge.formation);
const reply = createAssistant(plainReaders);

/** Sends messages one after the other and hands back the last reply and the conversation. */
function talk(
	messages: readonly (string | Message)[],
	start: Conversation = NEW_CONVERSATION,
	surroundings: Surroundings = SURROUNDINGS,
): { readonly reply: Reply; readonly conversation: Conversation; readonly replies: readonly Reply[] } {
	let conversation = start;
	const replies: Reply[] = [];
	for (const message of messages) {
		const said: Message = typeof message === "string" ? { kind: "text", text: message } : message;
		const turn = reply(said, conversation, knowledge, surroundings);
		conversation = turn.conversation;
		replies.push(...turn.replies);
	}
	const last = replies.at(-1);
	if (!last) throw new Error("no reply");
	return { reply: last, conversation, replies };
}
const press = (value: string): Message => ({ kind: "choice", value });
const command = (name: (typeof COMMANDS)[number], argument = ""): Message => ({
	kind: "command",
	name,
	argument,
});
const choose = (answered: Reply, label: string): Message => {
	const choice = answered.choices.find((one) => one.label.includes(label));
	if (!choice) throw new Error(`no choice ${label} among ${answered.choices.map((one) => one.label)}`);
	return press(choice.value);
};

describe("a conclusion", () => {
	test("has its parts in the fixed order and says who decides", () => {
		const { reply: answer } = talk(['formation {"fullMembers":3,"probationary":1}']);
		expect(answer.headline).toBe("有3名正式党员，应当单独成立党支部。");
		expect(answer.sections.map((section) => section.kind)).toEqual([
			"facts",
			"why",
			"steps",
			"materials",
			"changes",
			"cases",
			"contact",
		]);
		expect(answer.text).toContain("最终以上级党组织批复为准");
		expect(answer.text).toContain("依据截至2026年11月20日，判断表R30");
		expect(answer.text).toContain("《中国共产党章程》第三十条（2022年修正）");
		expect(answer.url).toBe("/guides/single-branch/");
	});

	test("is the table's for every profile, with a link to an existing page for each source", () => {
		const guides = new Set(knowledge.guides.map((guide) => guide.id));
		fc.assert(
			fc.property(anyProfile, (profile) => {
				const decision = evaluate(table, profile);
				const { reply: answer } = talk([`formation ${JSON.stringify(profile)}`]);
				expect(answer.outcome).toBe(decision.outcome === "ask" ? null : decision.outcome);
				expect(answer.ask).toBe(decision.ask);
				expect(answer.text).not.toMatch(/\{\w+\}|undefined|null|NaN|已批准|已成立|已撤销/);
				if (answer.outcome === null) return;
				expect(answer.sources.length).toBeGreaterThan(0);
				for (const source of answer.sources) {
					const [, guide = "", anchor] = /^\/guides\/([^/]+)\/#(.+)$/.exec(source.url) ?? [];
					expect(guides.has(guide)).toBe(true);
					expect(anchor).toBe("sources");
				}
			}),
			{ numRuns: 500 },
		);
	});

	test("prints assumptions only for what was not stated", () => {
		const lines = (text: string) => {
			const facts = talk([text]).reply.sections.find((section) => section.kind === "facts");
			return facts?.kind === "facts" ? facts.assumptions : [];
		};
		expect(lines('formation {"fullMembers":3}')).toEqual([
			"按3名均为正式党员计算；如含预备党员请告诉我。",
			"按组织关系均在本单位计算；有在外的请告诉我。",
		]);
		expect(lines('正式 formation {"fullMembers":3,"relationElsewhere":0}')).toEqual([]);
		expect(lines('formation~ {"fullMembers":12}')[0]).toBe(
			"按约12名均为正式党员计算；如含预备党员请告诉我。".replace("约12", "约12"),
		);
	});

	test("says that its review is overdue once the day has passed", () => {
		const later = { ...SURROUNDINGS, now: "2027-09-30T16:00:00.000Z" };
		expect(talk(['formation {"fullMembers":3}']).reply.text).not.toContain("已过期");
		expect(talk(['formation {"fullMembers":3}'], NEW_CONVERSATION, later).reply.text).toContain(
			"注意：这部分内容应在2027年9月30日前复核，现已过期",
		);
	});

	test("marks local thresholds with the superior's reply, once", () => {
		const { text } = talk(['formation {"fullMembers":60}']).reply;
		expect(text).toContain("50名、100名的界线来自机关、国有企业条例和本地做法");
		expect(text).not.toContain("这里有全国没有统一规定");
		expect(talk(['formation {"fullMembers":2,"support":["host"]}']).reply.text).toContain(
			"挂靠是本地做法，由哪个党组织接收、怎么管理，以上级党组织批复为准",
		);
	});

	test("never announces the end of a lawful committee", () => {
		const { text, headline } = talk(['formation {"existing":"committee","fullMembers":60}']).reply;
		expect(headline).toBe("党员人数低于现有党组织的一般界线，请报上级党组织研究，因工作需要可以保留。");
		expect(text).toContain("不等于要撤销");
	});

	test("rough numbers are shown as rough", () => {
		expect(talk(['formation~ {"fullMembers":12}']).reply.headline).toBe(
			"有约12名正式党员，应当单独成立党支部。",
		);
		const few = talk(['formation~ {"fullMembers":1}', press("a1:s:support=none")]).reply;
		expect(few.text).toContain("正式党员：不足3名");
		expect(few.text).not.toContain("1名均为");
	});
});

describe("what would change it", () => {
	const changes = (profile: object) => {
		const answer = talk([`formation ${JSON.stringify(profile)}`]).reply;
		const section = answer.sections.find((one) => one.kind === "changes");
		return section?.kind === "changes" ? section.changes.map((one) => `${one.when} → ${one.then}`) : [];
	};
	test.each([
		[
			{ fullMembers: 2, probationary: 2, support: ["area"] },
			["再有1名正式党员，组织关系也在这里 → 单独成立党支部", "预备党员有1名按期转正 → 单独成立党支部"],
		],
		[
			{ fullMembers: 4, relationElsewhere: 2 },
			[
				"再有1名正式党员，组织关系也在这里 → 单独成立党支部",
				"再有1名正式党员把组织关系转来 → 单独成立党支部",
			],
		],
		[
			{ fullMembers: 2, support: [] },
			[
				"再有1名正式党员，组织关系也在这里 → 单独成立党支部",
				"同楼、同园区有单位愿意一起组建 → 区域联建",
				"同行或协会商会愿意牵头 → 行业统建",
				"有党组织的龙头企业愿意带动 → 龙头带建",
				"社区、街道或园区党组织愿意接收 → 挂靠组建",
			],
		],
		[
			{ existing: "joint", fullMembers: 1, jointFull: 2 },
			["再有2名正式党员，组织关系也在这里 → 单独成立党支部", "各单位正式党员合计达到3名 → 维持现状"],
		],
		[
			{ fullMembers: 5, probationary: 1 },
			[
				"再有2名正式党员，组织关系也在这里 → 应当设支部委员会",
				"预备党员有1名按期转正 → 结论不变，正式党员共6名",
			],
		],
		[{ fullMembers: 20 }, []],
		[{ orgKind: "outside", fullMembers: 2 }, []],
		[{ existing: "temporary", taskEnded: true }, []],
	])("%j", (profile, expected) => {
		expect(changes(profile)).toEqual(expected);
	});

	test("only ever adds members, relations or partners", () => {
		fc.assert(
			fc.property(anyProfile, (profile) => {
				for (const line of changes(profile)) expect(line).not.toMatch(/减少|离开|退出|转出|不足/);
			}),
			{ numRuns: 300 },
		);
	});
});

describe("questions", () => {
	test("one at a time, with buttons, and at most two", () => {
		const first = talk(["formation {}"]);
		expect(first.reply.ask).toBe("fullMembers");
		const second = talk([choose(first.reply, "2名")], first.conversation);
		expect(second.reply.ask).toBe("support");
		expect(second.reply.multiple).toBe(true);
		const third = talk([choose(second.reply, "都没有")], second.conversation);
		expect(third.reply.outcome).toBe("instructor");
	});

	test("support is asked once: when it stays empty the answer is the one without support", () => {
		const asked = talk(['formation {"fullMembers":2,"jointFull":2}']);
		expect(asked.reply.ask).toBe("support");
		const answered = talk([choose(asked.reply, "同楼")], asked.conversation);
		expect(answered.reply.outcome).toBe("instructor");
		expect(answered.reply.text).toContain("按暂时没有可依托的对象判断");
	});

	test("several ticked supports arrive together", () => {
		const asked = talk(['formation {"fullMembers":2}']);
		const values = asked.reply.choices.slice(1, 3).map((choice) => choice.value);
		const { reply: answer } = talk([press(values.join(","))], asked.conversation);
		expect(answer.outcome).toBe("joint-branch-industry");
		expect(answer.profile.support).toEqual(["industry", "lead"]);
	});

	test("an answer to a topic question in between keeps the open question open", () => {
		const { conversation } = talk(["formation {}", "procedure re-election"]);
		expect(conversation.pending).toBe("fullMembers");
	});

	test("never more than two in a conversation that is answered", () => {
		fc.assert(
			fc.property(anyProfile, (profile) => {
				let { reply: last, conversation } = talk([`formation ${JSON.stringify(profile)}`]);
				let questions = 0;
				while (last.ask !== null) {
					questions++;
					expect(questions).toBeLessThanOrEqual(2);
					const [choice] = last.choices.slice(questions % 2);
					({ reply: last, conversation } = talk([press(choice?.value ?? "")], conversation));
				}
			}),
			{ numRuns: 300 },
		);
	});
});

describe("changing a fact", () => {
	test("by typing: everything after it is recomputed and the change is named", () => {
		const { reply: answer } = talk([
			'formation {"fullMembers":2,"support":["area"]}',
			'改成 formation {"fullMembers":3}',
		]);
		expect(answer.outcome).toBe("single-branch");
		expect(answer.text).toContain("已改：正式党员：3名。");
	});

	test("by button, through the menu of facts", () => {
		const first = talk(['formation {"fullMembers":3}']);
		const menu = talk([choose(first.reply, "改一改")], first.conversation);
		const question = talk([choose(menu.reply, "组织关系不在这里")], menu.conversation);
		expect(question.reply.headline).toBe("正式党员里，有几名的组织关系不在你们这里？");
		const changed = talk([choose(question.reply, "都不在这里")], question.conversation);
		expect(changed.reply.outcome).toBe("transfer-first");
	});

	test("every slot can be changed by button", () => {
		const all = talk([
			'formation {"orgKind":"two-new","task":"project","existing":"none","fullMembers":4,"probationary":1,"relationElsewhere":1,"transferable":"no","durationMonths":8,"support":["area"],"jointFull":5,"taskEnded":false}',
		]);
		const menu = talk([choose(all.reply, "改一改")], all.conversation);
		expect(menu.reply.choices).toHaveLength(11);
		for (const choice of menu.reply.choices) {
			const question = talk([press(choice.value)], menu.conversation);
			expect(question.reply.choices.length, choice.label).toBeGreaterThan(1);
			for (const option of question.reply.choices) {
				expect(new TextEncoder().encode(option.value).length).toBeLessThanOrEqual(64);
				const after = talk([press(option.value)], question.conversation);
				expect(after.reply.headline).not.toContain("认不出来");
			}
		}
	});

	test("a typed number answers the question of a change", () => {
		const first = talk(['formation {"fullMembers":3}']);
		const menu = talk([choose(first.reply, "改一改")], first.conversation);
		const question = talk([choose(menu.reply, "预备党员")], menu.conversation);
		const other = talk([choose(question.reply, "更多")], question.conversation);
		expect(other.reply.headline).toContain("请直接输入数字");
		expect(talk(["８名"], other.conversation).reply.profile.probationary).toBe(8);
	});

	test("a new story does not inherit the facts of the old one", () => {
		const { reply: answer } = talk([
			'formation {"existing":"branch","fullMembers":20}',
			'另一家公司 formation {"fullMembers":4}',
		]);
		expect(answer.outcome).toBe("single-branch");
	});

	test("a supposition keeps the facts", () => {
		const { reply: answer } = talk([
			'formation {"existing":"joint","fullMembers":2}',
			'那要是我们公司再来一个呢 formation {"fullMembers":3}',
		]);
		expect(answer.profile.existing).toBe("joint");
		expect(answer.outcome).toBe("single-branch");
	});

	test("fewer members than relations elsewhere corrects the older number", () => {
		const { reply: answer } = talk([
			'formation {"fullMembers":5,"relationElsewhere":4}',
			'改成 formation {"fullMembers":2}',
		]);
		expect(answer.profile.relationElsewhere).toBe(2);
	});
});

describe("buttons", () => {
	test("of an older answer change nothing and are explained", () => {
		const asked = talk(["formation {}"]);
		const later = talk(['formation {"fullMembers":5}'], asked.conversation);
		const stale = talk([choose(asked.reply, "2名")], later.conversation);
		expect(stale.reply.headline).toContain("这个按钮是前面回答里的");
		expect(stale.conversation).toEqual(later.conversation);
	});
	test.each([
		"",
		"x",
		"a1:s:fullMembers",
		"a1:s:nothing=3",
		"a1:s:fullMembers=drei",
		"a1:s:orgKind=bank",
		"a0:z",
	])("%j is not understood", (value) => {
		const { conversation } = talk(['formation {"fullMembers":5}']);
		expect(talk([press(value)], conversation).reply.headline).toContain("认不出来");
	});
	test("完成 with nothing ticked asks again", () => {
		const asked = talk(['formation {"fullMembers":2}']);
		expect(talk([press("")], asked.conversation).reply.ask).toBe("support");
	});
});

describe("topics", () => {
	test("are answered from their guide", () => {
		const { reply: answer } = talk(["procedure re-election"]);
		const guide = knowledge.guides.find((one) => one.id === "re-election");
		expect(answer.headline).toBe(guide?.answer);
		expect(answer.topic).toBe("re-election");
		expect(answer.sources.every((source) => source.url === "/guides/re-election/#sources")).toBe(true);
	});
	test("follow-ups are answered for the form that was decided", () => {
		const materials = talk([
			'formation {"fullMembers":2,"support":["area"]}',
			"materials materials-list",
		]).reply;
		expect(materials.text).toContain("按刚才的结论“区域联建”，要准备的是");
		expect(materials.text).toContain("联建协议");
		const time = talk(['formation {"fullMembers":5}', "procedure approval-time-limit"]).reply;
		expect(time.text).toContain("按刚才的结论“单独成立党支部”");
		expect(time.profile.fullMembers).toBe(5);
	});
	test("an unsure match says so", () => {
		expect(talk(["procedure re-election unsure"]).reply.headline).toContain("不确定是不是你要问的");
	});
	test("what is not understood is said, with a way on", () => {
		expect(talk(["啊啊啊"]).reply.headline).toContain("没有完全看懂");
	});
	test("every guide can be answered, and every outcome has one", () => {
		for (const guide of knowledge.guides) {
			const { reply: answer } = talk([`${guide.intent} ${guide.id}`]);
			expect(answer.url).toBe(`/guides/${guide.id}/`);
			expect(answer.text).not.toMatch(/\{\w+\}|undefined/);
		}
		for (const code of OUTCOME_CODES) expect(knowledge.guides.some((guide) => guide.id === code)).toBe(true);
	});
	test.each(Object.keys(knowledge.wording.refusals))("%s is refused", (topic) => {
		const { reply: answer } = talk([`out-of-scope ${topic}`]);
		expect(answer.topic).toBe(topic);
		expect(answer.intent).toBe("out-of-scope");
		expect(answer.headline).toBe(knowledge.wording.refusals[topic]?.text);
	});
});

describe("commands", () => {
	test("all answer", () => {
		for (const name of COMMANDS) {
			if (name === "survey" || name === "withdraw") continue;
			expect(talk([command(name)]).reply.headline.length).toBeGreaterThan(4);
		}
	});
	test("/start with a topic of a guide page answers it", () => {
		expect(talk([command("start", "re-election")]).reply.topic).toBe("re-election");
		expect(talk([command("start", "no-such-topic")]).reply.headline).toContain("你好");
	});
	test("/ask forgets, and takes a question along", () => {
		const { conversation } = talk(['formation {"existing":"branch","fullMembers":20}', command("ask")]);
		expect(conversation.profile).toEqual({});
		const { reply: answer } = talk([
			'formation {"existing":"branch","fullMembers":20}',
			command("ask", 'formation {"fullMembers":4}'),
		]);
		expect(answer.outcome).toBe("single-branch");
	});
	test("/training names courses to come only while there are some", () => {
		expect(talk([command("training")]).reply.headline).toBe("近期的培训如下，报名办法见各页。");
		const later = { ...SURROUNDINGS, now: "2030-01-01T00:00:00.000Z" };
		expect(talk([command("training")], NEW_CONVERSATION, later).reply.headline).toBe(
			"暂时没有公布的培训安排。",
		);
	});
});

describe("odd messages", () => {
	test.each(["", "   ", "😀👍🏽", "？？？", "\u200b\u200d"])("%j has no text to read", (text) => {
		expect(talk([text]).reply.headline).toContain("没有收到文字");
	});
	test("a text of 100,000 characters is not judged", () => {
		const { reply: answer, conversation } = talk(["党".repeat(100_000)]);
		expect(answer.headline).toContain("这段话太长了（超过2000个字）");
		expect(conversation).toEqual(NEW_CONVERSATION);
	});
	test("an attachment is refused and not kept", () => {
		expect(talk([{ kind: "attachment", what: "photo" }]).reply.headline).toContain("没有保存");
	});
});

describe("while a survey is filled in", () => {
	const turn = (message: Message) => reply(message, IN_SURVEY, knowledge, SURROUNDINGS).conversation.topic;
	test("texts, its own buttons and its commands go to the survey", () => {
		expect(turn({ kind: "text", text: "3" })).toBe("survey text");
		expect(turn(press("survey:ABCDEF:employees:3"))).toBe("survey choice");
		for (const name of ["survey", "withdraw", "cancel", "back"] as const) {
			expect(turn(command(name))).toBe("survey command");
		}
	});
	test("help and a question by command are answered and the draft is kept", () => {
		for (const message of [command("help"), command("ask", 'formation {"fullMembers":4}'), press("a1:e")]) {
			const after = reply(message, IN_SURVEY, knowledge, SURROUNDINGS);
			expect(after.replies).toHaveLength(1);
			expect(after.conversation.draft).toEqual(IN_SURVEY.draft);
		}
	});
});
