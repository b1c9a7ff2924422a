import type { OrgKind } from "../../formation/profile.ts";

/** Units governed by other regulations than those for 两新 organisations. */
const OUTSIDE =
	"国企|国有|央企|中央企业|国资(?:公司|企业|控股)?|市属(?:国企|公司|企业)|区属(?:国企|公司|企业|国有)|县属(?:国企|公司|企业)|省属(?:国企|公司|企业)|事业单位|公办(?:中心)?(?:学校|小学|中学|幼儿园|医院|高中|初中|大学|职校)?|公立(?:学校|小学|中学|幼儿园|医院|养老院|高中)?|机关单位|(?:乡镇|乡|镇|县|区)政?府(?=机关|办公室|的|$|[,。\\d一二三四五六七八九十里有想要])|机关党员|(?:区|县|市|省|乡|镇)(?:直|级)?(?:政府)?机关|(?:区|县|市|省)?(?:财政|税务|公安|教育|民政|卫健|司法|住建|交通|水利|农业农村|市场监管|城管|环保|生态环境|统计|审计|人社|工信|发改|应急管理)(?:局|委)|(?:市|区|县|省)[\\u4e00-\\u9fff]{0,5}局机关|(?:县|区|市|省)(?:第[一二三四五六]|中心)?人民医院|(?:县|区|市|省|镇|乡)(?:第[一二三四五六])?(?:中心)?(?:小学|中学|中医院|妇幼保健院|疾控中心|图书馆)|中心(?:小学|校|卫生院)|乡镇卫生院|卫生院|高校|(?:县|市|区)一中|派出所|法院|检察院|行政村|村(?:委会|两委|党支部|集体)|居民委员会|街道办事处|党政机关|部队|国营|农村信用社|烟草局|供电局|国有林场|国有农场|城投(?:公司)?|供销社";
const ANY_OUTSIDE = new RegExp(OUTSIDE, "g");
const PRIVATE = /民办|民营|私立|私营|非公|两新|外资|合资|社会组织|个体|混合所有制/;
const VILLAGE =
	/(?:我们|我|俺们?|本|咱们?)(?:们)?(?:是(?:一?个)?)?(?:行政)?村(?!口|头|边|旁|附近|里(?:让|开|说|同意|要|的公司)|民)(?!.{0,4}(?:合作社|企业|公司))/;

const ARE_PERSONS =
	/^(?:的)?(?:在职|退休|离休)?(?:老师|教师|教授|医生|医护|职工|干部|专家|人员|员工|退|兼|出来|过来)/;
const WE_ARE_PRIVATE =
	/(?:我们|我司|我|本公司|咱们?)(?:自己)?(?:是|属于|算)(?:一?家)?[^,。不]{0,4}(?:民企|民营|私企|民办|私营|私立|非公|合伙|外资)/;
const PRIVATE_CLAUSE =
	/(?:^|[,。])(?:我们|我)?(?:是)?(?:民办|民营|私营|私立|私企|民企)(?:的|性质的?)?(?=$|[,。])/;
const OF_THE_VILLAGE =
	/^(?:我们|俺们?|咱们?)?村里(?:想|要|打算|准备)[^,。]{0,4}支部|(?:^|[,。])(?:我们|俺们?|咱们?)?(?:这|这个)?村(?:里|上)的?(?:(?:党)?(?:支部|总支|党组织)(?![^,。]{0,4}(?:愿|说|同意|接|收|让|要把|带))|(?:现有|现|共有|共|一共|总共|有)?(?:正式)?党员(?=[\d一二两三四五六七八九十]))/;

/** `outside` only when the asker's own unit is meant; null when the text says nothing. */
export function readOutside(text: string): boolean {
	if (OF_THE_VILLAGE.test(text) && !/公司|企业|合作社|厂|店/.test(text)) return true;
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
		if (
			PRIVATE.test(clause + rest) ||
			(/^(?:办|开|投资|入股|控股|改制)?的?(?:民营)?(?:公司|企业|合作社|农场)/.test(rest) &&
				/村/.test(match[0]))
		)
			continue;
		if (
			WE_ARE_PRIVATE.test(text) ||
			PRIVATE_CLAUSE.test(text) ||
			/挂着?$/.test(clause) ||
			/^的(?:楼|房|厂房|地|场地|办公|物业|客户|项目(?!部(?=$|[,。党有是]))|工程|配套|供应商|业务|单子)|^(?:登记|注册|审批|批准?|备案|核准|发证)/.test(
				rest,
			)
		)
			continue;
		// 全是高校老师兼任, 系退休法医: what the members are, not what the unit is.
		if (/(?:全|都|均|多|部分|几个|系|来自)(?:是|为|系)?$/.test(clause) && ARE_PERSONS.test(rest)) continue;
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
	"园区|(?:文创|创意|物流|数字|生态|孵化|电商)园|园(?=里|内)|产业园|科技园|工业园|创业园|软件园|物流园|楼宇|写字楼|大厦|商圈|商场|(?:专业|农贸|批发|建材|服装|小商品|水产|花卉|家具|五金|茶叶|电子)?市场(?!监管|主体)|步行街|商业街|商业综合体|众创空间|孵化器|街区|夜市|物流园|档口|商务楼|楼里|楼内|整栋楼|市场里|综合体|广场|商务区|特色小镇|基地(?=入驻|里|内|管委会|管理|运营)";
/** The small units in it. */
const UNITS =
	/小微|企业|公司|商户|摊|店|单位|铺|业主|商家|经营户|档口|摊主|团队|初创|[\d一二两三四五六七八九十][户家]/;
const IS_PARK = new RegExp(PARK);
/** Who runs it asks. */
const MANAGER = new RegExp(
	`物业|楼长|这[栋幢]楼|街办|街道办?(?=[^,。]{0,3}[替给为]大家)|管委会|管理(?:员|处|办|部|方|公司|中心)|运营(?:方|中心|公司|部|商)|市场(?:方|想|要|打算|准备|牵头)|园方|街区|党群(?:服务)?中心|综合管理部|招商部|(?:园区|楼宇|商圈|写字楼|大厦|商场|孵化器|园)[^,。里内]{0,6}(?:想|要(?!求)|牵头|统一|打算|准备|方|管|统计|名义|怎么(?:组)?建)|我们(?:是)?(?:这个|一个)?(?:${PARK})`,
);
/** One organisation for all of them. */
const FOR_ALL =
	/统一|牵头|整个|整栋|整园|整楼|全(?:园|楼|场|市场|街)|归拢|合(?:在一起|起来|着|到一块|计|并)|名义|加(?:在)?一?[起块]|总共|一共|共\d|拢共|汇总|统计|加总|总数|(?:给|为|替)(?:大家|他们|入驻|沿街|商户|小|各)|一起建/;
/** The asker speaks for one firm in the park. */
const OWN_FIRM =
	/(?:我们|公司|自己)(?:要|想|能)?自己(?:单独)?建|(?:公司|店|厂)(?:就)?(?:在|开在|租在)|我们(?:公司|厂|店|企业|所|院|家|自己)|我司|本公司|我们(?:只|就)?(?:有)?[一二两三四五六七八九十\d]+(?:个|名)(?:正式)?党员|我们是(?:做|搞|开|一家)|(?:我|咱|俺)们?(?:厂|店)|本店|(?:和|跟|与|让|拉|要|邀请?|愿意)我们(?!园|楼|市场|商圈)|我们1名|同(?:一)?(?:个)?(?:园区|楼|栋|层)|隔壁/;

/** Whether a park, building or market asks for all its small units together. */
export function isCluster(text: string): boolean {
	return (
		IS_PARK.test(text) && UNITS.test(text) && MANAGER.test(text) && FOR_ALL.test(text) && !OWN_FIRM.test(text)
	);
}

export function asOrgKind(outside: boolean, cluster: boolean): OrgKind | null {
	return outside ? "outside" : cluster ? "cluster" : null;
}
