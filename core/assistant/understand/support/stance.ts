/** What those who are named in a clause are ready for. */
import type { Support } from "../../../formation/profile.ts";
import { type Kind, LISTED, namesNobody, WHICH_ONE } from "./parties.ts";

const WILLING =
	"愿意|愿|同意|乐意|肯|答应|说(?:可以|能|好|行|让)|可以|能(?!不能)|想|有意|有意向|意向|[商说谈约](?:量)?(?:[好妥]|过了)|有意思|巴不得|盼|一条心|合计着|兜着|一道|合伙(?!人)|[说约]定|欢迎|希望|主动|牵头|统一|统着建|算上(?:我|咱)|(?:搞|建|成立)(?:一?个)?行业(?:党)?支部|接纳|接收|吸收|吸纳|收(?!入|[^,。]{0,2}费|到)|要我们(?!报|交|填|写|尽|自己|赶|成立|建|上)|统建|张罗|问我们[来去入参]|[拢归]到|[伸招]手|橄榄枝|[让喊叫请邀](?:我|我们|咱们?)(?:也|一起)?(?:去|进|上|到|入)|带(?!来|上面)|腾|先挂|挂着|落在|[管兜带留]着|过渡|代管|托管|收留|兜底|算[他我]们|纳入|挂靠|挂到|挂他们|说挂|挂在|编入|一起|一块|合起来|合在|合建|联合|合一?个|凑|拼|共建|合并|共同|合着|搭伙|搭|抱团|管我们|收编|接(?!触)|点头|支持|没意见|都行|认账|收编|表态|邀请|(?:邀|约|找)(?:了)?(?:我|咱)们?|拉我们|帮我们建|把我们|放进|让我们(?:进|加入|参加)|加入|参加|归他们|有(?:自己的)?党?(?:委(?!员)|支部|总支|组织)|来吧|跟着?(?:他们|(?:我们)?(?:建|走|干))|过组织生活|过来|编到|编进|先编|放[到在]|放(?:[他那我人]|过去)|存[在到]|寄[在到]|并到|挂过去|没问题|敞开";
const UNWILLING =
	"搬走|关门|倒闭|未(?:同意|接收|答应|能)|不予|拒(?=$|[,。绝收])|满了|超编|说不(?=$|[,。了])|(?:(?<!愿)(?<!肯)(?<!能)(?<!可)(?<!要))不(?:太|是很|大|怎么|打算|准备)?(?:愿意?|肯|同意|想|接收|接|收|要|干|方便|乐意|行|答应|管|带|让|给|可能|理|搭|认识|熟|来往|吭声|回应|通)|没(?:成|接|收|理|找到|遇到|碰到|处|得|人|有|谁|一家|哪家|哪个|几家|戏|来往|兴趣|意愿|意向|答应|同意|法|空)|都(?:没|不)|无|拒绝|婉拒|没戏|谈不拢|没回应|没下文|推了|推脱|回绝|[收接管带要容](?:纳|收)?不(?:了|下|起)|够呛|悬|归不了|摇头|反悔|变卦|没名额|没回音|(?<![助主])推(?=$|[,。了来脱])|不归|不属|不管|[够看接管带吃顾轮]不(?:了|上|着|下|起|到|动|过来)|没(?:这|那)?个?(?:打算|想法|意思|精力|胃口|门路)|管不着|不感兴趣|没加|嫌|说忙|再等|再说|走不通|行不通|碰壁|闭门羹|(?:还|尚)没(?:答应|同意|定)";

const IS_WILLING = new RegExp(WILLING);
/** Words of refusal. */
export const IS_UNWILLING = new RegExp(UNWILLING);
/** 人家不干: those named in the clause before. */
const THEY_REFUSE = new RegExp(
	`^(?:可|但|结果|不过)?(?:人家|他们|对方|那边|都|全|一个个)[^,。]{0,4}(?:${UNWILLING})`,
);
const REFUSES = new RegExp(`^.{0,8}(?:${UNWILLING})`);
const NEXT_WILLING = new RegExp(
	`^(?:(?:他们|对方|那边|人家|它|[那这几]家|说?(?:我们|党员)[^,。不没]{0,10}可以)[^,。不没]{0,9}|(?:也|都|还|要|想|会|倒是?|反倒|大家|说|表示|双方|[两几三四五六]家|两边|老板[们俩]?)?(?:都|也|就|说|表示)?)(?:${WILLING})`,
);
/** Whether they are willing has not been found out. */
export const UNKNOWN =
	/没(?:个)?(?:表态|准话|答复|回话|定论|松口)|考虑考虑|再说吧|不(?:知道|清楚|确定)|没问过|还没问|还在(?:讨论|研究|商量|考虑)|要不要(?:收|接|带|要)|愿不愿|肯不肯|收不收|接不接|是否愿意|会不会/;

/** 它有党委, 有自己的党组织: goes on about those of the clause before. */
const GOES_ON =
	/^(?:它|他们|人家|对方|那边)?(?:自己|也|已|早)*(?:有|设|建)[^,。]{0,6}(?:党委|总支|支部|组织)$/;

/** The clause that tells what those named in a clause want. */
export function whatFollows(clauses: readonly string[], index: number): string {
	const next = clauses[index + 1] ?? "";
	const goesOn = GOES_ON.test(next) || /^说[^,。]{0,8}(?:没关系|不要紧|没事)$/.test(next);
	return goesOn && namesNobody(next) && !IS_UNWILLING.test(next) ? (clauses[index + 2] ?? next) : next;
}

/** 后来反悔了: said of those named before. */
const RETRACTED =
	/^[^,。不没]{0,6}?(?:又(?:说)?不(?:收|要|带|接|干|行|肯|愿意?|同意)|不(?:收|要|带|接|干|行|肯|愿意?|同意)了|没下文|反悔|变卦|黄了|谈崩|没成)/;

const ASKS_FOR_ITSELF =
	/^(?:能|可以|想|可否|能否)(?:不能|不可以)?(?:自己|单独|独立)?(?:建|成立|组建|设|弄|搞)/;
const GIVEN_UP = /(?:后来|结果|最后|上周|现在)[^,。]{0,3}(?:没下文|黄|不|没|变卦|反悔|谈崩)/;
const CHANGED_MIND = /松口|改口|改主意|(?:又|现在|昨天|后来)[^,。不没]{0,4}(?:愿意?|同意|答应|肯)/;
/** 不反对, 没意见: yes. */
const NO_OBJECTION = /(?:都)?(?:不(?:反对|介意|嫌弃?|拒绝|推辞)|没(?:有)?(?:意见|问题|异议|二话|话说))/g;
/** 隔壁有支部: says nothing of whether they share it. */
const HAS_ONE = /有(?:自己的)?党?(?:委(?!员)|支部|总支|组织)/g;

/** Ready to share or to take, not ready, or nothing said. */
export type Stance = "willing" | "refused" | null;

/** What one kind of party says in a clause and the one after it. */
export function stanceOf(clause: string, next: string, { kind, words, missing }: Kind): Stance {
	const at = words.exec(clause);
	if (!at) return null;
	const following = clause.slice(at.index + at[0].length);
	if ((kind === "area" || at[0] === "行业") && WHICH_ONE.test(following)) return null;
	const listed = LISTED.exec(following);
	const rest = listed?.[0].includes("、") ? following.slice(listed[0].length) : following;
	// Whether they are willing is not known.
	if (UNKNOWN.test(clause) || (UNKNOWN.test(next) && namesNobody(next))) return null;
	// 周围没有企业, 没有邻居企业, 附近就我们一家: nobody there.
	if (missing.test(clause) || (kind === "area" && /就(?:我们|咱们?|我)(?:这)?一家/.test(rest)))
		return "refused";
	if (
		/^(?:几[里米公百]*)?(?:也|都|里|内|又|压根|根本|也都)*(?:没有?|无)(?!意见|问题)(?:什么|啥|其他|别的|其它|一家)?(?:企业|公司|邻居|伙?伴|单位|店|商户|同行|协会|$)/.test(
			rest,
		)
	)
		return "refused";
	// 先答应后来黄了
	if (GIVEN_UP.test(rest)) return "refused";
	// 本来不肯，昨天松口了
	if (/本来|原先|起初|一?开始|之前/.test(rest) && CHANGED_MIND.test(next)) return "willing";
	if (REFUSES.test(rest.replace(NO_OBJECTION, "同意"))) return "refused";
	if (THEY_REFUSE.test(next) && namesNobody(next)) return "refused";
	if (isOwnPlace(clause, at.index, at[0], kind) || /关系[^,。]*在$/.test(clause.slice(0, at.index)))
		return null;
	if (RETRACTED.test(next)) return "refused";
	const said = rest
		.replace(NO_OBJECTION, "同意")
		.replace(kind === "host" ? /想/g : kind === "area" ? HAS_ONE : /(?!)/, "");
	if (IS_WILLING.test(said)) return "willing";
	const before = clause.slice(0, at.index);
	// 跟隔壁一起, 和楼上那家合建: the verb may stand in front.
	if (
		/(?:愿意|同意|可以|能|想|商量|联系)(?:好)?(?:了)?(?:跟|和|与|同|到|挂靠|挂到|找|由)?.{0,4}$/.test(
			before,
		) &&
		kind !== "lead"
	)
		return "willing";
	if (
		kind === "area" &&
		/^(?:我们)?(?:能不能|能否|能|可不可以|可以|是否可以|想|要不要|行不行)?.{0,4}(?:一起|一块|合起来|联合|凑|拼|合建|合着)/.test(
			next,
		)
	)
		return "willing";
	// 问了社区问了商会，都说接不了
	if (REFUSES.test(next) && /^(?:也|都|全)/.test(next) && namesNobody(next)) return "refused";
	// 协会有会员八十家，能建支部吗: asks for itself.
	if (kind !== "area" && ASKS_FOR_ITSELF.test(next)) return null;
	if (at.index + at[0].length >= clause.length - 18 && NEXT_WILLING.test(next)) return "willing";
	return null;
}

/** 街道要求覆盖, 我们协会, 商会秘书处: not somebody who offers help. */
function isOwnPlace(clause: string, at: number, word: string, kind: Support): boolean {
	const before = clause.slice(Math.max(0, at - 4), at);
	const rest = clause.slice(at + word.length);
	if (/(?:我们|咱们?|本|我)(?:这个|这)?(?:是)?$/.test(before) && (kind === "industry" || kind === "lead"))
		return true;
	if (kind === "host" && /^.{0,6}(?:要求|规定|催|让我们(?:建|成立|搞)|检查|通知)/.test(rest)) return true;
	if (kind === "lead" && /^(?:做配套|配套|司机|骑手)/.test(rest) && !/愿|带/.test(rest)) return true;
	return false;
}
