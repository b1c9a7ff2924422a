/**
 * Numbers a text leaves to be worked out: what it says is replaced by the count that
 * follows from it, so that the grammar of counts reads one kind of sentence only.
 */
import { readNumber } from "../../language/numerals.ts";
import { corrected } from "./corrections.ts";
import { findEnumeration } from "./enumeration.ts";

const NUMBER = "([一二两三四五六七八九十俩仨\\d]+)(?:个|名|位)?";
const THOSE = "([^,。\\d一二两三四五六七八九十]{1,6}?)(?:里头?|中|里面|当中)?,?";
const ARE = "(?:是|为)(?:正式)?的?党员";
const SOMEBODY = "(?:[他她]|[老小阿][\\u4e00-\\u9fff]|[\\u4e00-\\u9fff][总工姐哥]|会计|老板|经理)";
/** 五个合伙人里只有一个不是党员, 四个股东除了我都是党员 */
const ALL_BUT = new RegExp(
	`${NUMBER}${THOSE}(?:(?:只有?|就|仅|有|唯独)+(?:我|${NUMBER}|${SOMEBODY})人?不${ARE}|除了?(?:我|${SOMEBODY}|${NUMBER}(?!人?(?:是|为)))[^,。]{0,3}(?:都|全|均)${ARE})`,
);
const SHARE =
	"(一半|半数|百分之[一二三四五六七八九十\\d]+|[一二两三四五六七八九十\\d]+(?:%|成|分之[一二三四五六七八九]))";
/** 四个合伙人一半是党员, 二十名员工，党员占四分之一 */
const SHARE_OF = new RegExp(
	`${NUMBER}${THOSE}(?:(?:有)?${SHARE}(?:都|就)?${ARE}|党员(?:刚好|正好)?占了?${SHARE})`,
);
/** 去年二十六个，今年翻了一番 */
const DOUBLED = new RegExp(`${NUMBER}(?:正式)?党员[^。\\d]*?翻(?:了)?(?:一?番|一?倍)`);
/** 新补的那个还是预备: one who came on top. */
const NEW_PROBATIONARY = /新[补来招进]的?(?:那|这)?[个位](?:还|才)?(?:是|在)预备(?:期|党员)?/;
const EARLIER = "(?:去年|前年|上个?(?:月|季度|半年)|年初|以前|之前|原来)";
const OTHERS = "(?:他们|他|人家|隔壁|对[门面]|楼[上下]|邻居|别)(?:家|那家|那边|店|公司|厂)?(?:的)?";
const COUNTED = `[^,。\\d一二两三四五六七八九十]{0,8}${NUMBER}`;
/** 去年才1个，今年比去年多了俩; 隔壁三名，我们比他家还多俩 */
const COMPARED = [EARLIER, OTHERS].map(
	(base) =>
		new RegExp(
			`(${base}${COUNTED}(?:正式)?(?:党员)?[^。]*?)比${base}(?:还|又|要)?([多少])(?:了|出)?${NUMBER}`,
		),
);
/** 跟隔壁一样多, 比去年少了8个: says nothing of how many, nor of who is willing. */
const AS_MANY = new RegExp(
	`(?:跟|和|与)${OTHERS}(?:都)?(?:一样|差不多|持平|相同)多?|比(?:${EARLIER}|${OTHERS})(?:还|又|要)?[多少](?:了|出)?${NUMBER}`,
	"g",
);
/** 3名在职2名退休; 其中1名已退休: who works here counts. */
const AT_WORK = new RegExp(
	`(?:${NUMBER}(?:党员)?在职(?:的)?(?:党员)?[,、]?(?:另有|还有)?${NUMBER}(?:已经?)?退休(?:的)?(?:党员)?|在职(?:的)?(?:党员)?${NUMBER}[,、和]?退休(?:的)?(?:党员)?${NUMBER})(?!返聘)`,
);
const RETIRED = new RegExp(`(${NUMBER})(?:党员)?(?:已经?|刚|去年|今年)退休(?:了)?(?!返聘|后|回来|又|还)`);
/** 总部6名，我们分公司2名, 分公司怎么建: asks for the smaller unit alone. */
const FOR_BRANCH_OFFICE =
	/我们(?:是)?(?:分公司|分店|门店)|(?:分公司|分店|门店)(?:怎么|咋|如何|能|可以|该|单独|自己)[^,。]{0,6}建/;
const HEAD_OFFICE = new RegExp(`(?:总部|总公司|总店|母公司)(?=(?:那边|正式|党员|有|是|:)*${NUMBER})`);
/** 三个车间党员各20名, 三层楼每层都有两名党员: parts of one unit. */
const EACH_PART = new RegExp(
	`${NUMBER}(?:间|处|条|层|家)?(?:驻外|外地|外省)?(车间|部门|分厂|厂区|校区|院区|班组?|科室?|小组|组|站点?|网点|仓库|生产线|楼层|楼|项目组|办公室|片区|分部|[子分]公司|门店|分店|店)[^,。\\d一二两三四五六七八九十家]{0,4}?,?(?:正式)?(?:党员)?(?:都|均)?(?:每(?:一)?(?:个|间|层|处|条)?(?:车间|部门|厂区|校区|院区|班组?|科室|小组|组|站点?|楼|门店|分店|店)?|各(?:自)?)(?:都|均|也|里|上|分别)*(?:有|是|配)?${NUMBER}((?:正式)?(?:党员)?)`,
);
/** Shops side by side are units of their own unless one firm owns them. */
const OF_ONE_FIRM = /(?:我们|咱们?|本|一[个家])(?:公司|企业|厂|集团)|一张(?:营业)?执照|连锁|直营/;

/** 另两家一家没有一家三个 */
const ONE_AND_ONE = new RegExp(`一家(没有|${NUMBER}),?(?:另)?一家(没有|${NUMBER})(?:党员)?`);

/** 两家公司合并以后: one firm now. */
const MERGED = /[两三2-3]家(?:公司|企业|厂子?|单位)?[^,。\d]{0,3}?合?并(?=以?后|之后|了|成一?家|成了)/g;
/** 每家不是一个就是两个: a range, nothing denied. */
const ONE_OR_TWO = /不是(?:一|1)[个名位]就是(?:两|2)[个名位]/g;

/** 加上还在预备期的小陈，党员才三个 */
const WITH_ONE_IN_PROBATION = new RegExp(
	`(?:加上|算上|连上?|带上)[^,。\\d]{0,10}?(?:预备|没转正|才转正)[^,。\\d]{0,8}?,?(?:党员)?(?:一共|总共|也就|才|就|拢共|共)+(?:有|是)?${NUMBER}(?:党员)?`,
);
/** 连三个党员都凑不到 */
const NOT_EVEN = new RegExp(
	`连(?![一1半][个名位])${NUMBER}(?:正式)?(?:党员)?都(?:还)?(?:凑不|不到|不够|没有?|不满)[^,。]{0,2}`,
);

/** The text with the counts that follow from it in place of what they follow from. */
export function workedOut(text: string): string {
	let result = corrected(text)
		.replace(MERGED, "公司合并")
		.replace(ONE_OR_TWO, "一两个")
		.replace(/没有?(?:一家|一个|哪家|谁|人)(?:说)?不(?:愿意?|同意|肯|赞成|乐意)(?:的)?/g, "都愿意")
		.replace(WITH_ONE_IN_PROBATION, "党员共$1名其中预备党员一名")
		.replace(NOT_EVEN, "党员不到$1名")
		.replace(
			ONE_AND_ONE,
			(all, _1: string, one: string | undefined, _2: string, other: string | undefined) => {
				const sum = (one ? exact(one) : 0) + (other ? exact(other) : 0);
				return one && other ? all : `共${sum}名党员`;
			},
		)
		.replace(/(?:不是|并非|也不是)不(?:能|可以|让|肯|愿意?)(?=转|迁|挪)/g, "能")
		.replace(/,?没(?:有)?(?:人)?说(?:过)?不(?:能|可以|让)[转迁挪][^,。]{0,3}/g, "")
		.replace(EACH_PART, (all, parts: string, what: string, each: string, whom: string) => {
			const sum = exact(parts) * exact(each);
			if (!(sum > 0) || (what.endsWith("店") && !OF_ONE_FIRM.test(text))) return all;
			return `${sum}名${whom.includes("正式") ? "正式" : ""}党员`;
		})
		.replace(ALL_BUT, (all, whole: string, who: string, few?: string, other?: string) =>
			counted(all, who, exact(whole), -exact(few ?? other ?? "一")),
		)
		.replace(SHARE_OF, (all, whole: string, who: string, one?: string, other?: string) =>
			counted(all, who, exact(whole) * fraction(one ?? other ?? ""), 0),
		);
	for (const compared of COMPARED)
		result = result.replace(compared, (all, before: string, base: string, way: string, more: string) => {
			const sum = exact(base) + (way === "多" ? 1 : -1) * exact(more);
			return sum >= 0 ? `${before}我们现在有${sum}名党员` : all;
		});
	result = result.replace(NEW_PROBATIONARY, "另有一名预备党员");
	const doubled = DOUBLED.exec(result);
	if (doubled?.[1]) result = result.replace(DOUBLED, `${doubled[0]},现在${2 * exact(doubled[1])}名党员`);
	if (FOR_BRANCH_OFFICE.test(result)) result = result.replace(HEAD_OFFICE, "别家");
	return addedUp(
		result
			.replace(AS_MANY, "")
			.replace(
				AT_WORK,
				(_, some?: string, _retired?: string, others?: string) => `现在${some ?? others}名党员`,
			)
			.replace(RETIRED, "$1走了"),
	);
}

function exact(numeral: string): number {
	const number = readNumber(numeral, 0);
	return number !== null && number.low === number.high ? number.low : Number.NaN;
}

/** 一半, 三分之一, 40%, 四成 */
function fraction(share: string): number {
	if (share.includes("半")) return 1 / 2;
	const [under, over] = share.split("分之");
	if (over !== undefined) return exact(over) / (under === "百" ? 100 : exact(under ?? ""));
	return exact(share) / (share.endsWith("%") ? 100 : 10);
}

function counted(all: string, who: string, whole: number, change: number): string {
	// 30 × 1/3 is not quite 10 in binary.
	const rest = Math.round(1e6 * (whole + change)) / 1e6;
	return Number.isInteger(rest) && rest > 0 ? `${rest}名${who}是党员` : all;
}

/** A list of members as their sum. */
function addedUp(text: string): string {
	const list = findEnumeration(text);
	if (list === null) return text;
	const before = text.slice(0, list.start).replace(/:$/, "");
	const after = text.slice(list.end);
	// 前台一名、仓库一名，都是正式党员: said of them afterwards.
	const said = /^,(?:都|全|均|侪)/.test(after) ? "党员" : "";
	const members = text.slice(list.start, list.end).match(/(?:正式(?:的)?)?党员/)?.[0] ?? said;
	return `${before}${list.sum}名${members}${after}`;
}
