import type { Existing, Task } from "../../formation/profile.ts";
import { parseNumeral } from "../../language/numerals.ts";
import type { Token } from "./lexer.ts";
import { asksWhatBecomes } from "./organisation/standing.ts";

/** A body set up for one task, for a short time. */
const ADHOC =
	/招聘会|庙会|论坛|峰会|文化节|马拉松|花会|筹办|工作队|抗旱|救灾|巡逻队|展销会|专班|突击队|抢[险修]队?|值守队|搜救队|攻坚(?:组|队|专班|小组)|培训班|(?:训练|集训|特训|夏令|冬令)营|集训班?|学习班|轮训班|展会|博览会|筹备(?:组|处|委)|工作组|专项组|专项小组|临时(?:抽调|组建|成立的?(?:队|组)|工作|小组|团队|任务)|保障组|赛事|运动会|组委会|志愿(?:服务)?队|应急队|防汛|抗洪|抗疫|防疫|援建队|临时[^,。党支]{1,6}(?:组|队)(?!织)|(?:保障|接待|服务|支援|护航|搬迁|会务|攻关|攻坚)(?:分)?队|会展(?!中心)|展览(?!馆[边旁附])|参展|巡展|招商(?:组|专班)|考察团|研学团|代表团|救援队|驻点组|指挥部|剧组|摄制组|专项行动/;
/** 从各部门抽了六名党员: a body without a name; on a project it is the project's team. */
const DRAWN =
	/(?:临时|从各.{0,6}|各部门.{0,4})(?:抽|凑|搭|调|组)(?:了|出|来|建|成)?|抽调|借调|抽(?:了|调|出|来)*[一二两三四五六七八九十\d]+[名个位](?:正式)?党员/;
/** Words for a project; a firm's trade (工程公司) and its staff (项目经理) are none. */
const PROJECT =
	/项目(?!经理|制|管理(?!部)|主管|总监|助理)|工程(?!公司|技术|咨询|监理|师|造价|设计|企业|人员|机械|类|有限|服务|承包)|除险|加固|工地|标段|施工(?!单位|企业|公司|资质)|工期|中标|建桥|修路|修桥|盖楼|地铁|隧道|施工班组|完工|修(?:高速|公路|铁路)|现场(?:的)?党员/;
/** A firm that has projects is still a firm, */
const MERELY_HAS =
	/(?:手上|手里|同时|承接|接了?|做着?|有)(?:着)?(?:[一二两三四五六七八九十几多\d]+个|很多|好多|不少|几个|多个|各种)?[^,。]{0,4}(?:工程|项目)(?!部|上|组|工期|党)|各(?:个|大)?(?:工地|项目)|软件项目|做(?:项目|工程)的/;
/** unless people on one of them are meant. */
const ON_ONE = /项目部|工期|标段|现场|驻地|(?<!各(?:个|大)?)工地|项目上|为期/;

/** 其中一名常年在外地工地: where somebody is, not what for. */
const AT_A_SITE =
	/不是(?:为|给)[^,。]{0,4}(?:工地|项目)|名字(?:里)?带项目|(?:常年|长期|一直|平时)(?:在|跑)(?:外地|外面|外省)?的?工地/g;
/** 公司本身建啥 */
const THE_FIRM =
	/(?:公司|总部|企业|本部)(?:本身|自身|自己)|公司本部(?=的?(?:正式)?党员|[\d一二三四五六七八九十])|给公司(?:自己)?建/;
/** 公司有支部, 集团是有党委的: the firm's organisation. */
const FIRM_HAS =
	/(?:公司|总部|本部|集团|企业|单位|我[们司]|咱们?|[厂院校所])(?!组建|项目|想|要)[^,。建想要]{0,6}(?:支部|总支|党委)/;
/** 专班上弄个啥, 项目上要不要另立: asks what to set up. */
const SET_UP_FOR_TEAM =
	/(?:建|设|立|搭|弄|搞|整)(?:(?:个|一个|成)?(?:啥|什么|哪|何|样)|(?:个|一个)?(?:临时|项目)?(?:党)?(?:支部|组织|总支)|(?:吗|么|不|行|$|[,。]))/;
const TEAM_MEMBERS =
	/(?:抽|派|党员|正式)[^,。]{0,8}[\d一二两三四五六七八九十]|[\d一二两三四五六七八九十](?:来)?[名个位](?:正式)?党员/;

/**
 * The part of a text that is about a project team or an ad-hoc body, where the firm it comes
 * from has an organisation already (公司有支部，外地的项目部6名党员，要另建吗); else the whole text.
 */
export function aboutTheTeam(text: string): string {
	const firm = FIRM_HAS.exec(text);
	if (!firm || isTeam(text.slice(0, firm.index + 1))) return text;
	const end = firm.index + firm[0].length;
	const rest = text.slice(end);
	const clauses = rest.split(/(?<=[,。])/);
	const from = clauses.findIndex((clause, index) => index > 0 && isTeam(clause));
	if (from < 0) return text;
	const team = clauses.slice(from).join("");
	// 公司支部12名，抽了3名去专班，剩9名，要不要改: still asks about the firm.
	if (!TEAM_MEMBERS.test(team) || (asksWhatBecomes(team) && !SET_UP_FOR_TEAM.test(team))) return text;
	return team.replace("那边", "我们");
}

const isTeam = (text: string) => [PROJECT, ADHOC, DRAWN].some((words) => words.test(text));

/** 展览策划公司, 做展会搭建的, 办培训班的民营机构: what a firm does. */
const TRADE = new RegExp(
	`(?:会展|展[览会示]|赛事|救援|参展|防汛|抗旱|应急|培训班|论坛|庙会|马拉松)[\\u4e00-\\u9fff]{0,4}(?:公司|企业|[工]?厂|机构|商行|工作室)(?:,常年[^,。]{0,6})?|(?:给|为)[^,。]{0,4}(?:展会|展览|庙会|赛事)(?:干活|服务|供货|搭台|做)|(?:做|搞|办|承办|从事|专做|代理|跑)(?:各种|各类)?(?:${ADHOC.source})[^,。]{0,4}的(?=$|[,。]|民营|公司|机构|企业|店|我们)`,
	"g",
);

/** 救援队是在民政登记的社会组织: a body that lasts. */
const REGISTERED = /队[^,。]{0,4}(?:在民政|是[^,。]{0,8}社会组织|登记)/;

/** What the organisation is wanted for; null when the text says nothing. */
export function readTask(text: string, existing: Existing | null): Task | null {
	if (existing === "temporary") return PROJECT.test(text) ? "project" : null;
	if (
		ADHOC.test(text.replace(TRADE, "")) &&
		!REGISTERED.test(text) &&
		!/组织培训班|参加(?:过)?培训班|办(?:过)?培训班的?公司/.test(text)
	)
		return "adhoc";
	const isProject =
		PROJECT.test(text.replace(AT_A_SITE, "")) &&
		!THE_FIRM.test(text) &&
		(!MERELY_HAS.test(text) || ON_ONE.test(text));
	return isProject ? "project" : DRAWN.test(text) ? "adhoc" : null;
}

/** The task of a temporary body is over. */
export const TASK_ENDED =
	/(?:活|事|任务)(?:都|也|已经?)?(?:干|忙|做)完|(?:干|忙|做)完(?:活|事|任务)了?|人(?:员)?(?:都|也|已经?)*(?:撤|散)了|(?:任务|专班|展览|展会|展销会|项目|工程|突击队|培训班|比赛|赛事|活动|抢险|救灾|工作组|博览会|会展|疫情|防汛|抗洪|集训|队伍|组|工地|运动会|工作|班|标段|战斗|行动|任务期|指挥部|队)(?:都|也|已经?|现在|上个?(?:周|月|礼拜|星期)|昨天|前天|刚刚?|全部|顺利|早就|今天)*(?:完成|结束|完|解散|散|撤|完工|竣工|撤销|收官|闭幕|[干办搞开忙做打]完|交付|验收|结业)/;

/** Whether the body for which the temporary branch was set up is done; null when not stated. */
export function readTaskEnded(text: string, existing: Existing | null): boolean | null {
	if (existing !== "temporary") return null;
	if (!TASK_ENDED.test(text)) return null;
	if (
		/(?:没|没有|未|尚未|还没|还未|没到|不会)(?:有|全部|完全)?(?:完成|结束|完|解散|散|撤|完工|竣工|干完|办完)/.test(
			text,
		)
	)
		return false;
	if (
		/(?:任务|项目|工程|专班|展会)(?:完成|结束|完工|完)(?:以)?(?:后|之后|时|前|了怎么)(?!.*(?:已经|了,))/.test(
			text,
		) &&
		!/了[,。]?(?:接下来|下一步|怎么|咋)/.test(text)
	)
		return null;
	return true;
}

/** Words that introduce the length of a task. */
const TRIGGER =
	/(?:工期|为期|预计|计划|预定|还要|还有|还得|还剩|剩|干|做|搞|持续|周期|时间|只|就|总|期限|要|大概|大约|约|共|大概要|施工|用时|开|办|跨|近|超过|至少|不到|不足|不满|为|是|:|期|在|存在|存续|集中)(?:了)?$/;
/** 原定三个月，总工期变成十个月: the later one holds. */
const CHANGED =
	/(?:变成?|改[成为]|延[成为]|延长?[到至]|(?:压缩|缩短|缩减|减)[到至成为]|拖到|调整[为到])(?:了)?$/;
/** Words that make a length of time something else: age, elapsed time. */
const ELAPSED =
	/(?:成立|开业|注册|创办|创立|经营|营业|挂靠|来|工作|入职|党龄|开|办|建|运营|从事|合作|租|走|建厂|干)(?:了|已|已经|至今|有|快|将近)*$/;

/** 本来三个月的, 起初说四个月: what was planned counts only where nothing else is said. */
const PLANNED = /(?:本来|原[来定先计本]|起初|最初|当初|一开始|先前)[^,。]{0,4}$/;

/** Length of the task in months, or null: `vague` when the bounds cross six months. */
export function readDuration(
	text: string,
	tokens: readonly Token[],
	task: Task | null,
	existing: Existing | null,
): number | null {
	if (task !== "project" && task !== "adhoc" && existing !== "temporary") return null;
	const dated = betweenDates(text);
	if (dated !== null) return dated;
	let best: { months: number; weight: number } | null = null;
	for (const token of tokens) {
		if (token.kind !== "time") continue;
		const before = text.slice(Math.max(0, token.start - 6), token.start);
		const after = text.slice(token.end, token.end + 6);
		const elapsed = /^(?:了|前|以前|之前|来|多了)/.test(after) && !/还|要/.test(before);
		const changed = CHANGED.test(before);
		if (
			(elapsed && !changed) ||
			(ELAPSED.test(before) &&
				!/(?:要|只|就|还|得|再)(?:开|办|建|干|做)(?:了)?$/.test(before) &&
				!/项目|工程|工期/.test(before) &&
				!/干$/.test(before))
		)
			continue;
		// 从五个月拖到一年: what it was.
		if (/[从由]$/.test(before) && /^[^,。]{0,4}[到成至为]/.test(after)) continue;
		if (/^(?:党龄|工龄|内|以内批|后转正|年龄)/.test(after)) continue;
		let low = token.low;
		let high = token.high;
		if (/(?:不到|不足|不满|少于)$/.test(before)) {
			high = low - 0.1;
			low = Math.max(0.1, low - 1);
		} else if (/(?:超过|不止|多于)$/.test(before) || /^(?:多|以上|往上|出头)/.test(after))
			high = Math.max(high, low);
		if (/^以内/.test(after)) high = low - 0.1;
		if (low < 6 && high >= 6) continue;
		const weight =
			(changed ? 3 : TRIGGER.test(before) ? 2 : 0) +
			(PLANNED.test(before) ? -3 : 0) +
			(/^(?:的)?(?:工期|项目|工程|就|后|完工|结束|左右|的任务|能干完)/.test(after) ? 1 : 0);
		if (best === null || weight > best.weight) best = { months: low, weight };
	}
	return best?.months ?? null;
}

/** 今年9月干到明年8月, 3月到11月 */
const FROM_TO =
	/(去年|今年|明年|\d{4}年)?([一二三四五六七八九十\d]+)月(?:份|初|底|中旬|[\d一二三十]+[日号])?[^,。\d]{0,4}?(?:开工|开始|启动|进场|动工)?,?(?:计划|预计|要|干|做)?[起到至~-]*(今年|明年|后年|来年|次年|第二年|\d{4}年)?([一二三四五六七八九十\d]+)月/;
const YEARS: Readonly<Record<string, number>> = {
	去年: -1,
	今年: 0,
	明年: 1,
	来年: 1,
	次年: 1,
	第二年: 1,
	后年: 2,
};

/** Months between two dates, both months included; null where only one way of counting makes it six. */
function betweenDates(text: string): number | null {
	const match = FROM_TO.exec(text);
	const [from, to] = [match?.[2], match?.[4]].map((month) => (month ? parseNumeral(month) : null));
	if (!match || !from || !to) return null;
	const [first, last] = [match[1], match[3]].map((year) =>
		year === undefined ? undefined : (YEARS[year] ?? Number.parseInt(year, 10)),
	);
	const years = last === undefined ? (to < from ? 1 : 0) : last - (first ?? (last > 99 ? last : 0));
	const months = 12 * years + to - from;
	return months < 0 || months === 5 ? null : months + 1;
}
