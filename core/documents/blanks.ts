/**
 * Blanks of the document templates.
 *
 * A template in `content/documents/<slug>.mdx` marks what has to be filled in with 【name】. Only the names
 * listed in {@link BLANKS} may be used; a test holds this. To add one, add it here with its meaning.
 *
 * Layout of a template's body, on which the generators rely:
 * - `## 范本正文` is the paper itself, `## 填写说明` the advice that is not part of it. Forms and handouts
 *   have headings of their own; of slides every `##` is one slide with at most six bullets and a paragraph `讲解：…` for the speaker.
 * - Right after `## 范本正文` comes the addressee, a paragraph ending in `：`, set flush left.
 * - Paragraphs `【落款单位】` and `【成文日期】` are the place of signature and date, set right.
 *   Nothing else of an official paper (red head, number, seal, signature of a Party organ) is generated.
 * - `附件：` paragraphs stand one line below the text.
 *
 * Blanks with `byHand` name persons. They are filled in by pen on the printed paper: no program asks for them,
 * stores them or hands them on.
 */
import type { Profile, Slot } from "../formation/profile.ts";

/** One blank that templates may use. */
export interface Blank {
	/** As written between 【 and 】. */
	readonly name: string;
	/** What belongs there, for the person who fills it in. */
	readonly meaning: string;
	/** Slot of the assistant's profile it is filled from; `null` when it is filled in by the reader. */
	readonly slot: Slot | null;
	/** Names a person: only by pen on paper. */
	readonly byHand: boolean;
}

const plain = (name: string, meaning: string): Blank => ({ name, meaning, slot: null, byHand: false });
const fromFacts = (name: string, slot: Slot, meaning: string): Blank => ({
	name,
	meaning,
	slot,
	byHand: false,
});
const byHand = (name: string, meaning: string): Blank => ({ name, meaning, slot: null, byHand: true });

/** The vocabulary of blanks, grouped as in the papers. */
export const BLANKS: readonly Blank[] = [
	// The unit
	plain("单位全称", "营业执照或登记证书上的名称"),
	plain("统一社会信用代码", "十八位，照证书抄写"),
	plain("登记类别", "企业、社会团体、基金会、民办非企业单位或个体工商户"),
	plain("登记日期", "证书上的成立日期"),
	plain("所属街道", "经营地或办公地所在街道"),
	plain("经营地址", "实际经营或办公的地址"),
	plain("主营业务", "一句话说明做什么"),
	plain("职工总数", "在这里工作的全部人数，含负责人和兼职人员"),
	plain("办公电话", "单位电话，不写个人手机号"),
	// Members, totals only
	fromFacts("正式党员人数", "fullMembers", "在本单位工作的正式党员合计，不写姓名"),
	fromFacts("预备党员人数", "probationary", "在本单位工作的预备党员合计，没有写0"),
	plain("党员总数", "正式党员与预备党员之和；两项都知道时自动相加"),
	fromFacts("关系不在本单位的正式党员人数", "relationElsewhere", "组织关系在别处的正式党员合计"),
	plain("关系在本单位的正式党员人数", "正式党员减去关系在别处的；两项都知道时自动相减"),
	// Party organisations
	plain("上级党组织全称", "有审批权的基层党委，通常是街道党工委"),
	plain("上级批准日期", "上级批复的成文日期"),
	plain("拟设党组织全称", "例如“中共某某有限公司支部委员会”，以上级批复的名称为准"),
	plain("党组织全称", "上级批复使用的名称"),
	plain("现用党组织名称", "更名、调整前的名称"),
	plain("更改后党组织名称", "更名、调整后的名称"),
	plain("接收党组织全称", "同意接收党员的党组织"),
	plain("流出地党组织全称", "流动党员正式组织关系所在的党组织"),
	plain("依托单位全称", "承担日常联系的园区、商会、协会或驻外机构"),
	plain("下设党支部方案", "拟设几个党支部，各覆盖哪些部门、党员多少人"),
	// Several units together
	plain("牵头单位全称", "负责请示、场地和日常联系的单位"),
	plain("联合单位名单", "逐个写全称，一般不超过五个"),
	plain("联合单位数", "参加联合的单位个数"),
	fromFacts("各单位正式党员合计", "jointFull", "参加联合的各单位正式党员之和，应有三名以上"),
	// Project or task
	plain("项目名称", "合同或立项文件上的名称"),
	plain("项目地点", "项目所在街道和工地名称"),
	fromFacts("工期月数", "durationMonths", "合同工期折合的月数"),
	plain("开工日期", "合同或开工令上的日期"),
	plain("竣工日期", "计划竣工日期"),
	plain("任务名称", "专班、展会组、突击队等承担的任务"),
	plain("任务起止日期", "从哪天到哪天"),
	// Election
	plain("本届成立日期", "本届支委会或书记经批准产生的日期"),
	plain("届满日期", "按批准的任期推算"),
	plain("拟换届日期", "拟召开党员大会的日期"),
	plain("委员名额", "拟设委员几名"),
	plain("候选人数", "委员候选人几名，比名额多百分之二十以上"),
	plain("空缺职务", "书记、副书记或某委员"),
	byHand("书记人选", "只在纸上填写"),
	byHand("副书记人选", "不设的写“不设”"),
	byHand("委员人选", "只在纸上填写，按姓氏笔画为序"),
	byHand("候选人姓名", "只在纸上填写，按姓氏笔画为序"),
	byHand("当选人姓名", "只在纸上填写"),
	byHand("监票人姓名", "不是候选人的正式党员，由大会表决通过"),
	byHand("计票人姓名", "不是候选人，由会议指定"),
	byHand("主持人姓名", "主持会议的人"),
	byHand("记录人姓名", "做记录的人"),
	byHand("填表人签名", "只在纸上签"),
	byHand("拟任指导员", "由上级填写，申请单位不填"),
	plain("会议日期", "实际开会的日期"),
	plain("会议地点", "活动室或会议室"),
	plain("会议类别", "党员大会、支委会、党小组会或党课"),
	plain("会议议题", "一次会一般不超过三项"),
	plain("应到党员数", "全体党员，含预备党员"),
	plain("实到党员数", "实际到会的党员，含预备党员"),
	plain("有选举权应到人数", "应到会的正式党员中有选举权的"),
	plain("有选举权实到人数", "实际到会的正式党员中有选举权的"),
	plain("当选所需票数", "超过有选举权实到人数一半的最小整数"),
	plain("发出选票数", "与有选举权实到人数核对"),
	plain("收回选票数", "不多于发出数才有效"),
	plain("有效选票数", "所选人数不超过应选名额的选票"),
	plain("得票数", "逐人填写赞成票"),
	// Support, reasons, dates
	plain("活动场所", "自有或共用的场地，写到楼层"),
	plain("经费来源", "单位列支、党费返还、上级补助等"),
	plain("经费分担办法", "各单位怎样分担，或由谁统一承担"),
	plain("联络岗位", "只写岗位，如门店店长、行政主管"),
	plain("申请理由", "两三句话，写实际情况"),
	plain("变更原因", "为什么更名、调整或撤销"),
	plain("党员去向方案", "每名党员编入哪个党组织，只写人数"),
	plain("群团情况", "是否有工会、共青团组织"),
	plain("填报季度", "例如2026年第四季度"),
	plain("年度", "例如2027年"),
	plain("固定时间", "例如每月第二个周三下午"),
	plain("完成日期", "约定的截止日期"),
	plain("下达单位全称", "签订责任书的上级单位，例如街道"),
	plain("承担单位全称", "签订责任书的下级单位，例如社区"),
	plain("摸排日期", "走访、电话或实地查看的日期"),
	plain("落款单位", "由请示或填表的一方在纸上落款"),
	plain("成文日期", "例如2026年12月1日，用阿拉伯数字、不补零"),
];

/** A number as printed, or `null` when it is not known: unknown is never printed as 0. */
const printed = (value: number | null): string | null => (value === null ? null : String(value));

/**
 * Values the assistant's profile gives for blanks. Blanks whose facts were not stated are absent and stay
 * blank on the paper: silence is not zero.
 */
export function blankValues(profile: Profile): ReadonlyMap<string, string> {
	const values = new Map<string, string>();
	const put = (name: string, value: string | null) => {
		if (value !== null) values.set(name, value);
	};
	for (const blank of BLANKS) {
		const value = blank.slot === null ? null : profile[blank.slot];
		put(blank.name, typeof value === "number" ? printed(value) : null);
	}
	const { fullMembers, probationary, relationElsewhere } = profile;
	if (fullMembers !== null && probationary !== null) put("党员总数", printed(fullMembers + probationary));
	if (fullMembers !== null && relationElsewhere !== null)
		put("关系在本单位的正式党员人数", printed(fullMembers - relationElsewhere));
	return values;
}
