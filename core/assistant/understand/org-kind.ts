import type { OrgKind } from "../../formation/profile.ts";
import type { Mention } from "./mentions.ts";

/** Units governed by other regulations than those for 两新 organisations. */
const OUTSIDE =
	"国企|国有|央企|中央企业|国资(?:公司|企业|控股)?|市属(?:国企|公司|企业)|区属(?:国企|公司|企业|国有)|县属(?:国企|公司|企业)|省属(?:国企|公司|企业)|事业单位|公办(?:中心)?(?:学校|小学|中学|幼儿园|医院|高中|初中|大学|职校)?|公立(?:学校|小学|中学|幼儿园|医院|养老院|高中)?|机关单位|(?:区|县|市|省|乡|镇)(?:直|级)?(?:政府)?机关|(?:区|县|市|省)?(?:财政|税务|公安|教育|民政|卫健|司法|住建|交通|水利|农业农村|市场监管|城管|环保|生态环境|统计|审计|人社|工信|发改|应急管理)(?:局|委)|(?:市|区|县|省)局机关|(?:县|区|市|省)(?:第[一二三四五六]|中心)?人民医院|(?:县|区|市|省|镇|乡)(?:第[一二三四五六])?(?:中心)?(?:小学|中学|中医院|妇幼保健院|疾控中心|图书馆)|中心(?:小学|校|卫生院)|乡镇卫生院|卫生院|高校|(?:县|市|区)一中|派出所|法院|检察院|行政村|村(?:委会|两委|党支部|集体)|居民委员会|街道办事处|党政机关|部队|国营|农村信用社|烟草局|供电局|国有林场|国有农场|城投(?:公司)?|供销社";
const ANY_OUTSIDE = new RegExp(OUTSIDE, "g");
const PRIVATE = /民办|民营|私立|私营|非公|两新|外资|合资|社会组织|个体|混合所有制/;
const VILLAGE =
	/(?:我们|我|俺们?|本|咱们?)(?:们)?(?:是(?:一?个)?)?(?:行政)?村(?!口|头|边|旁|附近|里(?:让|开|说|同意|要|的公司)|民)(?!.{0,4}(?:合作社|企业|公司))/;

/** `outside` only when the asker's own unit is meant; null when the text says nothing. */
export function readOutside(text: string): boolean {
	if (
		VILLAGE.test(text) &&
		!/合作社|公司|企业|厂|店|农家乐|民宿|小卖部|超市|饭|餐|作坊|加工|养殖|种植|农场|电商|工坊|工作室/.test(
			text,
		)
	)
		return true;
	for (const match of text.matchAll(ANY_OUTSIDE)) {
		const before = text.slice(0, match.index);
		const clause = before.slice(Math.max(before.lastIndexOf(","), before.lastIndexOf("。")) + 1);
		const after = text.slice(match.index + match[0].length);
		const rest = after.split(/[,。]/)[0] ?? "";
		if (PRIVATE.test(clause)) continue;
		if (
			/(?:我|我们|本人|咱|俺)(?:现在|目前|就)?在$/.test(clause) &&
			/^(?:.{0,4})(?:上班|工作|任职|当|科|部|里)/.test(rest)
		)
			return true;
		// 不是国企, 从国企辞职, 隔壁国企愿意带我们, 给国企做配套.
		if (
			/(?:不是|非|不算|不属于|原来是|以前是|从|给|为|跟|和|与|找|向|被|由|隔壁|对面|楼上|旁边|附近|上游|关系(?:还|都)?在|在|到|客户是|服务|来自|原)(?:一?家|个|某|的|于)?$/.test(
				clause,
			)
		)
			continue;
		if (
			/^(?:书记|主任|领导|那边|方面)?(?:说|愿|可以|同意|让|接收|答应|表示)/.test(rest) ||
			/^(?:退休|下岗|改制|离职|出来|的?客户|党委愿|愿|可以|能(?!成立|建)|带|接收|牵头|说|同意|转来|转过来|借调|抽|派)/.test(
				rest,
			)
		)
			continue;
		if (/关系/.test(clause)) continue;
		if (/(?:要求|让我们|规定|通知)/.test(rest.slice(0, 6))) continue;
		return true;
	}
	return false;
}

const PARK =
	"园区|(?:文创|创意|数字|生态|孵化|电商)园|园(?=里|内)|产业园|科技园|工业园|创业园|软件园|物流园|楼宇|写字楼|大厦|商圈|商场|(?:专业|农贸|批发|建材|服装|小商品|水产|花卉|家具|五金|茶叶|电子)?市场(?!监管|主体)|步行街|商业街|商业综合体|众创空间|孵化器|街区|夜市|综合体|广场|商务区|特色小镇";
/** The park speaks for the small units in it. */
const ALL_UNITS = /(?:小微?企业|小公司|企业|公司|商户|摊位|小店|门店|店铺|单位|店家|商家|铺子|业主|入驻)/;

const IS_PARK = new RegExp(PARK);
const PARK_SPEAKS = new RegExp(
	`(?:园区|市场(?:方)?|楼宇|物业|管委会|商圈|写字楼|大厦|商场|街区|园方|我们(?:是)?(?:这个)?(?:${PARK})).{0,6}(?:想|要|牵头|统一|打算|准备|方|管)`,
);
const UNITS_OF_PARK = new RegExp(
	`(?:${PARK})(?:里|内|中|全部?|各).{0,12}(?:企业|公司|商户|店|摊位|单位|商家)`,
);

/** Whether a park, building or market asks for all its small units together. */
export function isCluster(text: string, mentions: readonly Mention[], several: boolean): boolean {
	if (!IS_PARK.test(text)) return false;
	if (
		/我们(?:公司|厂|店|企业|所|院|家|自己)|我司|本公司|我们(?:只|就)?(?:有)?[一二两三四五六七八九十\d]+(?:个|名)(?:正式)?党员|我们是(?:做|搞|开|一家)|(?:我|咱|俺)们?(?:厂|店)|本店|和我们|跟我们/.test(
			text,
		)
	)
		return false;
	const units =
		ALL_UNITS.test(text) && (several || /(?:里|内|中|入驻|全部?|各|每|沿街|小店|小微|零散)/.test(text));
	if (!units) return false;
	const small =
		/每家|各|分散|都不(?:到|足|够|满)|不足|不到|零散|零星|每户|一个两个|都只有|都才|没有一家|没一家|均不足|均不满/.test(
			text,
		);
	const sum =
		mentions.some((m) => m.total || m.each || m.firms !== null) || /合计|总共|一共|加起来|统计/.test(text);
	const speaks =
		PARK_SPEAKS.test(text) ||
		(UNITS_OF_PARK.test(text) && /合计|总共|一共|加起来|统计|全(?:园|楼|部)/.test(text));
	return sum && speaks && (small || several);
}

export function asOrgKind(outside: boolean, cluster: boolean): OrgKind | null {
	return outside ? "outside" : cluster ? "cluster" : null;
}
