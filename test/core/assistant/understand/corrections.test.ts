import { describe, expect, test } from "vitest";
import { corrected } from "../../../../core/assistant/understand/corrections.ts";
import { readFacts } from "../../../../core/assistant/understand/facts.ts";
import { readable } from "../../../../core/assistant/understand/spelling.ts";

describe("what its author takes back", () => {
	test.each([
		["有俩党员，不对不对，仨，怎么弄个支部", 3],
		["公司党员两名，噢漏了我自己，三名才对", 3],
		["党员有12个，说错了，12个是员工，党员是2个", 2],
		["两名党员……等一下，我再数数，嗯，六名", 6],
		["党员20，唉手滑多按了个0，是2名", 2],
		["正式党员2人，写反了，是预备2人、正式3人", 3],
	])("%s: %d", (text, expected) => expect(readFacts(readable(text), false).slots.fullMembers).toBe(expected));

	test.each([
		// Nothing is counted before it, or nothing after it.
		"日期写错了，三名党员的请示怎么改",
		"我们有三名党员，这样对不对",
		"三名党员，上回报错了",
	])("%s: nothing is taken back", (text) => expect(corrected(readable(text))).toBe(readable(text)));
});
