/**
 * What makes an organisation that nothing else speaks against no organisation of the asker's
 * after all: it is only to be, spoken of in general, denied in passing, or somebody else's.
 */
import { belongsToOthers } from "./whose.ts";

/** 关系还在原单位支部 */
const AT_A_PLACE = /关系[^,。]*(?:在|到|属于|回)[^,。]*$/;
const SET_UP =
	"(?:(?<![援扩承在基改新])建(?!议)|成立|组|设|搞|弄|办|立|筹|创|拉[起个]|凑|搭|撑|申请|申报|整|直接上|张罗|要|缺|需要?|够|符合|新增)";
const KIND_OF =
	"(?:什么|啥|哪[一]?[种类级个]|何种|几[人个名]|一?[个家]|[些种]|样|正式|单独|独立|自己|新|大|小|我们|咱们?|本|公司|单位|企业|店|厂|的|党)";
/** 建个自己的, 建得了, 成立什么样的: what is named next is only to be. */
const TO_BE = new RegExp(
	`(?:${SET_UP}(?:建|立|设)?(?:[得不](?:成|了|起来?|上)|起来?|出|为|成)?|(?:想|能|可以|该|应该|要)(?:不要)?(?:有|算|叫|用|走))${KIND_OF}*$`,
);
/** 要是有了支部, 满三人才有: not now. */
const NOT_NOW =
	/(?:要是|如果|假如|等到?|万一|(?<!退休|离职|调走|走|之|了)以后|将来|听说|规定|都说)[^,。]*$|(?:才|就(?:要|得|该|能))有$/;
/** 已经成立的, 去年批下来的, 建了: it was done. */
const DONE =
	/(?:已经?|早(?:就|年)?|刚刚?|曾经?|当[年初时]|[去前今]年|上(?:个)?[月周]|先前|之前|以前|原先|原来|\d年|[一二两三四五六七八九十]年)(?:前|就|都|才|才刚|又|先|刚)*[^,。想要没能可]{0,6}$|(?:建|成立|组建|设|办|批|搞|立|弄)(?:立|起来?|好|下来?)?(?:了|过|有|的)(?:那|这)?(?:一?个)?(?:党)?$/;
const DENIED_AFTER =
	/^[都也]?[^,。]{0,2}(?:凑|建|弄|搞|够)不|^[^,。]{0,2}(?:谈不上|从何谈|别提)|^[,。]没(?:建|有|成立|得)|^(?:都|也|还|现在|目前|一直|压根|根本)*(?:没有?(?!变|动|换|再|怎么)|冇|莫得|无|空白|未|怎么没)(?:[建成]|着落|得|$|[,。呢吗的])/;
/** 支部怎么建, 支部条件, 支部最少几个人, 支部正在筹备: a branch in general, or one that is to be. */
const IN_GENERAL = new RegExp(
	`^(?:的|了|到底|究竟|一般|一直|必须|非|正在?|应该|应|该|要|需要|得|能不能|好不好|能|好|可以|可否|至少|最少|怎么|怎样|如何|咋|个|样|去|才|先|还|是否|叫|拟|[和跟与][^,。]{1,6}(?:一起|一块|同时))*(?:${[
		"还是(?=总支|党委|联合|支部|什么|啥|自己)",
		"建(?!制|了(?![吗么没行])|的|着|于|有|好|是|到)",
		"成立(?!了|[于以时那至到已的好当]|[一二两三四五六七八九十\\d多])",
		"组建|设(?!了|着|立了)|搞|弄|(?<!怎么|如何|咋)办(?!了)|筹|申请|申报|批(?:得|不|下来?[吗不])|线|(?:挂|放|设)在?(?:谁|哪|老)|空",
		"条件|资格|标准|要求|门槛|流程|程序|材料|书记|委员|名称|名字|什么名|几个人|多少人|有哪些|有什么|是什么意思|影子|(?:企业|公司|单位|厂|店)(?=[都也肯愿不,。])|事(?!情)|边",
	].join("|")})`,
);
/** 邀请加入隔壁的, 要拉我们进去 */
const INVITED = /(?:邀请|建议|劝|拉|请)(?:去)?(?:加入|参加|进|入)[^,。了]{0,6}$/;
const INVITES = /^(?:都|也)?[^,。]{0,2}[让喊叫请邀拉]我/;

/** How an organisation stands that is named at `at`, where more than its name speaks against its being there; null where nothing does. */
export function doubtOf(
	text: string,
	at: number,
	before: string,
	after: string,
	shared: boolean,
): "denied" | "wanted" | "others" | null {
	if (DENIED_AFTER.test(after)) return "denied";
	if (NOT_NOW.test(before) || INVITED.test(before) || INVITES.test(after)) return "wanted";
	if (!shared) {
		if (AT_A_PLACE.test(before)) return "others";
		if (belongsToOthers(text, at, text.slice(Math.max(0, at - 14), at), after.slice(0, 16))) return "others";
	}
	if (TO_BE.test(before) && !DONE.test(before)) return "wanted";
	return IN_GENERAL.test(after) ? "wanted" : null;
}
