import { describe, expect, test } from "vitest";
import { readable } from "../../../../core/assistant/understand/spelling.ts";
import { workedOut } from "../../../../core/assistant/understand/worked-out.ts";

const work = (text: string) => workedOut(readable(text));

describe("counts that a text leaves to be worked out", () => {
	test.each([
		["五个合伙人里只有一个不是党员", "4名合伙人是党员"],
		["四个股东除了我都是党员", "3名股东是党员"],
		["六个员工一半是党员", "3名员工是党员"],
		["员工30人，三分之一是党员", "员工10名人是党员"],
		["3名在职党员，2名退休党员", "现在3名党员"],
		["总部有6名党员，我们分公司2名", "别家有6名党员,我们分公司2名"],
		["党员人数比去年多两名", "党员人数"],
		["去年才1个党员，今年比去年多了俩", "去年才1个党员,今年我们现在有3名党员"],
		["隔壁5名党员，我们比隔壁少3个", "隔壁5名党员,我们我们现在有2名党员"],
		["工地党员：钢筋班2，木工班2，管理岗1，能建吗", "工地党员5名,能建吗"],
		["前台1个，仓库1个，司机1个，都是正式党员", "3名党员,都是正式党员"],
	])("%s", (text, expected) => expect(work(text)).toBe(expected));

	test.each([
		// Nobody says that these are members.
		"厨师3个，服务员5个，收银2个，想建支部",
		// Kinds of members and other units are no parts of one unit.
		"党员：正式3名，预备1名",
		"党员：我们2名，隔壁1名",
		// Half of seven is nobody.
		"七个员工一半是党员",
		"不是党员的有两个",
	])("%s stays as it is", (text) => expect(work(text)).toBe(readable(text)));
});
