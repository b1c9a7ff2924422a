import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFacts } from "../../../../core/assistant/understand/facts.ts";
import { readable } from "../../../../core/assistant/understand/spelling.ts";

const facts = (text: string) => readFacts(readable(text), false).slots;
const count = fc.integer({ min: 3, max: 40 });

describe("members kept as an account", () => {
	it("those who left are subtracted, those who came are added, whatever the verb", () => {
		const left = ["走了", "离职", "调走", "退休了", "辞职了"];
		const came = ["又来了", "新招了", "新增", "又转来", "新入职"];
		fc.assert(
			fc.property(
				count,
				fc.integer({ min: 1, max: 2 }),
				fc.integer({ min: 1, max: 9 }),
				fc.constantFrom(...left),
				fc.constantFrom(...came),
				(before, fewer, more, gone, arrived) => {
					const start = `公司原来${before}名正式党员`;
					expect(facts(`${start}，${gone}${fewer}名，能建支部吗`).fullMembers).toBe(before - fewer);
					expect(facts(`${start}，${arrived}${more}名正式党员，能建支部吗`).fullMembers).toBe(before + more);
				},
			),
		);
	});

	it("a count of now holds whatever was said before", () => {
		fc.assert(
			fc.property(
				count,
				fc.integer({ min: 0, max: 40 }),
				fc.constantFrom("现在只剩", "目前有", "如今剩", "现在一共"),
				(before, now, word) => {
					expect(facts(`支部原来有${before}名党员，${word}${now}名正式党员`).fullMembers).toBe(now);
				},
			),
		);
	});

	it("a comparison with last year changes nothing", () => {
		fc.assert(
			fc.property(fc.integer({ min: 100, max: 200 }), fc.integer({ min: 1, max: 9 }), (now, fewer) => {
				expect(facts(`公司有党委，党员${now}名，比去年少了${fewer}个`).fullMembers).toBe(now);
			}),
		);
	});

	it("kinds may be left out of or taken into a count", () => {
		fc.assert(
			fc.property(count, fc.integer({ min: 1, max: 9 }), (full, probationary) => {
				const total = full + probationary;
				for (const text of [
					`党员${total}名，不算预备的有${full}个`,
					`党员${total}名，其中预备${probationary}名`,
					`除去${probationary}名预备党员还有${full}名正式党员`,
					`党员${total}名（含预备${probationary}名）`,
					`党员${full}名，不含${probationary}名预备党员`,
				]) {
					expect(facts(text).fullMembers, text).toBe(full);
				}
			}),
		);
	});

	it("parts of one unit add up, parts of a stated total do not", () => {
		fc.assert(
			fc.property(count, count, (one, other) => {
				expect(facts(`研发部${one}名党员、销售部${other}名党员，想建支部`).fullMembers).toBe(one + other);
				const total = `公司一共${one + other}名党员，研发部${one}名，销售部${other}名`;
				expect(facts(total).fullMembers).toBe(one + other);
			}),
		);
	});

	it("what is only going to happen does not count yet", () => {
		expect(facts("3名正式党员，下个月要走一个，现在能建吗").fullMembers).toBe(3);
		expect(facts("支部有25名党员，今年预计再转来3名").fullMembers).toBe(25);
		expect(facts("两个正式党员，一个预备的明年转正")).toMatchObject({ fullMembers: 2, probationary: 1 });
		expect(facts("如果再来一个我们就有三名党员了").fullMembers).toBe(2);
		expect(facts("正式党员差一个就满三个了").fullMembers).toBe(2);
	});

	it("probationary members who have become full members are full members", () => {
		expect(facts("3名预备刚转正，加上原来的1名正式").fullMembers).toBe(4);
		expect(facts("党员四名，其中两名去年才转正").fullMembers).toBe(4);
	});

	it("counts that contradict each other are not decided between", () => {
		expect(facts("我们3名党员，1名预备党员").fullMembers).toBeUndefined();
		expect(facts("有2名党员，5名党员").fullMembers).toBeUndefined();
		expect(facts("预备党员2名，正式的记不清")).not.toHaveProperty("fullMembers");
	});

	it.each([
		["我和会计都是正式党员", 2],
		["老板和两个经理都是正式党员", 3],
		["合作社社长、会计、仓管都是正式党员", 3],
		["我、出纳、司机三人是正式党员", 3],
		["党员就我和另外两个伙伴", 3],
		["全公司就财务大姐是党员", 1],
		["我是老板，党员，手下还有两个党员", 3],
	])("named members: %s", (text, fullMembers) => {
		expect(facts(text).fullMembers).toBe(fullMembers);
	});

	it.each([
		["公司三个人是党员的说法不对，实际上是两个", 2],
		["以为有三个党员，一查其实只有两个", 2],
		["我说错了，不是4个是2个党员", 2],
		["党员呢倒不是没有，就是少，才俩", 2],
		["我们厂找不出一个党员", 0],
		["员工都是群众，没有入党的", 0],
		["以前有个党员走了，现在没有了", 0],
	])("what was said is corrected or denied: %s", (text, fullMembers) => {
		expect(facts(text).fullMembers).toBe(fullMembers);
	});
});

describe("people who are not here yet, or no longer", () => {
	it.each([
		["要是能再招一名正式党员，我们就够三名了", 2],
		["目前两个正式党员，已谈好一名正式党员下月入职", 2],
		["公司开了3年，来过5名党员，现在都走了", 0],
		["公司三名党员，编在联合支部，现在一名辞职了", 2],
		["原来有三名正式党员，其中一人刚被开除党籍", 2],
		["六名党员，去年底两名刚转正，四名老党员", 6],
		["上周又转正一名，现在正式党员总数到四名", 4],
	])("%s", (text, fullMembers) => {
		expect(facts(text).fullMembers).toBe(fullMembers);
	});

	it("asks when two counts may be the same people", () => {
		expect(facts("三名正式党员关系在公司，三名正式党员关系在外地")).not.toHaveProperty("fullMembers");
	});
});
