import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFacts } from "../../../../core/assistant/understand/facts.ts";
import { readable } from "../../../../core/assistant/understand/spelling.ts";

const members = (text: string) => readFacts(readable(text), false).slots.fullMembers;
const GROUPS = ["前台", "美工", "客服", "质检", "后勤"];
const WORDS = "零一两三四五";

describe("members who are listed", () => {
	it("add up, in whatever order, script and separation they are listed", () => {
		fc.assert(
			fc.property(
				fc.shuffledSubarray(GROUPS, { minLength: 2 }),
				fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 5 }),
				fc.constantFrom("、", ""),
				fc.boolean(),
				(groups, counts, separator, digits) => {
					const list = groups.map((group, at) => `${group}${digits ? counts[at] : WORDS[counts[at] ?? 0]}个`);
					const sum = groups.reduce((all, _, at) => all + (counts[at] ?? 0), 0);
					expect(members(`${list.join(separator)}，都是正式党员，怎么建`)).toBe(sum);
				},
			),
		);
	});

	it.each([
		["党员就是财务、行政、质检各一名，够不够", 3],
		["4名注会外加1名行政是党员，能否单设", 5],
		["CEO、CTO加两个后端是正式党员，怎么建", 4],
		["我爸我妈我叔都是党员，能办个支部不", 3],
		["财务党员，车间主任党员，质检党员，够不够建", 3],
		["党员名单有张工、刘工、小孙三位，怎么建", 3],
	])("%s", (text, full) => {
		expect(members(text)).toBe(full);
	});
});
