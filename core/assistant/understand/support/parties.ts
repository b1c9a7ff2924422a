/** With whom an organisation could be formed: neighbours, those of a trade, leading firms, hosts. */
import type { Support } from "../../../formation/profile.ts";

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

/** The patterns of one kind of support, compiled once. */
export interface Kind {
	readonly kind: Support;
	readonly words: RegExp;
	/** 没有邻居企业 */
	readonly missing: RegExp;
}
/** The four kinds, in no order. */
export const KINDS: readonly Kind[] = (
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

/** Neighbours are named. */
export const IS_AREA = new RegExp(AREA);
/** 附近社区, 楼里的协会, 行业龙头企业: the first word only says which one. */
const NEAR_SOMEBODY = new RegExp(
	`(?:${AREA})(?:的|那家|这家|有家|有个|一家)?(?:${INDUSTRY}|${HOST}|国企|央企)`,
);
/** 附近的社区: the place only says which host is meant. */
export const WHICH_ONE = new RegExp(
	`^(?:[^,。、和跟与或]{0,4}的|那家|这家|有家|有个|一家)?(?:物业管理|[\\u4e00-\\u9fff]{0,2}(?=协会|商会))?(?:${HOST}|${INDUSTRY}|龙头|链主|国企|央企)`,
);
/** More of those asked: 邻居、协会、社区都不行. */
export const LISTED = new RegExp(
	`^(?:企业|公司|单位)?(?:[、和跟与及]?(?:的)?(?:${AREA}|${INDUSTRY}|${LEAD}|${HOST}))+`,
);

/** Nobody of any kind is named in the clause. */
export const namesNobody = (clause: string) => KINDS.every((one) => !one.words.test(clause));

/** Neighbours are spoken of, not only the place of somebody else (附近社区). */
export function namesNeighbours(text: string): boolean {
	return IS_AREA.test(text.replace(NEAR_SOMEBODY, ""));
}
