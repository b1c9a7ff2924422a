import type { Existing } from "../../../formation/profile.ts";
import { clauseAfter, clauseBefore } from "../clause.ts";
import { findOrganisations, type Organisation, type OrganisationKind } from "./named.ts";

/** Where several are named, the first of these decides. */
const ORDER: readonly OrganisationKind[] = ["joint", "temporary", "committee", "general-branch", "branch"];

/** The Party organisation the asker's unit has already; `none` when the text says there is none; null when it says nothing. */
export function readExisting(text: string): Existing | null {
	if (isAffiliated(text)) return "affiliated";
	if (NEVER.test(text)) return "none";
	const organisations = findOrganisations(text);
	for (const kind of ORDER) {
		const those = organisations.filter((one) => one.kind === kind);
		if (kind === "joint" && TOGETHER_ALREADY.test(text)) return "joint";
		if (those.some(isAbsent)) {
			// A temporary branch that ended is one still to be wound up.
			if (kind === "temporary" && those.some((one) => one.status === "gone")) return kind;
			if (kind === "branch") return "none";
			continue;
		}
		if (those.some(isThere)) return kind;
	}
	if (organisations.some(isAbsent) || NOT_THERE.test(text)) return "none";
	// 要不要升总支: there is a branch.
	return RISES.test(text) && organisations.some((one) => one.kind === "branch" && one.status !== "others")
		? "branch"
		: null;
}

const isThere = ({ status }: Organisation) => status === "there" || status === "named";
const isAbsent = ({ status }: Organisation) => status === "denied" || status === "gone";

/** 其实从没建过, whatever others say. */
const NEVER = /(?:其实|实际上?)(?:压根|根本)?(?:从来?)?没(?:有)?(?:建|成立)过/;
const NOT_THERE =
	/(?:啥|什么)(?:党)?组织(?:都|也)没有?|(?<!有)(?:没有?|尚无|暂无|无|未有)(?:任何|自己的?|什么|过)?(?:党的?)?组织(?=$|[,。呢吗])|(?:没有?|尚未|还没|未|从没|从未)(?:有)?(?:建|成立|组建)(?:过|立)?(?:任何|党)*组织|没(?:有)?(?:建|成立)过/;
const RISES =
	/(?:要不要|用不用|需不需要|是不是该|是否需要|需要|该不该|能不能|要)(?:改|升格?|升级|变更|调整)(?:成|为|建)?(?:党)?(?:总支|党委|什么)/;
/** 早就跟隔壁一起建了, 现在联建的三家 */
const TOGETHER_ALREADY =
	/(?:(?:原来|原先|之前|一直|已经?)(?:都)?(?:是|在|属于|参加了?|加入了?)?|现在(?:都)?(?:是|在|属于))联建|(?:原来|原先|之前|一直|早就|以前)[^,。]{0,12}(?:合|共用|合用|联|拼)着?一?个(?:联合)?党?支部|联建的[那这]?[两三四五几]家|(?<!想|要|能|意|愿|以|意思)(?:跟|和|与|同)[^,。]{1,12}(?:(?:联合|联建|合|一起|一块)(?:建|成立|组建|办)?(?:好?了|过)|[合共]用|(?:合着?|一起|一块|共同|联合|合伙|联)(?:建|搞|弄|成立|办)的(?!(?:方式|形式|路子|事|话|打算|意思)))/;

const MEMBERS_PLACE = "(?:社区|街道|园区|开发区|居委会?|商圈|镇|村|综合|协会|商会|行业)";
/** 挂靠, 编入社区支部: being with another organisation's branch. */
const WITH_ANOTHER = new RegExp(
	`挂靠|挂(?=[在到]${MEMBERS_PLACE})|(?:编|纳|归|并|放)[入在到进](?:了)?${MEMBERS_PLACE}(?:的)?(?:综合|联合)?(?:党)?(?:支部|党委|总支)|(?:借|在|跟着?|随)${MEMBERS_PLACE}(?:的)?(?:党)?支部(?:里)?(?:过组织生活|过生活|活动|学习)`,
	"g",
);
const ALREADY =
	/已|一直|原|现在(?!能|可)|目前|以前|之前|早|先前|仍|长期|当[时初年]|[去前今]年|年前|\d{4}年|只好|曾/;
const MIGHT =
	/(?:可以|能|可|先|愿|想|要|说|讲|同意|让|喊|叫|该|应|拟|欲|打算|准备|申请|考虑|适合|需要|怎么|是否|答应|接[受收]|或者?|还是|帮|建议|推荐|、|不|没|未|别|往)[^,。]{0,5}$|(?:愿意?|同意|答应|可以|肯)[^,。]{0,12}$/;
const IN_GENERAL =
	/^(?:这[条个]|的?路|[在到]?(?:哪|谁)|过去|(?:好|合适|强)?还是|好(?=$|,)|他们那|吗|组建|行不行|算|还是|或|、|能|可以|要|的?(?:案例|例子|做法|单位算|经验|条件|流程|手续|模式|方式|形式)|[^,。]{0,3}(?:没|不|无|怎么|如何|吗|行不|可以|好不))/;

/** 挂靠在社区两年了 against 社区说可以挂靠. */
function isAffiliated(text: string): boolean {
	for (const match of text.matchAll(WITH_ANOTHER)) {
		const before = clauseBefore(text, match.index);
		const after = clauseAfter(text, match.index + match[0].length);
		if (match[0] === "挂" && /(?:关系|档案)[^,。]*$/.test(before)) continue;
		if (
			ALREADY.test(before) ||
			/^(?:着|了|(?:在|于|到)?[^,。]{0,10}(?:[一二两三四五六七八九十几多\d]+年|至今|一段时间))/.test(after)
		)
			return true;
		if (MIGHT.test(before) || IN_GENERAL.test(after)) continue;
		if (after !== "" || before !== "") return true;
	}
	return false;
}
