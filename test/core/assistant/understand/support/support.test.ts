import { describe, expect, test } from "vitest";
import { readable } from "../../../../../core/assistant/understand/spelling.ts";
import { readSupport } from "../../../../../core/assistant/understand/support/support.ts";

const support = (text: string) => readSupport(readable(text), false);

describe("with whom an organisation can be formed", () => {
	test.each([
		["楼里另外一家也2名，那家乐意合在一起建", ["area"]],
		["前后院两家企业都不反对跟我们合建", ["area"]],
		["同院的汽修厂本来不肯，昨天松口了，愿意跟我们合", ["area"]],
		["咱们这行的协会要搞行业支部，说算上咱", ["industry"]],
		["镇上最大的厂有党总支，答应拉上我们一起建", ["lead"]],
		["品牌方是区里的龙头企业，有自己的党组织，主动提出带我们", ["lead"]],
		["社区支部腾了个位置，让我们先挂着", ["host"]],
		["园区党委说先放他们那儿", ["host"]],
		["行业协会跟龙头企业都愿意带我们", ["industry", "lead"]],
	])("%s: %j", (text, expected) => expect(support(text)).toEqual(expected));

	test.each([
		"附近啥单位都没有，没处靠",
		"同楼的都说不，社区也说不",
		"能找的单位都找了，没有一个点头的",
		"各方面都联系过，无一同意",
	])("%s: nobody", (text) => expect(support(text)).toEqual([]));

	test.each([
		"隔壁有支部，我们没有",
		"原本说好跟对门合建，对门搬走了",
		"协会有会员单位八十家，能建支部吗",
		"组织关系一个都没接进来",
		"街道要求我们建支部",
	])("%s: nothing is said", (text) => expect(support(text)).toBeNull());
});
