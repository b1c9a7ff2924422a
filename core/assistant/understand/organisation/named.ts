/** Every organisation that a text names, and how it stands: there, only wanted, somebody else's. */
import { clauseAfter, clauseBefore, clauseStart } from "../clause.ts";
import { OTHERS } from "../parties.ts";
import { doubtOf } from "./doubt.ts";
import { isGivenUp, isSpokenOf } from "./standing.ts";

export type OrganisationKind = "branch" | "joint" | "temporary" | "general-branch" | "committee";
/**
 * `there`: the asker's, told as a fact. `named`: the asker's, for nothing speaks against it.
 * `wanted`: to be made, or one kind among others. `denied`: there is none. `gone`: there was one.
 */
export type Status = "there" | "named" | "wanted" | "denied" | "gone" | "others";

/** An organisation that is named in a text. */
export interface Organisation {
	readonly kind: OrganisationKind;
	readonly status: Status;
	readonly start: number;
	readonly end: number;
}

const NAME =
	/(?<joint>联合党?(?:支部|(?:党)?组织)|(?:联建|合建|共建)的?(?:党)?(?:支部|党组织))|(?<temporary>临时(?:党)?(?:支部|组织|党组织))|(?<general>(?:党)?总支(?:部|委)?)|(?<committee>(?:基层)?党委(?!员|会议|班子|换届))|(?<!团|工会)(?<branch>党?支部)/g;
const KINDS: Readonly<Record<string, OrganisationKind>> = { general: "general-branch" };

/** Verbs that make an organisation. */
const MAKE =
	"(?<!独(?=立))(?:建(?!议|筑|材|设|制)|建设|成立|组建|设(?![计备有施])|设立|建立|筹建|创建|搞|弄|办(?![公理]|$|[,。吗呢啊])|整|凑|拼|攒|组(?!织)|立|拉起|拆|搭|合|[合共]用|批|升格?|升级|改|改建|变|转|换|降|缩|重组|set)";
/** What stands between such a verb and its object. */
const OBJECT =
	"(?:一?个|[几两]个|立|成|为|到|回|出|起来?|自己的?|我们的?|单独的?|独立的?|单独|正式的?|正规的?|新的?|项目|共同的?|属于|基层|企业|公司|党的?|联合的?|联合|临时|功能型|流动党员|流动|什么样?|啥样?|哪[一]?[种级类]|几[个人]|一下|得?[了成起出上]|不[了成起]|[^,。]{1,3}人)";
/** It has happened. */
const DONE =
	"(?:已经?|早就?|刚刚?|之前|以前|原来|原先|先前|当时|当年|曾经?|[去前今]年(?:年?[初中底])?|上个?[月周]|月初|年初|\\d+月份?|\\d{4}年|[\\d一二两三四五六七八九十]+年前)";
const OBJECT_OF_MAKE = new RegExp(
	`(?:${MAKE}(?<perfect>[了过好]|好了)?|够格?|(?<!还|仍|满)(?:算|叫)|应该?是|属于(?=什么|啥|哪)|达到|把)(?:的|${OBJECT})*$`,
);
/** 去年成立的, 批的那个: told as a fact. */
const MADE = new RegExp(
	`(?:${DONE}[^,。想要能该]{0,12}${MAKE}(?:[了过好]|起来)?|(?<!想|要|能|该|可以|怎么|打算)${MAKE}(?:[了过好]|起来)?的)(?:${OBJECT}|的?[那这]个|的)*$`,
);
const WISH =
	/(?:想|要|能|可以|可否|该|应|怎么|如何|怎样|咋|打算|准备|计划|申请|需要|符合|够|说好|商量好?|谈好|约好|是否|希望|有意|才|就)[^,。]{0,8}$/;
/** 要满三人才有支部, 请我们加入他们的联合支部: not there for the asker. */
const HEARSAY = /(?:[才要满得]|能)[^,。]{0,6}有(?:自己的?)?$/;
const INVITED = /[让喊叫请邀要拉劝](?:请)?(?:我|我们|咱们?)[^,。了]{0,12}$/;
/** 编到, 加入: a place to go to. */
const ENTER =
	/(?:(?:编|并|统|合|安|挂|收|拉|拢|归|放|加|纳|插|塞|落|靠)(?:到|进去?|入|在)|加入|参加|(?<!新|转|改)进|去|属于|纳入)(?<perfect>了|过)?[^,。了]{0,8}$/;
const HAPPENED = new RegExp(DONE);
const RELATION_PLACE =
	/(?:从|还在|留在|挂在)(?:老|原)[^,。]{0,4}$|(?:关系|档案|编制)[^,。]*(?:在|挂|落|留|转)[^,。]*$|(?:在|回|到|挂|落|留)(?:各自|原|老家)[^,。]*$/;
const NO =
	/(?:没有?|(?<![a-z])no\s?|无|未|木有|冇|不存在|缺)(?:自己的?|单独|独立|正式|任何|一?个|建有?|成立|组建|设立?|批|办|有|过|起来?|了|的|党)*$/;
const NO_AFTER =
	/^(?:一?个|半个)?(?:都|也|还|一直|从来?|至今|根本|压根)*(?:没有?|未|无|莫得|木有|冇)(?:有|建|成立|组建|设立?|立|搭|得|着落|影|批|办|过|起来|下来)*(?:$|[,。了呢吧的])/;
const MAKE_AFTER = new RegExp(
	`^(?:的|给|先|现在|目前|这会儿)?(?:怎么样?|如何|怎样|咋|该|应该?|要|能不能|能|可以|可不可以|还|再|去|先|自己|单独|得|到底)*(?:搞|弄|${MAKE})(?!了|过|于|着|好|以来|已|有|[一二两三四五六七八九十\\d]|变|改|是|届|多|时|的时候|的那|那|后|之)(?!(?:成|为|升|格|级)*总支|(?:成|为)*党委)`,
);
/** 支部是不是想都别想 */
const OUT_OF_REACH = /^(?:是不是|就|是|还|也)*(?:想都别想|没戏|没指望|有戏|有指望|有希望|够不?[着上])/;
/** 支部书记, 支部条件: a word of its own. */
const COMPOUND =
	/^(?:的)?(?:线|书记人选|委员会?|名称|名字|更名|条件|资格|要求|标准|门槛|想法|打算|意愿|必要|流程|程序|材料|请示|规定|案例|例子|经验|公章|章程|牌子|任期|工作条例|条例|成立(?!的时候|的那|[了于以已有好多那时后之\d一二两三四五六七八九十])|组建)/;
/** 支部还是总支: kinds to choose from. */
const CHOICE_BEFORE =
	/(?:支部|总支|党委|联建|联合|挂靠|单独|独立|正式的?|[^,。]{2})(?:,)?还是(?:先|走|弄|算|叫|按|直接)?(?:一?个|单独的?|项目|普通|正式|独立|流动党员?|功能型)*$/;
const CHOICE_AFTER = /^,?(?:呢)?(?:还是|或者?|抑或)(?!有|在|老|原|那|这)/;

const OTHER =
	"(?:社区|街道|园区(?!里)|村|镇|乡|居委会?|上级|龙头(?:企业)?|链主(?:企业)?|主机厂|大厂|平台(?:公司)?|[车药央国房]企|总公司|总部|母公司|行业|律师|个私|私协|协会|商会|上游(?:企业|大厂)?|隔壁(?:公司|那?家)?|对方|他们|他家|她们|它们|人家|别人|楼宇|商圈|大公司|大企业|[那该几别]家|[别其]他?家|施工单位|总包|县级?|区|市|机关|市场监管局|综合|两新|老家|户籍地|原单位|业主|甲方|国企|央企|学校|学院|一家)";
const OTHERS_OWN = new RegExp(
	`${OTHER}(?:自己|那边|里|上|企业|公司)?(?:的|有个?|有自己的|里的|已有|也有|都有|设有|设了|建有|属)?(?:[一老]?个)?$`,
);
const OURS =
	/(?:我们|我司|我厂|我[院店校会所]|咱们?|本|敝|我)(?:这?个?|这?家)?(?:小|大|民营|民办)?(?:集团|总公司|协会|商会|平台|合作社|联合会|[\u4e00-\u9fff]{0,4}(?:协会|商会|集团))?(?:公司)?(?:自己)?(?:的|有|也?已有|设有|里)?(?:基层)?$/;
/** Others are the subject of the clause, and 我们 does not follow. */
const OTHERS_SUBJECT = new RegExp(
	`(?:${OTHERS}|同行(?!业)|[前老]东家|前公司|上一家|核心|龙头|链主|上游|大企业|大公司|大厂|总包|平台公司|甲方|社区|街道|园区|商圈|(?<!我们|本|咱们?|我们的)(?:协会|商会|母公司|总公司|总部|国企|央企|客户))(?![^,。]*(?:我们|我司|本公司|咱|公司里|(?<!有)自己))[^,。]*$`,
);
const WITH_OTHERS = new RegExp(`(?:跟|和|与|同|挂靠在?|在)(?:${OTHERS}|社区|街道|园区)[^,。]*$`);
/** 社区支部愿意, 党委同意: they offer something. */
const OFFERS =
	/^(?:书记|那边|方面)?(?:也|都|已|就|倒|还|挺|很|表示|说|讲)*(?:同意|愿意|愿|说|讲|表示|答应|可以接|肯|接收|接纳|牵头|带|欢迎|让我|喊我|叫我|要我们|要把|想让|收(?!编|入|缴))/;

/** Finds every organisation named in the text, in order. */
export function findOrganisations(text: string): Organisation[] {
	const found: Organisation[] = [];
	for (const match of text.matchAll(NAME)) {
		const group =
			Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0] ?? "branch";
		const start = match.index;
		const end = start + match[0].length;
		const kind = KINDS[group] ?? (group as OrganisationKind);
		found.push({ kind, start, end, status: statusOf(text, start, end, kind) });
	}
	return found;
}

const OLD_ONE = /^(?:老|原|那边的?)$/;

function statusOf(text: string, start: number, end: number, kind: OrganisationKind): Status {
	const before = clauseBefore(text, start);
	const after = text.slice(end);
	const rest = clauseAfter(text, end);
	if (NO.test(before) || NO_AFTER.test(after)) return "denied";
	if (isGivenUp(after)) return "gone";
	if (/批(?:下来|了)?的$/.test(before)) return "there";
	if (isOthers(before, rest, kind) || (OWN_OF.test(before) && OTHERS_BEFORE.test(lastClause(text, start))))
		return "others";
	if (COMPOUND.test(rest)) return "wanted";
	if (HEARSAY.test(before) || INVITED.test(before)) return "wanted";
	if (MADE.test(before)) return "there";
	const object = OBJECT_OF_MAKE.exec(before);
	if (object) return object.groups?.perfect && !WISH.test(before.slice(0, object.index)) ? "there" : "wanted";
	if (MAKE_AFTER.test(rest) || OUT_OF_REACH.test(rest)) return "wanted";
	if (CHOICE_BEFORE.test(before) || CHOICE_AFTER.test(after)) return "wanted";
	// 关系在老支部，老支部不放
	if (kind === "branch" && OLD_ONE.test(before) && /关系[^。]*老支部/.test(text.slice(0, start)))
		return "others";
	const enters = ENTER.exec(before);
	if (enters && kind !== "joint" && kind !== "temporary") return "others";
	if (kind === "joint" && WISH.test(before) && !HAPPENED.test(before)) return "wanted";
	const shared = kind === "joint" || kind === "temporary";
	return doubtOf(text, start, before, after, shared) ?? (isSpokenOf(after) ? "there" : "named");
}

/** 对方是龙头，自己有党委: of those the clause before is about. */
const OWN_OF = /^(?:它|他们)?(?:自己|也|已|早|内部)*(?:就)?(?:有|设有|设了|建了|建有)(?:自己的?|一?个)*$/;
const OTHERS_BEFORE =
	/^(?!我|咱|本)[^,。]*(?:龙头|链主|大厂|品牌方|上市公司|国企|央企|甲方|客户|总包|平台|对方|隔壁|那家)(?![^,。]*(?:我们|咱们?)$)/;

/** The clause before the one that holds `at`. */
function lastClause(text: string, at: number): string {
	const end = clauseStart(text, at) - 1;
	return end <= 0 ? "" : text.slice(clauseStart(text, end), end);
}

/** 支部是总公司的 */
const BELONGS = /^是(?:总公司|集团|母公司|总部|别人|他们|人家|社区|街道|园区)[^,。]{0,3}的/;
/** 楼下公司有联合支部 */
const OTHERS_HAVE = new RegExp(
	`^[^,。跟和与同]*(?:${OTHERS})(?:的|那)?(?:公司|企业|单位|店|厂)?(?:就|也|都|已)?有(?:一?个)?$`,
);

function isOthers(before: string, rest: string, kind: OrganisationKind): boolean {
	if (OFFERS.test(rest) || BELONGS.test(rest)) return true;
	if (OURS.test(before)) return false;
	if (RELATION_PLACE.test(before)) return true;
	if (OTHERS_HAVE.test(before)) return true;
	if (kind === "joint" || kind === "temporary") return false;
	return OTHERS_OWN.test(before) || (OTHERS_SUBJECT.test(before) && !WITH_OTHERS.test(before));
}
