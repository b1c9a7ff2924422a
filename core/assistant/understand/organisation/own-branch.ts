import { asksWhatBecomes, isGivenUp, isSpokenOf, SPOKEN_OF } from "./standing.ts";
import { BRANCH, DONE, GOT, WANTED_JUST_BEFORE } from "./wanted.ts";
import { isForeign, SOMEBODY_OFFERS } from "./whose.ts";

const ANY_BRANCH = new RegExp(BRANCH, "g");
const HAS_BRANCH = new RegExp(
	`(?<!没|没有|是否|有没|还没|未|如果|假如|要是)${GOT}${BRANCH}(?!的?(?:条件|资格|要求|标准|想法|打算|意愿|必要|案例|例子))`,
);
/** What follows a branch that is asked for or about, not one that is there. */
const ASKED_ABOUT =
	/^(?:怎么|如何|怎样|咋|需要|要(?!不要)|能|可以|可|该|应|应该|必须|成立(?!了|[一二两三四五六七八九十\d]|好|多|于|以来)|书记|委员|名称|名字|更名|改名|的?(?:流程|材料|请示|程序|条件|书记|名称|章|牌|任期|活动|会议)|换届|选举|选|开会|有(?:没有|哪些|啥|什么)|人选|到期|三年|每|多久|一般|要求)/;
/** A branch that was set up, told as a fact. */
const STARTED = new RegExp(`${DONE}(?:先)?(?:成立|建|办|批|设立?|组建)(?:好|起来)?的(?:那个|这个)?$`);
/** 支部怎么建, 支部成立条件: about setting one up. */
const BUILD_AFTER =
	/^(?:的)?(?:怎么|如何|咋|怎样|该)*(?:建(?!了|着|于)|成立(?![了于以已有一二两三四五六七八九十\d好多])|组建|设立|办(?!了))/;

/** Whether the unit has a branch of its own. */
export function isBranch(text: string): boolean {
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
