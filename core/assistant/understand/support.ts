import type { Support } from "../../formation/profile.ts";

/** Where units stand side by side. */
const PLACE =
	"(?:楼道?层?|层|栋|幢|巷子?|胡同|弄堂?|园区?|园子|厦|院(?:子|坝|落|里)?|市场|商圈|商场|广场|街|片区?|村|码头|基地|孵化器|综合体|屋檐|前台|社区)";
/** Who is near: neighbours by their place, units of the same place, others in it. */
const AREA = [
	"隔壁|隔[一]?[墙条]|一墙之隔|邻居|四邻|左邻右舍|[紧相毗]邻|[邻临就]近|[对街][门面过](?!接)|斜对|门[对挨]门|紧?挨着|紧[挨靠]|旁边|附近|周[边围]|左右(?:两边|邻居|两家)?|前后(?=[两几排院]|左右)|方圆|楼[上下里内道]|街坊|沿街|工业园里|步行街上|商业街|大院",
	"[左右前后](?:手)?边(?=的?那?[\\u4e00-\\u9fff]{0,3}[店厂家铺公单])|两边(?=的?[店厂铺公单])|[前后隔]院(?=那?家|的)|门口(?=的?那?[几两三有]家)|[路街巷]口(?=的)|[共合]用|拼着?(?=办公|用)|[\\d一二三四五六七八九十]+(?:层|楼|号楼|单元)(?:的)?(?:那|这|有)?几?家",
	`同在?(?:一|这)?[个条座栋幢层片处]*[^,。人有]{0,3}?${PLACE}(?!道)(?:里|上|内)?(?:的)?`,
	`[一1][个条栋幢座](?:商业|步行)?${PLACE}|[这那整](?:[个条座排]${PLACE}|[片栋层幢]儿?|${PLACE})`,
	`${PLACE}(?:里|上|内|头)?[^,。]{0,8}?(?:另外?|其[他它]|别的|好?几|有|有?[两三四五六七八九\\d]+)[家户间]`,
	`(?:厦|写字楼|市场|商场|园|商圈|综合体|院子)(?:里|内)?(?:的)?(?:另外|其他|其它|别的|企业|公司|商户|店)`,
	`(?:都|全)在(?:一个|同一|这个)?[^,。关老]{0,3}${PLACE}`,
].join("|");
const INDUSTRY =
	"协会|行会|律协|注协|商会|同行|行业(?:党委|协会|商会|党组织|内)?|联合会|个私协|个协|学会|同业|公会|联盟";
const LEAD =
	"龙头|链主|最大的(?:那家)?(?:厂|公司|企业|超市|店)|总[店厂]|平台(?=的?党|方|那边|愿|带|牵头|说)|(?:核心|骨干|头部|大型|带头|牵头|总包|上游|下游|主机|母)(?:企业|公司|厂|单位|大厂)|上游|上市龙头|主机厂|大厂|大公司|大企业|大客户|上市公司|集团(?:公司)?(?:党委)?|(?:车企|药企|央企|国企|甲方|(?:酒店|商超|厂家)(?=党|愿|带|的党))|[\\u4e00-\\u9fff]{0,2}(?:企业|公司|厂)(?:的|那边|方面)?(?:的)?(?:党委|党总支)|平台(?:公司|企业|总部|党委)|总部(?:党委)?|总公司|供应链|规上企业|总包|甲方|客户公司|客户(?=党|有党|说|愿)|老大(?=有|说|愿|带|党)|(?:领头|领军|打头)的?(?:那家)?(?:企业|公司|厂)|品牌方|连锁总部";
const HOST =
	"[楼园厦街区场圈]的?(?:综合|联合)?党(?:委|总支|工委|支部|组织)(?!(?:里|内|的)?我们)|社区|居民区|党群|居委会?|街道(?:办)?|园区(?:党|管委|方|办)|园区(?=.{0,4}(?:接收|收|同意|愿意|可以|成立了|有(?:综合)?党))|综合党(?:支部|总支)|管委会|上级|工委|党工委|街道党|镇(?:党委|里|上(?!最|的?[\\u4e00-\\u9fff]{0,3}[厂店]))|乡(?:党委|里)|村(?:党|里|支部|委)|商圈党|楼宇党|主管(?:部门|单位)|民政局?|市场监管|综合党委|联合党委|孵化器";

const WILLING =
	"愿意|愿|同意|乐意|肯|答应|说(?:可以|能|好|行|让)|可以|能(?!不能)|想|有意|有意向|意向|[商说谈约](?:量)?(?:[好妥]|过了)|有意思|巴不得|盼|一条心|合计着|兜着|一道|合伙(?!人)|[说约]定|欢迎|希望|主动|牵头|统一|统着建|算上(?:我|咱)|(?:搞|建|成立)(?:一?个)?行业(?:党)?支部|接纳|接收|吸收|吸纳|收(?!入|[^,。]{0,2}费|到)|要我们(?!报|交|填|写|尽|自己|赶|成立|建|上)|统建|张罗|问我们[来去入参]|[拢归]到|[伸招]手|橄榄枝|[让喊叫请邀](?:我|我们|咱们?|俺们?)(?:也|一起)?(?:去|进|上|到|入)|带(?!来|上面)|腾|先挂|挂着|落在|[管兜带留]着|过渡|代管|托管|收留|兜底|算[他我]们|纳入|挂靠|挂到|挂他们|说挂|挂在|编入|一起|一块|合起来|合在|合建|联合|合一?个|凑|拼|共建|合并|共同|合着|搭伙|搭|抱团|管我们|收编|接(?!触)|点头|支持|没意见|都行|认账|收编|表态|邀请|(?:邀|约|找)(?:了)?(?:我|咱|俺)们?|拉我们|帮我们建|把我们|放进|让我们(?:进|加入|参加)|加入|参加|归他们|有(?:自己的)?党?(?:委(?!员)|支部|总支|组织)|来吧|跟着?(?:他们|(?:我们)?(?:建|走|干))|过组织生活|过来|编到|编进|先编|放[到在]|放(?:[他那我人]|过去)|存[在到]|寄[在到]|并到|挂过去|没问题|敞开";
const UNWILLING =
	"搬走|关门|倒闭|未(?:同意|接收|答应|能)|不予|拒(?=$|[,。绝收])|满了|超编|说不(?=$|[,。了])|(?:(?<!愿)(?<!肯)(?<!能)(?<!可)(?<!要))不(?:太|是很|大|怎么|打算|准备)?(?:愿意?|肯|同意|想|接收|接|收|要|干|方便|乐意|行|答应|管|带|让|给|可能|理|搭|认识|熟|来往|吭声|回应|通)|没(?:成|接|收|理|找到|遇到|碰到|处|得|人|有|谁|一家|哪家|哪个|几家|戏|来往|兴趣|意愿|意向|答应|同意|法|空)|都(?:没|不)|无|拒绝|婉拒|没戏|谈不拢|没回应|没下文|推了|推脱|回绝|[收接管带要容](?:纳|收)?不(?:了|下|起)|够呛|悬|归不了|摇头|反悔|变卦|没名额|没回音|(?<![助主])推(?=$|[,。了来脱])|不归|不属|不管|[够看接管带吃顾轮]不(?:了|上|着|下|起|到|动|过来)|没(?:这|那)?个?(?:打算|想法|意思|精力|胃口|门路)|管不着|不感兴趣|没加|嫌|说忙|再等|再说|走不通|行不通|碰壁|闭门羹|(?:还|尚)没(?:答应|同意|定)";

/** The patterns of one kind of support, compiled once. */
interface Kind {
	readonly kind: Support;
	readonly words: RegExp;
	/** 没有邻居企业 */
	readonly missing: RegExp;
}
const KINDS: readonly Kind[] = (
	[
		["area", AREA],
		["industry", INDUSTRY],
		["lead", LEAD],
		["host", HOST],
	] as const
).map(([kind, words]) => ({
	kind,
	words: new RegExp(words),
	missing: new RegExp(`(?:没有?|无)(?:什么|啥|任何|其他|别的)?(?:${words})`),
}));
const IS_WILLING = new RegExp(WILLING);
const IS_UNWILLING = new RegExp(UNWILLING);
/** 人家不干: those named in the clause before. */
const THEY_REFUSE = new RegExp(
	`^(?:可|但|结果|不过)?(?:人家|他们|对方|那边|都|全|一个个)[^,。]{0,4}(?:${UNWILLING})`,
);
const REFUSES = new RegExp(`^.{0,8}(?:${UNWILLING})`);
const NEXT_WILLING = new RegExp(
	`^(?:(?:他们|对方|那边|人家|它|[那这几]家|说?(?:我们|党员)[^,。不没]{0,10}可以)[^,。不没]{0,9}|(?:也|都|还|要|想|会|倒是?|反倒|大家|说|表示|双方|[两几三四五六]家|两边|老板[们俩]?)?(?:都|也|就|说|表示)?)(?:${WILLING})`,
);
/** Several units and the wish to share one organisation. */
const TOGETHER =
	/(?:[两三四五六七八九十几多\d](?:家|个?摊)|每[家厂店摊户]|各有|各一|隔壁|一家[一1]|也有|都有).{0,30}(?:联合|联建|合建|一起|一块|合起来|合在一起|合着|凑|拼|抱团|共同|合伙|搭伙|合并|合组|组一个)|(?:隔壁|对门|楼[上下]|旁边)(?:那?[家店]|公司)?[^,。]{0,4}[一二两三\d][个名][^。]{0,20}(?:能|想|可以|要)(?:不能|不可以)?[^,。]{0,3}(?:联合|联建|合建|(?:一起|一块)(?:建|弄|搞))/;
const IS_AREA = new RegExp(AREA);
/** 附近社区, 楼里的协会, 行业龙头企业: the first word only says which one. */
const NEAR_SOMEBODY = new RegExp(
	`(?:${AREA})(?:的|那家|这家|有家|有个|一家)?(?:${INDUSTRY}|${HOST}|国企|央企)`,
);
const WHICH_ONE = new RegExp(
	`^(?:[^,。、和跟与或]{0,4}的|那家|这家|有家|有个|一家)?(?:物业管理|[\\u4e00-\\u9fff]{0,2}(?=协会|商会))?(?:${HOST}|${INDUSTRY}|龙头|链主|国企|央企)`,
);
/** More of those asked: 邻居、协会、社区都不行. */
const LISTED = new RegExp(
	`^(?:企业|公司|单位)?(?:[、和跟与及]?(?:的)?(?:${AREA}|${INDUSTRY}|${LEAD}|${HOST}))+`,
);

/** 几家老板说好了一起弄, 都愿意联: said of those named before. */
const ALL_AGREE =
	/(?:大家|几家|[两三四五六七八九]家|双方|彼此|(?:^|[,。])(?:[都均]|说好|(?=愿意?|同意|乐意))|老板们?|我们(?:仨|俩|几个))(?:公司|企业|单位|店|家|的)?(?:老板|负责人)?[^,。不没]{0,5}(?:愿意|愿|乐意|同意|想|商量好?|谈[好妥]|[说约][好妥]|有意|没意见|肯|点头|点了头|合计过|干脆)了?[^,。不没]{0,5}(?:一起|一块|联|合|弄|建|搞|凑|$|[,。])/;

/** Several units that share nothing but their trade. */
const OF_ONE_TRADE = /(?:都是|是|属于?|同为|同属)(?:一个|同一?(?:个)?)?(?:行业|同行|同业)/;

/** Nobody at all: said in one sweep. */
const NOBODY =
	/(?<!不是)(?:没(?:人|谁)(?:搭伙|搭理)|(?:没|无)处(?:可)?[靠挂去投]|没(?:个)?伴|(?:人家|别人|别家)都?(?:嫌|不肯|不愿)|(?:没有?|无)(?:任何)?(?:(?:人|谁|哪一?家|哪一?个|一家|一个)(?:单位|企业|公司)?|单位|企业|地方|组织(?=肯|愿|想|能|会|可以|答应|同意))(?:肯|愿意?|想|能|会|可以|答应|同意)*(?:$|[,。了]|跟|和|同|接|收|要|管|带|联合|联建|合建|依托|一起|挂靠|理))|(?:找不(?:到|着)|没有?)(?:任何)?(?:任何|人|谁|一家|一个|单位|地方|能|肯|可以?|愿意?|合适的?)*(?:(?:一起|共同)建|(?:一起|共同)?(?:联合|联建|合建|依托|挂|合作|搭伙|接收))|(?:哪(?:儿|里|家|边|个)?|谁|[到四]处|都|全)(?:也|都)?(?:靠不|碰壁|不(?:肯|愿意?)(?!把|转|挪|迁|将)|不(?:接|收|要|同意|管)|没(?:人|有|谁)?(?:接|收|愿意?|要|肯|同意))|^(?:以上)?都没有|问谁谁|碰钉子|[到四]处(?:被拒|碰)|都?被拒了?(?=$|[,。])|无一(?:家)?(?:同意|愿意?|答应|接收|点头)|没有?(?:一个|一家|人|谁)(?:单位)?(?:点头|松口|搭理|理睬|应声)|没找到(?:一家|一个|谁|任何)[^,。]{0,4}(?:肯|愿意?|能)|(?:接收|收留|合建|带建|联建)的(?:单位)?(?:一个|一家)?(?:也|都)?没有?|(?:无|没有?)(?:任何)?[^,。]{0,4}(?:可)?以?(?:依托|依靠)|[两三四几][个条]?(?:路子|办法|头|边)(?:全|都)[^,。]{0,2}不通|别的(?:路子?|办法|门路)(?:也|都)*没有?|(?:都|全|家)(?:在)?(?:碰壁|摇头|拒绝|婉拒|推|回绝)|(?:问|找|跑)(?:了|遍|过).{0,14}(?:都|没)(?:不|没|人|一家)/;

/** What the text says about whom to form an organisation with; null when nothing. */
export function readSupport(text: string, pending: boolean): Support[] | null {
	const willing = new Set<Support>();
	const refused = new Set<Support>();
	const named = new Map<Support, string>();
	const clauses = text.split(/[,。]/);
	for (const [index, clause] of clauses.entries()) {
		for (const { kind, words, missing } of KINDS) {
			const statement = stanceOf(clause, whatFollows(clauses, index), kind, words, missing);
			const word = words.exec(clause)?.[0] ?? "";
			if (statement === "willing") {
				willing.add(kind);
				named.set(kind, word);
			} else if (statement === "refused") {
				refused.add(kind);
				// 说好跟对门合建，对门搬走了
				if (named.get(kind) === word) willing.delete(kind);
			} else if (pending && words.test(clause) && !IS_UNWILLING.test(clause)) willing.add(kind);
		}
	}
	if (!willing.has("area") && !refused.has("area") && ALL_AGREE.test(text) && namesNeighbours(text))
		willing.add("area");
	if (willing.size === 0 && !refused.has("industry") && ALL_AGREE.test(text) && OF_ONE_TRADE.test(text))
		willing.add("industry");
	// 我们四家在同一层，各有一名，想联合: neighbours who ask together are willing.
	if (
		willing.size === 0 &&
		!UNKNOWN.test(text) &&
		!refused.has("area") &&
		IS_AREA.test(text) &&
		TOGETHER.test(text) &&
		!/不(?:想|愿意?|能|方便|便|适合|好)(?:跟|和|一起)?(?:联|合)/.test(text)
	)
		willing.add("area");
	const order: Support[] = ["area", "industry", "lead", "host"];
	const result = order.filter((kind) => willing.has(kind));
	if (result.length > 0) return result;
	if (NOBODY.test(text.replace(/[^,。]*关系[^,。]*/g, ""))) return [];
	// Each kind refused one by one is nobody; one of them refused says nothing about the rest.
	return refused.size >= 3 || (refused.size === 2 && refused.has("host")) ? [] : null;
}

/** 它有党委, 有自己的党组织: goes on about those of the clause before. */
const GOES_ON =
	/^(?:它|他们|人家|对方|那边)?(?:自己|也|已|早)*(?:有|设|建)[^,。]{0,6}(?:党委|总支|支部|组织)$/;

/** The clause that tells what those named in a clause want. */
function whatFollows(clauses: readonly string[], index: number): string {
	const next = clauses[index + 1] ?? "";
	const goesOn = GOES_ON.test(next) || /^说[^,。]{0,8}(?:没关系|不要紧|没事)$/.test(next);
	return goesOn && namesNobody(next) && !IS_UNWILLING.test(next) ? (clauses[index + 2] ?? next) : next;
}

/** Whether they are willing has not been found out. */
const UNKNOWN =
	/没(?:个)?(?:表态|准话|答复|回话|定论|松口)|考虑考虑|再说吧|不(?:知道|清楚|确定)|没问过|还没问|还在(?:讨论|研究|商量|考虑)|要不要(?:收|接|带|要)|愿不愿|肯不肯|收不收|接不接|是否愿意|会不会/;

const namesNobody = (clause: string) => KINDS.every((one) => !one.words.test(clause));

/** Neighbours are spoken of, not only the place of somebody else (附近社区). */
function namesNeighbours(text: string): boolean {
	return IS_AREA.test(text.replace(NEAR_SOMEBODY, ""));
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

type Stance = "willing" | "refused" | null;

function stanceOf(clause: string, next: string, kind: Support, words: RegExp, missing: RegExp): Stance {
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
	if (
		/(?:我们|咱们?|本|俺们?|我)(?:这个|这)?(?:是)?$/.test(before) &&
		(kind === "industry" || kind === "lead")
	)
		return true;
	if (kind === "host" && /^.{0,6}(?:要求|规定|催|让我们(?:建|成立|搞)|检查|通知)/.test(rest)) return true;
	if (kind === "lead" && /^(?:做配套|配套|司机|骑手)/.test(rest) && !/愿|带/.test(rest)) return true;
	return false;
}
