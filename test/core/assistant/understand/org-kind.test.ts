import { describe, expect, test } from "vitest";
import { isCluster, readOutside } from "../../../../core/assistant/understand/org-kind.ts";
import { readable } from "../../../../core/assistant/understand/spelling.ts";

describe("a park, building or market that asks for all its small units", () => {
	test.each([
		"我是楼宇物业的，整栋楼零散党员12个，想建一个",
		"园区办的，里头十几家小厂党员一共20名，咋组织",
		"产业园小微企业党员合计34名，园区如何建组织",
		"服装市场，摊位上百，党员合起来10个，怎么建",
		"文创园一家一两个党员，总共10名，园区想统一建",
		"商厦里没支部的商户有6家，每家都不满三名，合计8名，商厦想统一建",
	])("%s", (text) => expect(isCluster(readable(text))).toBe(true));

	test.each([
		"我们公司在产业园里，有4名党员",
		"园区里我们三家厂，每厂1名党员，想拼一个支部",
		"楼里两家想一起建，一家一个党员，园区党委愿意收",
		"同园区两家公司愿意跟我们联合，我们1名党员",
	])("%s: one firm asks", (text) => expect(isCluster(readable(text))).toBe(false));
});

describe("a unit of another domain", () => {
	test.each([
		"我们是区属国有独资公司，党员40名",
		"社区居委会自己有6名党员",
		"我是村会计，全村党员47名",
		"我在市属国企的三级子公司，党员19名",
	])("%s", (text) => expect(readOutside(readable(text))).toBe(true));

	test.each([
		"我们芯片公司高校毕业生多，党员9名",
		"链主是家国企，它党委愿意带我们",
		"做公立医院保洁的私企，党员3名",
		"大部队撤到下个工地了，留守2名党员",
		"居委会有党支部，我们公司啥组织也没有",
	])("%s: only spoken of", (text) => expect(readOutside(readable(text))).toBe(false));
});
