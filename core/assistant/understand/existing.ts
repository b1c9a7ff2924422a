import type { Existing } from "../../formation/profile.ts";
import { asksWhatBecomes, isGivenUp, isSpokenOf } from "./standing.ts";
import { TASK_ENDED } from "./task.ts";

const BRANCH = "(?:党支部|支部)";
/** Verbs that make an organisation something wanted, not something there. */
const WANT =
	"(?:想|要|能|可以|可|应该|应|该|怎么|如何|怎样|咋|咋样|打算|准备|计划|申请|需要|符合|够|是否|能否|可否|凑|希望|让|成立|组建|建立|建个|设立|筹建|创建|搞|弄|(?<![援扩承在基改新])建)";
const DONE =
	"(?:已经?|早就|早|之前|去年|前年|刚|当时|今年|先前|原来|以前|\\d+年|[一二两三四五六七八九十]+年(?:前)?)";
const GOT =
	"(?:已有|已经有|现有|有|设有|建有|早有|已建|已建立|已成立|已设|已设立|设了|已经建|已经建了|已经成立|已经成立了|建了|成立了|早就有|早就建了|早就成立了|建立了|办了|组建了|已组建)(?:了)?(?:一?个|自己的)?(?:独立的?)?";
/** Other people's organisations: 社区党委, 龙头企业党委. */
const FOREIGN =
	"(?:社区|街道|园区|村|镇|乡|居委会|上级|龙头(?:企业)?|链主(?:企业)?|主机厂|大厂|平台(?:公司)?|集团|总公司|总部|母公司|行业|协会|商会|上游(?:企业|大厂)?|隔壁(?:公司)?|对方|他们|人家|楼宇|商圈|大公司|大企业|那家|施工单位|总包|县级?|区|市|机关|市场监管局|综合|两新)";

const NOT_THERE =
	/(?:没有?|还没|尚未|未|从没|从未|一直没|至今没|至今未|尚无|暂无|无)(?:有)?(?:建立?|成立|组建|设立|建过|成立过|任何|单独|独立|建有)*(?:过|起|了|任何|一个|独立|自己|正式)*(?:的)?(?:党)?(?:支部|组织|总支|党委)|(?:啥|什么)(?:党)?组织(?:都|也)没有?|没(?:有)?(?:建|成立)过|支部.{0,6}(?:撤了|解散了|撤销了|没了|撤掉了|取消了).{0,16}(?:重新|再|又)|想(?:重新|再)(?:建|成立)/;

const JOINT = /联合(?:党)?支部|联合党组织|联建(?:的)?(?:党)?支部|联建党组织/;
/** 合建的, 先搞的, 批的是: told as a fact. */
const MADE = /(?<!想|要|能|该)(?:建|合|成立|组建|办|搞|批|设)(?:起来)?的(?:那个|这个|是)?$/;
const INVITED = /[让喊叫请邀要拉劝](?:我|我们|咱们?|俺们?)[^,。了]{0,6}$/;
const WANTED_JUST_BEFORE = new RegExp(`${WANT}[^,。]{0,6}$`);
const WANTED_BEFORE = new RegExp(`${WANT}[^,。]{0,4}$`);
const FOREIGN_BEFORE = new RegExp(
	`(?:${FOREIGN}|总包|上游|下游|配套|合作|客户|甲方|那家|别的|其他)(?:的)?(?:单位|企业|公司|厂|大厂)?(?:的|有|里有|已有|自己有|也有)?$`,
);
/** 我们协会有, 本集团的: ours after all. */
const OUR_OWN =
	/(?:我们|俺们?|咱们?|本|我)(?:这个|这家)?(?:小|大)?(?:集团|总公司|协会|商会|平台|合作社|联合会)(?:公司)?(?:的|有|已有|设有)?$/;
const ANY_BRANCH = new RegExp(BRANCH, "g");
const MEMBER_OF_JOINT = new RegExp(
	`(?:${GOT}|${DONE}[^,。]{0,12}(?:建|成立|组建|纳入|加入|编入|进|入)(?:了|过|起)?(?:一?个)?|(?:在|属于)[\\u4e00-\\u9fff]{0,5}|纳入|加入了?|编入|是|建了|成立了|进了|已.{0,6})$`,
);
const HAS_BRANCH = new RegExp(
	`(?<!没|没有|是否|有没|还没|未|如果|假如|要是)${GOT}${BRANCH}(?!的?(?:条件|资格|要求|标准|想法|打算|意愿|必要|案例|例子))`,
);
const UPPER: readonly (readonly [Existing, RegExp])[] = [
	["committee", /(?:基层)?党委(?!员|会议|班子)/g],
	["general-branch", /(?:党)?总支(?:部|委)?/g],
];

/** The Party organisation the asker's unit has already; `none` when the text says there is none; null when it says nothing. */
export function readExisting(text: string): Existing | null {
	if (isAffiliated(text)) return "affiliated";
	if (isJoint(text)) return "joint";
	if (isTemporary(text)) return "temporary";
	const upper = upperLevel(text);
	if (upper) return upper;
	if (NOT_THERE.test(text)) return "none";
	if (isBranch(text)) return "branch";
	return null;
}

/** What follows a branch that is asked for or about, not one that is there. */
const ASKED_ABOUT =
	/^(?:怎么|如何|怎样|咋|需要|要(?!不要)|能|可以|可|该|应|应该|必须|成立(?!了|[一二两三四五六七八九十\d]|好|多|于|以来)|书记|委员|名称|名字|更名|改名|的?(?:流程|材料|请示|程序|条件|书记|名称|章|牌|任期|活动|会议)|换届|选举|选|开会|有(?:没有|哪些|啥|什么)|人选|到期|三年|每|多久|一般|要求)/;
/** What is said of a branch that is there. */
const SPOKEN_OF =
	/现在|目前|如今|眼下|当前|原|剩|党员|[\d一二两三四五六七八九十百](?:多)?(?:名|个|人|位)|走|发展|增|达|涨|降|减|缩|调出|没人|成立了|成立(?:[一二两三四五六七八九十\d]|好|多|于|以来)|已|共有|拢共|运行|萎缩|不足|不到/;
/** Somebody else's organisation: it is willing to take or to lead. */
const SOMEBODY_OFFERS =
	/^(?:也|都|已|表示|说|方面|那边|就)*(?:同意|愿意|愿|说|表示|答应|可以|肯|接收|牵头|带|欢迎|想|要我们|要把|收)/;

/** 挂靠在社区两年了 against 社区说可以挂靠. */
function isAffiliated(text: string): boolean {
	for (const match of text.matchAll(/挂靠|挂(?=[在到](?:社区|街道|园区|开发区|居委|商圈|镇|综合))/g)) {
		const before = text.slice(Math.max(0, match.index - 8), match.index);
		const after = text.slice(match.index + match[0].length, match.index + 16);
		if (match[0] === "挂" && /关系[^,。]*$|档案[^,。]*$/.test(before)) continue;
		if (
			/(?:可以|能|可|先|愿意|想|要|说|同意|让|该|应该|打算|准备|申请|不想|考虑|适合|需要|怎么|是否|答应|接受|接收|或者|还是|帮)(?:不能|我们|咱们|咱|你们|直接|去|到|给|先|也|都)?$/.test(
				before,
			)
		)
			continue;
		if (
			/^(?:过去|到|他们那|吗|组建|行不行|算|的?(?:案例|例子|做法|单位算|经验|条件|流程|模式|方式|怎么)|$)/.test(
				after,
			) &&
			!/已|一直|原|现在|目前/.test(before)
		)
			continue;
		if (
			/(?:已经?|一直|原|原来|原先|本来|现在|目前|以前|之前|早就|先前|仍|还|当前|长期|我们|公司|我司|党员|都|是|企业)(?:是|就|都|在)?$/.test(
				before,
			)
		)
			return true;
		if (
			/^(?:在|于|着|了|社区|街道|园区)/.test(after) &&
			(/^[在于着]/.test(after) || before === "" || /[,。]$|支部$|我们$|公司$|员$|\d年$/.test(before))
		)
			return true;
		if (
			/(?:在|于)[\u4e00-\u9fff]{2,8}$/.test(before) &&
			/^(?:$|[,。了着]|至今|[一二两三四五六七八九十\d])/.test(after)
		)
			return true;
		if (/^.{0,10}(?:[一二两三四五六七八九十\d]+(?:多)?年|好几年|多年|至今|一段时间)/.test(after)) return true;
	}
	return (
		/(?:借|在|跟着|跟|随)(?:社区|街道|园区|居委会?)(?:的)?(?:党)?支部(?:里)?(?:过组织生活|过生活|活动|学习)/.test(
			text,
		) ||
		(/(?:编入|编在|纳入|放在|归入|并入|加入)(?:了)?(?:社区|街道|园区|居委会)(?:党)?(?:支部|党委|总支)/.test(
			text,
		) &&
			/已|一直|现在|目前|原来|了/.test(text))
	);
}

function isJoint(text: string): boolean {
	const match = JOINT.exec(text);
	if (match) {
		const before = text.slice(0, match.index);
		const after = text.slice(match.index + match[0].length);
		if (/(?:没有?|不想|未)(?:建|成立|加入|参加)?.{0,2}$/.test(before)) return false;
		// 请我们加入他们的联合支部
		if (INVITED.test(before)) return false;
		if (isGivenUp(after) || isGivenUp(text.slice(text.lastIndexOf(match[0]) + match[0].length))) return false;
		if (
			MEMBER_OF_JOINT.test(before) &&
			!/(?:想|要|能|可以|应|怎么|愿意)(?:.{0,6})(?:建|成立|组建|加入|编入|纳入)(?:一?个)?$/.test(before)
		)
			return true;
		const made = MADE.test(before);
		if (!made && WANTED_JUST_BEFORE.test(before) && !/(?:已|早|了)/.test(before.slice(-8))) return false;
		if (made || isSpokenOf(after)) return true;
		if (/(?:参加|加入|纳入|编入|编进)了?[\u4e00-\u9fff]{0,6}$/.test(before)) return true;
		if (
			/^(?:算|的?(?:案例|例子|材料|书记|经验|流程|程序|成立|建立|怎么|如何|报批|能|可以|应|覆盖|管))/.test(
				after,
			)
		)
			return false;
		if (isSpokenOf(after) || asksWhatBecomes(text)) return true;
		return (
			/(?:合建|共建|一起|联合|家|参加|协会|商会|楼宇|园区)的?$/.test(before) ||
			/^(?:里|内|中|一共|总共|共|现在|目前|原来|原|就|还|才|[一二两三四五六七八九十\d]+家|别家|其他|有|只|剩|合|党员|正式|加)/.test(
				after,
			) ||
			/(?:我们|我们[一二两三四五六七八九十\d]+家|咱们|几家|公司|原来的|现在的|[\d一二两三四五六七八九十]家(?:企业|公司|单位|店|厂)?)(?:的|是|建的)?$/.test(
				before,
			)
		);
	}
	return (
		/(?:已经?|早就|之前|去年|前年|原来|原先|以前|先前|早就).{0,3}(?:跟|和|与|同).{1,14}(?:联合|联建|合|一起|一块)(?:建|成立|组建|办)?(?:了|过|着|起来)?(?:一?个)?(?:党)?支部/.test(
			text,
		) ||
		/(?:跟|和|与|同).{1,12}(?:联合建|联建|合建|联合成立|联合组建)了(?:一?个)?(?:党)?支部/.test(text) ||
		/(?:(?:原来|原先|之前|一直|已经?)(?:都)?(?:是|在|属于|参加了?|加入了?)?|现在(?:都)?(?:是|在|属于))联建|联建的[那这]?[两三四五几]家/.test(
			text,
		)
	);
}

function isTemporary(text: string): boolean {
	const match = /临时(?:党)?(?:支部|组织|党组织)/.exec(text);
	if (!match) return false;
	const before = text.slice(0, match.index);
	const after = text.slice(match.index + match[0].length);
	if (/(?:没有?|还没|未|尚未|不想).{0,4}$/.test(before)) return false;
	if (
		/(?:我们|那个|这个|现在|目前|已|已经|当时|建了|成立了|建的|成立的|有|原来|咱们|现有|属于|在)(?:是|有|个|一个|建|成立|建立|了|的|工地|项目|专班|项目部)*(?:的)?$/.test(
			before,
		) &&
		!/(?:想|要|能|可以|该|应该|打算|准备)(?:.{0,6})$/.test(before.slice(-9))
	)
		return true;
	if (MADE.test(before)) return true;
	if (WANTED_BEFORE.test(before)) return false;
	if (TASK_ENDED.test(text)) return true;
	if (
		/^(?:能|可以|可|是|需要|怎么|如何|的?(?:书记|期限|规定|权限|任期)|要|有没有|应|算|计入|跟|和|与|还是|收|换)/.test(
			after,
		)
	)
		return /^(?:能|要|还|需要)(?:不能|不要)?(?:继续|保留|留|变|调整|转)/.test(after);
	return true;
}

/** 总支 and 党委 of the asker's own unit. */
function upperLevel(text: string): Existing | null {
	for (const [value, noun] of UPPER) {
		for (const match of text.matchAll(noun)) {
			const before = text.slice(Math.max(0, match.index - 14), match.index);
			const after = text.slice(match.index + match[0].length, match.index + match[0].length + 16);
			if (FOREIGN_BEFORE.test(before) && !OUR_OWN.test(before)) continue;
			if (SOMEBODY_OFFERS.test(after) || isForeign(text, match.index)) continue;
			if (/(?:没有?|无|未建|未成立|没成立|没建)(?:过)?$/.test(before)) continue;
			if (
				/(?:改成|改为|改建|改|升格?|升级|转为|变成|变为|建|成立|组建|设立?|设|申请|升到|够|升个|搞个|还是|或|升不升|到|成|叫)(?:为|成|个|一个|立)?(?:基层)?$/.test(
					before,
				) &&
				!/(?:已|已经|早就|去年|刚)(?:经)?(?:改|升|建|成立|组建|设)/.test(before)
			)
				continue;
			if (
				/^(?:有没有权|能不能审|能(?:不能)?批|审批|任期|批|换届|要|委员|书记|每届|几年|可以|由)/.test(after) &&
				!/^(?:要|可以).{0,4}(?:改|变|调|保留)/.test(after)
			)
				continue;
			if (
				/(?:是|有|现有|已有|我们|我司|公司|本|单位|企业|厂|原来|现在|原有|设有|设了|已设|已设立|已建|已成立|成立了|建立了|已经成立|建了|保留|作为|集团|^|[,。])(?:个|的|一个)?(?:基层)?$/.test(
					before,
				) ||
				SPOKEN_OF.test(after.split(/[,。]/)[0] ?? "")
			)
				return value;
		}
	}
	return null;
}

/** Words for others, after which 我们 does not follow again in the clause. */
const OTHERS_SUBJECT =
	/(?:隔壁|对面|对门|楼上|楼下|附近|周边|别的|其他|其它|别家|人家|他们|核心|龙头|链主|上游|大企业|大公司|总包|平台公司|甲方|社区|街道|园区|商圈|(?<!我们|本|咱们?|我们的)(?:协会|商会|母公司|总公司|总部|大厂|国企|客户))(?![^,。]*(?:我们|我司|本公司|咱|俺|公司里|自己))[^,。]*$/;

/** Whether the clause before `at` speaks of somebody else's organisation. */
function isForeign(text: string, at: number): boolean {
	return (
		OTHERS_SUBJECT.test(text.slice(0, at)) &&
		!/(?:跟|和|与|同|挂靠在?|在)(?:隔壁|对面|楼上|楼下|附近|社区|街道|园区)[^,。]*$/.test(text.slice(0, at))
	);
}

/** A branch that was set up, told as a fact. */
const STARTED = new RegExp(`${DONE}(?:先)?(?:成立|建|办|批|设立?|组建)(?:好|起来)?的(?:那个|这个)?$`);
/** 支部怎么建, 支部成立条件: about setting one up. */
const BUILD_AFTER =
	/^(?:的)?(?:怎么|如何|咋|怎样|该)*(?:建(?!了|着|于)|成立(?![了于以已有一二两三四五六七八九十\d好多])|组建|设立|办(?!了))/;

function isBranch(text: string): boolean {
	const has = HAS_BRANCH.exec(text);
	if (
		has !== null &&
		!isForeign(text, has.index) &&
		!/(?:没有?|未|有没有|尚未)(?:建|成立|自己|独立)?(?:过|了)?(?:的)?(?:党)?支部/.test(text)
	)
		return true;
	for (const match of text.matchAll(ANY_BRANCH)) {
		const upTo = text.slice(0, match.index);
		const after = text.slice(match.index + match[0].length);
		const before = /剩/.test(after.slice(0, 8)) ? upTo.replace(/项目$/, "") : upTo;
		if (
			/(?:联合|临时|社区|街道|园区|流动党员|老|上级|村|居委会|原)$/.test(before) ||
			(/项目$/.test(before) && !/^(?:里|现在|目前|如今)*(?:只|就|还|仅)?剩/.test(after)) ||
			/联建$/.test(before)
		)
			continue;
		// 支部三名党员, 支部现在…: the branch is spoken of as something there.
		const owned =
			/(?:我们|俺们?|咱们?|本)(?:(?!想|要|能|可以|可|建|成立|设|弄|搞|办|申请|挂靠|联合|没|未|在|跟|和|有|该|应)[^,。]){0,8}$/.test(
				before,
			) ||
			/(?:我们|我司|我厂|咱们?|俺们?|本|公司|企业|厂|单位|店|院|校|协会|社|馆|中心|机构|队|站|点|行|咱|所|这个|现在的|我所在)(?:里|的|这个|自己的)?$/.test(
				before,
			);
		if (isGivenUp(after)) continue;
		// 去年成立的党支部, 先批的那个支部
		if (STARTED.test(before)) return true;
		const starts =
			before === "" ||
			/[,。]$|(?:^|[,。])(?:满打满算|这个|那个|咱|咱们|这样的|我们的)+$|(?:原来|原先|以前|本来|之前|曾经|现在|目前|现有|有个|有一个)(?:的|有|我们)?$/.test(
				before,
			);
		if (isForeign(text, match.index)) continue;
		if (owned && /(?:在|给)(?:我们)?(?:公司|单位)(?:里)?$/.test(before) && /建|设/.test(before)) continue;
		const rest = after.split(/[,。]/)[0] ?? "";
		if (
			(owned || starts) &&
			!WANTED_JUST_BEFORE.test(before.slice(-8)) &&
			(isSpokenOf(after) || asksWhatBecomes(text)) &&
			!SOMEBODY_OFFERS.test(rest) &&
			!BUILD_AFTER.test(after)
		)
			return true;
		if ((owned || starts) && !ASKED_ABOUT.test(after) && !SOMEBODY_OFFERS.test(rest) && SPOKEN_OF.test(rest))
			return true;
		if (
			(owned || starts) &&
			/^(?:要不要|用不用|需要|是不是|能不能|该不该|是否|还能|还要).{0,6}(?:改|升|变|调|保留|撤|继续|存)/.test(
				after,
			)
		)
			return true;
	}
	return (
		/(?:要不要|用不用|需不需要|是不是该|是否需要|需要|该不该|能不能|要)(?:改|升格?|升级|变更|调整)(?:成|为|建)?(?:党)?(?:总支|党委|什么)/.test(
			text,
		) &&
		/支部/.test(text) &&
		!/(?:没有?|未|没)(?:建|成立)?(?:过)?(?:党)?支部/.test(text)
	);
}
