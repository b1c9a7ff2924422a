import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFacts } from "../../../../core/assistant/understand/facts.ts";
import { readable } from "../../../../core/assistant/understand/spelling.ts";

const facts = (text: string) => readFacts(readable(text), false).slots;

describe("the organisation that is there", () => {
	it.each([
		["去年成立的党支部，目前十名党员，情况没变化", "branch"],
		["咱厂党支部建了八年，现在正式的就剩2个", "branch"],
		["项目党支部只剩下两名正式党员了", "branch"],
		["所里支部本有正式党员4名，现仅剩1名", "branch"],
		["联合党支部退出了两家，现在就两个正式党员", "joint"],
		["联合支部成立两年了，我店里还是两个党员", "joint"],
		["三家合建的联合支部总共4名正式党员", "joint"],
		["我们挂在社区，今年来了个预备党员", "affiliated"],
		["项目上先搞的临时党支部，5名党员", "temporary"],
		["支部名存实亡，党员全离职了", "branch"],
		["支部建是建了，如今只有一名正式党员", "branch"],
		["街道批的支部，党员两名", "branch"],
		["五十名党员的支部，得升格吗", "branch"],
		["我们集团总支今年党员只有45名", "general-branch"],
		["党委底下三个支部，总共95名党员", "committee"],
		["跟三家同行合用一个支部，我们自己有3名正式党员", "joint"],
		["我们跟对门合着建的支部，自己3名党员", "joint"],
		["公司党员编在街道综合支部里，现在有4名", "affiliated"],
	])("%s", (text, existing) => {
		expect(facts(text).existing).toBe(existing);
	});

	it.each([
		"原来在联合支部，后来联合支部撤了，我们现在2名党员",
		"茶叶协会有支部，愿意收编我们2名党员",
		"母公司在外省有党委，说可以带我们建，1名党员",
		"等转正再建还是现在联建，2名党员",
		"党员5名，支部一直没建起来",
		"支部批得下来吗，3名党员",
		"听说要满三人才有支部，我们就两个",
		"我们的大客户有党委，愿意带我们这1名党员",
		"旁边几家都建了支部，我们店3个党员",
		"3名党员关系还在原单位支部",
		"邀请我们加入隔壁的联合支部，我们1名党员",
		"3名党员，是挂靠好还是单建好",
		"党员2名，街道说先挂到社区支部",
		"4名党员，支部正在筹备",
		"党支部申请交上去了，党员5名",
		"5名党员，支部非建不可吗",
		"3名党员，支部能不能放在老板家里",
		"路口的汽修厂有支部，我们店就1名党员",
		"小区物业有党支部，我们店1名党员",
		"问了几家有支部的公司都不愿意，我们2名党员",
		"以前的公司有支部，现在自己创业，党员就我",
		"一个党员也没有，支部从何谈起",
		"2名党员，挂靠这条路走不通",
	])("none of one's own: %s", (text) => {
		expect([undefined, "none"]).toContain(facts(text).existing);
	});

	it("its fate may be asked for in any words", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 3, max: 40 }),
				fc.constantFrom("要不要变", "还能保留吗", "需要调整吗", "用不用升格", "会不会撤", "要动吗"),
				(members, question) => {
					expect(facts(`支部${members}名党员，${question}`).existing).toBe("branch");
				},
			),
		);
	});
});

describe("a team of a firm that has an organisation", () => {
	it.each([
		["公司有总支，抽5名党员进攻坚专班，专班上弄个啥", "adhoc", 5],
		["本部有支部，可项目部在外省，项目部党员4名", "project", 4],
		["公司早有支部二十来人，新拿的项目抽六名党员去，项目上要不要另立支部", "project", 6],
	])("%s", (text, task, fullMembers) => {
		expect(facts(text)).toMatchObject({ task, fullMembers });
		expect(facts(text).existing).toBeUndefined();
	});

	it("the firm itself still asks about its own", () => {
		expect(facts("我们支部12名党员，抽走3名去专班，还剩9名，要不要改").existing).toBe("branch");
	});
});

describe("several units", () => {
	it("members of the asker and of the others add up", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 2 }),
				fc.integer({ min: 1, max: 5 }),
				fc.integer({ min: 1, max: 5 }),
				(own, next, above) => {
					expect(facts(`我店${own}名党员，隔壁店${next}名，楼上${above}名，都愿意一起建`)).toMatchObject({
						fullMembers: own,
						jointFull: own + next + above,
					});
				},
			),
		);
	});

	it.each([
		["隔壁两家门店跟我们各有1个党员，想一块弄个支部", 3],
		["对门三家店加我们各有一名正式党员，大家都愿意联合", 4],
		["三家店都在一个院里，各有一个党员，老板们都赞成合起来", 3],
		["我店1名党员，左边店1名右边店1名，三家都愿意", 3],
		["党员2名，周边商户党员加我们一共5名，都愿意联合", 5],
		["联合支部就我们公司还有2名党员，其他公司都没了", 2],
		["美发店就我一个党员，同街还有家理发的也有一个", 2],
		["我家1名党员，东头那家3名，西头2名，商量联建", 6],
		["隔壁公司5名党员想拉我们4名一起联建", 9],
		["两家网店凑一起，我家1名，他家1名", 2],
		["联合支部里我们从1名增加到4名党员，另外两家各1名", 6],
		["我们3名，楼上1名党员，他们想跟我们联合", 4],
	])("%s", (text, jointFull) => {
		expect(facts(text).jointFull).toBe(jointFull);
	});

	it("shops of one firm are no units side by side", () => {
		expect(facts("集团下辖9家门店，党员共计72名")).toMatchObject({ fullMembers: 72 });
		expect(facts("连锁酒店公司五家门店，党员合计72名").jointFull).toBeUndefined();
	});

	it.each([
		["批发市场管理处来问：市场里经营户党员合计8人，每户最多两人，想统一成立一个党支部", 8],
		["步行街商铺零散党员9名，各家不足3名，街区想统一建", 9],
		["写字楼共26家公司，没有哪家到得了3名党员，汇总正式党员17名，物业想牵头统一建", 17],
		["夜市一条街，每个摊最多一个党员，拢共7个，街办想替大家建", 7],
		["直播基地入驻商家二十七家，各家党员都在两人以下，合计58名，基地管委会想统一建", 58],
		["我们管这栋写字楼的，楼里企业党员一共五名，每家都不到三个，咋建", 5],
		["农贸市场摊主里一共5名党员，分在5个摊位，市场管理办公室想给他们归拢建一个", 5],
	])("whoever runs a park asks for all of it: %s", (text, fullMembers) => {
		expect(facts(text)).toMatchObject({ orgKind: "cluster", fullMembers });
	});

	it("a firm in a park asks for itself", () => {
		expect(facts("公司在写字楼里，6名党员，物业想统一建，我们要自己建行吗").orgKind).toBeUndefined();
		expect(facts("我们公司在科技园，4名党员，想建支部").orgKind).toBeUndefined();
	});
});

describe("whose regulations", () => {
	it.each([
		"村里的党支部怎么建",
		"我在镇政府办公室，机关党员15个，支部该怎么建",
		"公办中心小学教师党员22名，支部怎么建",
		"我们是区文旅局机关，党员25名",
		"市水务局下属水库管理所，12名党员",
		"县融媒体中心党员9名，建支部",
		"我们局党员42名，怎么设",
		"村里想把党支部改成总支，党员68人",
	])("outside: %s", (text) => {
		expect(facts(text).orgKind).toBe("outside");
	});
	it.each([
		"学会里党员10名，全是高校老师兼任，怎么建",
		"民政局登记的社会团体，党员5名，怎么建",
		"我们公司租的是国企的楼，党员5名，想自己建支部",
		"客户都是事业单位，我们是民企，4名党员",
		"国企混改后的民营控股公司，党员12名",
		"村集体办的公司，党员4名，能建支部吗",
		"主管部门是民政局，我们基金会党员4名",
		"我们养老院是民办的，承接区民政局项目，党员5名",
		"律所党员6名，司法局管着，怎么建",
		"市区开了家诊所，党员3名，能建吗",
	])("not outside: %s", (text) => {
		expect(facts(text).orgKind).toBeUndefined();
	});
});

describe("who is willing", () => {
	it.each([
		["2名党员，前后没邻居，附近社区党总支愿意代管", ["host"]],
		["附近没哪家愿意搭伙，倒是物业管理协会肯把咱两个党员收进行业支部", ["industry"]],
		["正式党员一名，行业龙头公司党委愿带建，街道也愿意接收", ["lead", "host"]],
		["我们2个党员，对面1个，旁边1个，几家老板说好了一起凑个支部，街道也说能收", ["area", "host"]],
		["邻居、协会、大企业、社区四个路子全走不通，就1名正式党员", []],
		["党员2个，同行不认识，邻居不搭腔，社区街道都说不收", []],
		["左手边五金店、右手边快餐店各一名，都点头了，我家1名党员", ["area"]],
		["园区里跟我们情况一样的有两家，也想联合，我们1名党员", ["area"]],
		["共用前台的两家都想搭一起，我们1名党员", ["area"]],
		["前后两栋的厂都想联合，我们2名党员", ["area"]],
		["俩党员，隔条马路的龙头企业党委愿意带我们建", ["lead"]],
		["居委会让我们党员先跟他们过组织生活，1名党员", ["host"]],
		["唯一的党员是我，问了社区问了商会，都说接不了", []],
		["2名党员，附近就我们一家厂，社区也说管不了", []],
	])("%s", (text, support) => {
		expect(facts(text).support).toEqual(support);
	});

	it("nothing is known of those who have not answered", () => {
		expect(facts("2名党员，街道没表态，邻居也没问过").support).toBeUndefined();
		expect(facts("请示上级前想先明确形式，2名党员").support).toBeUndefined();
		expect(facts("2名党员，同楼有十几家公司").support).toBeUndefined();
		expect(facts("2名党员，街道要我们报名单").support).toBeUndefined();
	});
});
