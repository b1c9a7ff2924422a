import { describe, expect, test } from "vitest";
import { namedMembers } from "../../../../core/assistant/understand/persons.ts";
import { readable } from "../../../../core/assistant/understand/spelling.ts";

const count = (text: string) => namedMembers(readable(text));

describe("members who are named", () => {
	test.each([
		["我和会计都是正式党员", 2],
		["老板和两个经理是党员", 3],
		["院长、护士长、药剂师和B超医生是党员", 4],
		["老板、财务总监、人事经理、车间主任，这几位都是党员", 4],
		["公司里我是党员，会计是党员，前台小李也是", 3],
		["我是党员，徒弟大刘、二刘也都入了党", 3],
		["除了我，技术部的老吴和行政的小赵也是党员", 3],
		["所里的党员：主任律师、两位合伙人、一名行政", 4],
		["党员嘛，我算一个，再有就是看门的老杨", 2],
		["诊所的党员只有我这个医生跟一个护士", 2],
		["老板本人是党员，员工里一个也没有", 1],
		["我是党员，我媳妇不是", 1],
	])("%s: %d", (text, expected) => expect(count(text)).toBe(expected));

	test.each(["我和会计都不是党员", "会计是不是党员", "我们公司有三名党员", "老板让我和会计去开会"])(
		"%s: nobody is named as a member",
		(text) => expect(count(text)).toBeNull(),
	);
});
