import { describe, expect, it } from "vitest";
import { readFacts } from "../../../../core/assistant/understand/facts.ts";
import { readable } from "../../../../core/assistant/understand/spelling.ts";

const facts = (text: string) => readFacts(readable(text), false).slots;

describe("members", () => {
	it.each([
		["我们有三名正式党员", { fullMembers: 3 }],
		["公司一共5名党员其中2名是预备的", { fullMembers: 3, probationary: 2 }],
		["5名正式党员，另有2名预备党员", { fullMembers: 5, probationary: 2 }],
		["两个正式三个预备", { fullMembers: 2, probationary: 3 }],
		["党员十八名，十七名正式，一名预备", { fullMembers: 17, probationary: 1 }],
		["加上我一共4个党员", { fullMembers: 4 }],
		["就我一个党员", { fullMembers: 1 }],
		["不是没有党员，有两个，只是都不太活跃", { fullMembers: 2 }],
		["党员0名，积极分子3名，申请人2名", { fullMembers: 0 }],
		["一共四个党员，有一半还没转正", { fullMembers: 2, probationary: 2 }],
		["5个党员全是预备的", { fullMembers: 0, probationary: 5 }],
		["原来2个党员，今年新招进来3个，都是正式的", { fullMembers: 5 }],
		["党员没有三个，只有两个", { fullMembers: 2 }],
		["公司2016年成立，员工45人，面积300平米，正式党员1名", { fullMembers: 1 }],
	])("%s", (text, slots) => {
		expect(facts(text)).toMatchObject(slots);
	});

	it("does not count people who are no Party members", () => {
		expect(facts("公司有5个入党积极分子，能建支部吗").fullMembers).toBeUndefined();
		expect(facts("民盟成员3名，团员20名").fullMembers).toBeUndefined();
		expect(facts("员工80人，能建党支部吗").fullMembers).toBeUndefined();
	});

	it("leaves a number that crosses a threshold open, and marks a vague one", () => {
		expect(facts("有两三个党员").fullMembers).toBeUndefined();
		expect(facts("好几个党员").fullMembers).toBeUndefined();
		const vague = readFacts(readable("我司十来个党员"), false);
		expect(vague.approximate).toEqual(["fullMembers"]);
		expect(vague.slots.fullMembers).toBeGreaterThanOrEqual(3);
	});

	it("asks rather than guess when 3名党员，1名预备党员 can be read both ways", () => {
		expect(facts("我们3名党员，1名预备党员").fullMembers).toBeUndefined();
	});
});

describe("relations", () => {
	it.each([
		["4名党员，组织关系都在老家", { relationElsewhere: 4 }],
		["4个正式党员，有两个关系还在原单位", { relationElsewhere: 2 }],
		["6名党员，关系都在外地，转不过来", { relationElsewhere: 6, transferable: "no" }],
		["六个党员里只有两个的组织关系在公司", { relationElsewhere: 4 }],
		["8名党员，关系都转到公司了", { relationElsewhere: 0 }],
		["4名党员，关系在外省，可以转过来", { relationElsewhere: 4, transferable: "yes" }],
	])("%s", (text, slots) => {
		expect(facts(text)).toMatchObject(slots);
	});
});

describe("support", () => {
	it.each([
		["两名党员，隔壁公司愿意一起建", ["area"]],
		["1名党员，家政协会说可以把我们收进去", ["industry"]],
		["2名党员，龙头企业的党委愿意带我们", ["lead"]],
		["1名党员，社区党委愿意接收", ["host"]],
		["2名党员，没人愿意一起，社区街道也都不接", []],
		["两个党员，附近有家企业愿意一起，协会也说可以收", ["area", "industry"]],
	])("%s", (text, support) => {
		expect(facts(text).support).toEqual(support);
	});

	it("says nothing when the text says nothing", () => {
		expect(facts("街道要求我们搞党建，2名党员").support).toBeUndefined();
	});
});

describe("organisation and task", () => {
	it.each([
		["我们支部现在已经有56名党员了", { existing: "branch", fullMembers: 56 }],
		["挂靠在社区两年了，现在一共三名正式党员", { existing: "affiliated", fullMembers: 3 }],
		["联合支部四家一共就剩2名党员了，我们家1名", { existing: "joint", fullMembers: 1, jointFull: 2 }],
		["原来是党总支，现在党员涨到了130", { existing: "general-branch", fullMembers: 130 }],
		["专班解散了，当时建的临时支部要怎么处理", { existing: "temporary", taskEnded: true }],
		["支部原来11个人，今年走了9个，只剩2名正式党员了", { existing: "branch", fullMembers: 2 }],
		["项目部党员12名，工期一年半", { task: "project", durationMonths: 18 }],
		["防汛突击队，抽了12名党员，半个月就散", { task: "adhoc", durationMonths: 0.5 }],
		["我们是区属国有独资公司，党员40名", { orgKind: "outside", fullMembers: 40 }],
	])("%s", (text, slots) => {
		expect(facts(text)).toMatchObject(slots);
	});

	it("does not take the state-owned neighbour for the asker", () => {
		expect(facts("隔壁国企党委愿意带我们，2名党员").orgKind).toBeUndefined();
		expect(facts("民办学校4名党员").orgKind).toBeUndefined();
	});

	it("takes a wanted branch for no existing one", () => {
		for (const text of [
			"我们3名党员想成立党支部",
			"4名党员能建支部吗",
			"社区说可以先挂靠他们那儿，2名党员",
		]) {
			expect(facts(text).existing).toBeUndefined();
		}
	});

	it("does not read the age of the firm as the length of a project", () => {
		expect(facts("公司成立3年，手上有两个项目，党员5名")).not.toHaveProperty("durationMonths");
	});
});
