/**
 * An organisation that a text names is there, unless the words around the name say that it
 * is wanted, denied, given up, only asked about or somebody else's.
 */
import type { Existing } from "../../../formation/profile.ts";
import { isGivenUp } from "./standing.ts";
import { belongsToOthers } from "./whose.ts";

const NAMES: readonly (readonly [Existing, RegExp])[] = [
	["joint", /联合(?:党)?支部|联合党组织|联建(?:的)?(?:党)?支部|联建党组织/g],
	["temporary", /临时(?:党)?(?:支部|组织|党组织)/g],
	["committee", /(?:基层)?党委(?!员|会|班子|办|书记)/g],
	["general-branch", /(?:党)?总支(?:部|委)?/g],
	["branch", /(?:党)?支部/g],
];
/** Words before 支部 that make it another kind, or another place's. */
const COMPOUND =
	/(?:联合|联建|临时|(?<!集)团|工会|社区|街道|园区|流动党员|老|老家|上级|村|居委会|原|行业|功能型|综合|各|别的?|他们的?|那边的?)(?:党)?$/;
/** 跟隔壁合建的, 三家共用一个: shared. */
const SHARED =
	/(?:[跟和与同]|[两三四五六七八九几\d]家|大家)[^,。]{0,14}(?:[合共联搭凑拼]|一[起块])[^,。]{0,6}$/;
/** 请我们加入他们的 */
const INVITED =
	/[让喊叫请邀要拉劝建](?:议)?(?:我们?|咱们?|俺们?)?(?:去)?(?:加入|参加|进|入|(?<=们)[^,。了]{0,6})(?:[^,。了]{0,6})$/;
/** 关系还在原单位支部 */
const AT_A_PLACE = /关系[^,。]*(?:在|到|属于|回)[^,。]*$/;
/** 项目支部就剩两人 is there, 项目支部 alone a kind. */
const OF_A_PROJECT = /项目(?:部)?(?:党)?$/;

const SET_UP =
	"(?:(?<![援扩承在基改新])建(?!议)|成立|组|设|搞|弄|办|立|筹|创|拉[起个]|凑|搭|撑|申请|申报|整|直接上|张罗|要|缺|需要?|够|符合|新增)";
const KIND_OF =
	"(?:什么|啥|哪[一]?[种类级个]|何种|几[人个名]|一?[个家]|[些种]|样|正式|单独|独立|自己|新|大|小|我们|咱们?|本|公司|单位|企业|店|厂|的|党)";
/** 建个自己的, 建得了, 成立什么样的: what is named next is only to be. */
const TO_BE = new RegExp(
	`(?:${SET_UP}(?:建|立|设)?(?:[得不](?:成|了|起来?|上)|起来?|出|为|成)?|(?:想|能|可以|该|应该|要)(?:不要)?(?:有|算|叫|用|走))${KIND_OF}*$`,
);
/** 要是有了支部, 满三人才有: not now. */
const NOT_NOW = /(?:要是|如果|假如|等到?|万一|以后|将来|听说|规定|都说)[^,。]*$|(?:才|就(?:要|得|该|能))有$/;
/** 升成, 改建为, 够不够: what one that is there would become; 还是总支: a choice. */
const TARGET =
	/(?:[改升换变转降扩](?:建|格|级|制|设|组|回|个)*(?:成|为|到|做|作)?|还是|或者?|[拆分]成?|不是|(?<!满)算|叫|到|是不是|应该是|该是|属于)(?:一?个|基层|正式|单独|独立|党)*$/;
/** 已经成立的, 去年批下来的, 建了: it was done. */
const DONE =
	/(?:已经?|早(?:就|年)?|刚刚?|曾经?|当[年初时]|[去前今]年|上(?:个)?[月周]|先前|之前|以前|原先|原来|\d年|[一二两三四五六七八九十]年)(?:前|就|都|才|才刚|又|先|刚)*[^,。想要没能可]{0,6}$|(?:建|成立|组建|设|办|批|搞|立|弄)(?:立|起来?|好|下来?)?(?:了|过|有|的)(?:那|这)?(?:一?个)?(?:党)?$/;
const DENIED =
	/(?:(?<!有)没有?|未(?!来)|无|(?<![a-z])no|不想|不用|不必|冇|莫得|哪[来有]的?|缺)(?:正式|单独|独立|专门|任何|自己|像样)*(?:[^,。有]{0,5}(?:过|起|立|建|加入|参加))?(?:一?个|啥|什么|的|党|任何|自己|独立|单独)*$/;
const DENIED_AFTER =
	/^[都也]?[^,。]{0,2}(?:凑|建|弄|搞|够)不|^[^,。]{0,2}(?:谈不上|从何谈|别提)|^[,。]没(?:建|有|成立|得)|^(?:都|也|还|现在|目前|一直|压根|根本)*(?:没有?(?!变|动|换|再|怎么)|冇|莫得|无|空白|未|怎么没)(?:[建成]|着落|得|$|[,。呢吗的])/;
/** 支部怎么建, 支部条件, 支部最少几个人, 支部正在筹备: a branch in general, or one that is to be. */
const IN_GENERAL = new RegExp(
	`^(?:的|了|到底|究竟|一般|一直|必须|非|正在?|应该|应|该|要|需要|得|能不能|好不好|能|好|可以|可否|至少|最少|怎么|怎样|如何|咋|个|样|去|才|先|还|是否|叫|拟|[和跟与][^,。]{1,6}(?:一起|一块|同时))*(?:${[
		"还是(?=总支|党委|联合|支部|什么|啥|自己)",
		"建(?!了(?![吗么没行])|的|着|于|有|好|是|到)",
		"成立(?!了|[于以时至到已的好]|[一二两三四五六七八九十\\d多])",
		"组建|设(?!了|着|立了)|搞|弄|办(?!了)|筹|申请|申报|批(?:得|不|下来?[吗不])|线|(?:挂|放|设)在?(?:谁|哪|老)|空",
		"条件|资格|标准|要求|门槛|流程|程序|材料|书记|委员|名称|名字|什么名|几个人|多少人|有哪些|有什么|是什么意思|影子|(?:企业|公司|单位|厂|店)(?=[都也肯愿不,。])|事(?!情)|边",
	].join("|")})`,
);
/** 四名党员的支部, 我们把支部: the name stands for one that is there whatever follows. */
const KEPT = /(?:[\d一二两三四五六七八九十百][名个人位]|党员)的$|把(?:我们|现有|现在)?(?:的)?$/;

/** The organisation of the unit's own that a text names; null when it names none that is there. */
export function namedOrganisation(text: string): Existing | null {
	for (const [kind, name] of NAMES) {
		const found = [...text.matchAll(name)].map((match) => placeOf(text, match.index, match[0].length));
		if (found.some(({ after }) => isGivenUp(after))) continue;
		const there = found.find((place) => isThere(text, kind, place));
		if (there) return kind === "branch" && SHARED.test(there.before) ? "joint" : kind;
	}
	return null;
}

/** Where a name stands: the clause before it, all that follows it. */
interface Place {
	readonly at: number;
	readonly before: string;
	readonly after: string;
}

function placeOf(text: string, at: number, length: number): Place {
	const clauses = text.slice(0, at).split(/[,。]/);
	// 能 成立 党支部: nothing but a space in between.
	const before = clauses.at(-1) || (clauses.at(-2) ?? "");
	return { at, before, after: text.slice(at + length) };
}

function isThere(text: string, kind: Existing, { at, before, after }: Place): boolean {
	if (DENIED.test(before) || DENIED_AFTER.test(after)) return false;
	if (NOT_NOW.test(before)) return false;
	if (kind === "joint" || kind === "temporary") {
		if (INVITED.test(before) || /^(?:都|也)?[^,。]{0,2}[让喊叫请邀拉]我/.test(after)) return false;
	} else if (COMPOUND.test(before)) return false;
	else if (!SHARED.test(before)) {
		if (OF_A_PROJECT.test(before) && !/^[^,。]{0,4}剩/.test(after)) return false;
		if (AT_A_PLACE.test(before)) return false;
		if (belongsToOthers(text, at, text.slice(Math.max(0, at - 14), at), after.slice(0, 16))) return false;
	}
	if (TARGET.test(before) && !DONE.test(before)) return false;
	if (TO_BE.test(before) && !DONE.test(before)) return KEPT.test(before);
	return !IN_GENERAL.test(after);
}
