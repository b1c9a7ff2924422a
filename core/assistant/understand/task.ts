import type { Existing, Task } from "../../formation/profile.ts";
import { parseNumeral } from "../../language/numerals.ts";
import type { Token } from "./lexer.ts";

/** A body set up for one task, for a short time. */
const ADHOC =
	/(?:临时|从各.{0,6}|各部门.{0,4})(?:抽|凑|搭|调|组)(?:了|出|来|建|成)?|招聘会|庙会|论坛|峰会|文化节|马拉松|花会|筹办|工作队|抗旱|救灾|巡逻队|展销会|专班|突击队|抢险队?|攻坚(?:组|队|专班|小组)|培训班|集训班?|学习班|轮训班|展会|博览会|筹备(?:组|处|委)|工作组|专项组|专项小组|临时(?:抽调|组建|成立的?(?:队|组)|工作|小组|团队|任务)|抽调|借调|保障组|赛事|运动会|组委会|志愿(?:服务)?队|应急队|防汛|抗洪|抗疫|防疫|援建队|抽(?:了|调|出|来)*[一二两三四五六七八九十\d]+(?:名|个)(?:正式)?党员|临时[^,。党支]{1,6}(?:组|队)(?!织)|(?:保障|接待|服务|支援|护航|搬迁|会务|攻关|攻坚)(?:分)?队|会展|展览|参展|巡展|招商(?:组|专班)|考察团|研学团|代表团|救援队|驻点组|指挥部|剧组|摄制组|专项行动/;
/** Words that make a project the unit asked about, not something the firm also has. */
const PROJECT =
	/中标|项目(?:党)?支部|施工班组|[\u4e00-\u9fff]{2}工程,|完工|修(?:高速|公路|铁路)|现场(?:的)?(?:党员|有?[一二两三四五六七八九十\d]+(?:名|个)(?:正式)?党员)|项目部|项目上|项目(?:工期|为期|周期|要干|预计|持续|还|总工期|期限|干|结束)|工地(?:上|里)?|标段|工期|工程(?:项目|只干|干|为期|上|预计|要|持续|[一二两三四五六七八九十\d半]|总|周期|队)|施工(?:现场|队|单位|期|项目)|(?:这个|该|本|新|我们|大型|在建|承建的?.{0,8})(?:的)?(?:项目|工程)|[月年天周半]的(?:工程|项目|标段)|项目(?:要|做|搞|大概|约|预计)?(?:[一二两三四五六七八九十\d半]+(?:多)?(?:个)?(?:半)?(?:月|年|天|周))|工程项目|项目(?=[,上有])|改造工程|建设项目|大桥项目|项目(?:组|团队|指挥部)|(?:桥梁|公路|高速|地铁|隧道|铁路|水利|厂房|管网|装修|改造|光伏|风电|场馆).{0,4}(?:项目|工程)|建桥|修路|修桥|盖楼/;
/** A firm that has projects is still a firm. */
const MERELY_HAS =
	/(?:手上|手里|同时|承接|接了|做(?:着)?|有|跑)(?:着)?(?:[一二两三四五六七八九十几多\d]+个|很多|好多|不少|几个|多个)?(?:工程|项目)(?!部|上|组|工期)|项目(?:经理|公司|制|管理(?!部))|软件项目|做项目的|工程(?:公司|技术|咨询|监理|师|造价|设计)/;

/** 抽六名党员去驻点: to a project as well as to a body of its own. */
const SENT = /(?:抽|借)(?:调|了|出|来)*/g;
/** 外派到各工地: the firm itself. */
const MANY_SITES = /(?:各|各个|不同|多个|几个)(?:工地|项目)(?!部)/;
/** 公司本身建啥 */
const THE_FIRM = /(?:公司|总部|企业|本部)(?:本身|自身|自己)/;
/** 总部有支部了，外地项目部…要另建吗: the branch there is, is not the project team's. */
const FIRM_HAS =
	/(?:公司|总部|本部|集团)[^,。建想要]{0,4}(?:有|建|设|成立)[^,。]{0,4}(?:支部|总支|党委)[^。]*,[^。]*项目(?:部|组|上)[^。]*(?:(?:另|再|单独|自己|该|要不要|可以|能|怎么)(?:外)?建|建(?:啥|什么))/;

/** Whether an organisation that is named belongs to the firm of the project team that asks. */
export function isOfTheFirm(text: string): boolean {
	return FIRM_HAS.test(text);
}

/** Whether an organisation of this kind belongs to the team itself (项目部的支部) and not to the firm that sent it. */
export function isOfTheTeam(text: string, existing: Existing): boolean {
	return existing === "temporary" || TEAM_HAS.test(text);
}
const TEAM_HAS = /(?:项目|工地|标段|专班|施工队|指挥部)(?:部|上|里|组|的|原|现|已|有)*(?:党)?(?:支部|总支|党委)/;

/** What the organisation is wanted for; null when the text says nothing. */
export function readTask(text: string, existing: Existing | null): Task | null {
	if (existing === "temporary") return PROJECT.test(text) ? "project" : null;
	const project = PROJECT.test(text) && !THE_FIRM.test(text);
	if (project && !ADHOC.test(text.replace(SENT, "")) && ADHOC.test(text)) return "project";
	if (
		ADHOC.test(text.replace(/(?:会展|展览|赛事|救援|参展)(?:服务)?(?:公司|企业)/g, "")) &&
		!/组织培训班|参加(?:过)?培训班|办(?:过)?培训班的?公司/.test(text)
	)
		return "adhoc";
	if (!project || MANY_SITES.test(text)) return null;
	if (MERELY_HAS.test(text) && !/项目部|工期|标段|工地|项目上|为期/.test(text)) return null;
	return "project";
}

/** The task of a temporary body is over. */
export const TASK_ENDED =
	/(?:活|事|任务)(?:都|也|已经?)?(?:干|忙|做)完|(?:干|忙|做)完(?:活|事|任务)了?|人(?:员)?(?:都|也|已经?)*(?:撤|散)了|(?:任务|专班|展览|展会|展销会|项目|工程|突击队|培训班|比赛|赛事|活动|抢险|救灾|工作组|博览会|会展|疫情|防汛|抗洪|集训|队伍|组|工地|运动会|工作|班|标段|战斗|行动|任务期|指挥部|队)(?:都|也|已经?|现在|上个?(?:周|月|礼拜|星期)|昨天|前天|刚刚?|全部|顺利|早就|今天)*(?:完成|结束|完|解散|散|撤|完工|竣工|撤销|收官|闭幕|干完|办完|搞完|交付|验收|结业)/;

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
const CHANGED = /(?:变成?|改[成为]|延长?[到至]|拖到|调整[为到])(?:了)?$/;
/** Words that make a length of time something else: age, elapsed time. */
const ELAPSED =
	/(?:成立|开业|注册|创办|创立|经营|营业|挂靠|来|工作|入职|党龄|开|办|建|运营|从事|合作|租|走|建厂|干)(?:了|已|已经|至今|有|快|将近)*$/;

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
	for (const [index, token] of tokens.entries()) {
		if (token.kind !== "time") continue;
		const before = text.slice(Math.max(0, token.start - 6), token.start);
		const after = text.slice(token.end, token.end + 6);
		const elapsed = /^(?:了|前|以前|之前|来|多了)/.test(after) && !/还|要/.test(before);
		if (
			elapsed ||
			(ELAPSED.test(before) &&
				!/(?:要|只|就|还|得|再)(?:开|办|建|干|做)(?:了)?$/.test(before) &&
				!/项目|工程|工期/.test(before) &&
				!/干$/.test(before))
		)
			continue;
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
			(CHANGED.test(before) ? 3 : TRIGGER.test(before) ? 2 : 0) +
			(/^(?:的)?(?:工期|项目|工程|就|后|完工|结束|左右|的任务|能干完)/.test(after) ? 1 : 0);
		if (best === null || weight > best.weight) best = { months: low, weight };
		void index;
	}
	return best?.months ?? null;
}

/** 今年9月干到明年8月, 3月到11月 */
const FROM_TO =
	/(去年|今年|明年|\d{4}年)?([一二三四五六七八九十\d]+)月(?:份|初|底|中旬)?[^,。\d]{0,4}?[起到至~-]+(今年|明年|后年|来年|次年|第二年|\d{4}年)?([一二三四五六七八九十\d]+)月/;
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
