import { normalize } from "../../language/normalize.ts";

/**
 * Homophones and slips of phone keyboards, in the places where only one
 * reading makes sense. Order matters: longer patterns come first.
 */
const SLIPS: readonly (readonly [RegExp, string])[] = [
	[/廿/g, "二十"],
	[/上百(?:来)?号(?![人楼员])/g, "一百多名"],
	[/上百(?=[名个号位人]|党员)/g, "一百多"],
	[/百好几十/g, "百多"],
	[/个把(?=[,。]|党员|正式|人|$)/g, "一两个"],
	[/卅/g, "三十"],
	[/光杆司令|光杆一个|孤家寡人/g, "人"],
	[/(?:一根)?独苗苗?/g, "一个党员"],
	[/(?:具?有|是)(?:中共)?党员身份/g, "是党员"],
	[
		/([\d一二两三四五六七八九])[个名]?正(?:式)?,?([\d一二两三四五六七八九])[个名]?预(?!备)/g,
		"$1名正式$2名预备",
	],
	[/予备/g, "预备"],
	[/党[圆园源远元缘圓原]/g, "党员"],
	[/[档挡裆](?=员)/g, "党"],
	[/正[是试事视](?=党员)/g, "正式"],
	[/预[被倍背]/g, "预备"],
	[/党[只枝知之直织][部步]/g, "党支部"],
	[/(?<!组)织部/g, "支部"],
	[/支[步布](?!置)/g, "支部"],
	[/组[只支识职]关系/g, "组织关系"],
	[/组[只支识职](?=$|[,，。?？吗])/g, "组织"],
	[/[积籍][极级集]分子/g, "积极分子"],
	[/([\d一二两三四五六七八九十几])(?:明|铭|民)(?=$|[\s,，。?？]|党|正式|预备|都|也|同志)/g, "$1名"],
	[/([\d一二两三四五六七八九十几])各(?=党员|正式|预备)/g, "$1个"],
	[/成[力利里](?=[党支组])/g, "成立"],
	// 党员从130掉到70了: so many members then, so many now.
	[/(?<=党员[^,。\d]{0,4}从)(\d+)(?:名|个|人)?([^,。\d]{0,3}[到成])(\d+)(?=[了,。]|$)/g, "$1名$2$3名"],
	[/挂[考拷]/g, "挂靠"],
	[/连合|联和(?=支部|党)/g, "联合"],
	[/书[计纪](?!检)/g, "书记"],
	[/换[界戒]/g, "换届"],
	[/台帐|抬账/g, "台账"],
	[/(?<=[批答回])覆/g, "复"],
	[/复盖/g, "覆盖"],
	[/覆[该概]/g, "覆盖"],
	[/(?<=预备.{0,6})转证/g, "转正"],
	[/著(?=[,，。]|$)|(?<=[挨靠跟带随等看说做放守])著/g, "着"],
];

/** Words of dialects, where the grammar knows another. */
const DIALECT: readonly (readonly [RegExp, string])[] = [
	[/依家|而家|这歇/g, "现在"],
	[/一[齐道]/g, "一起"],
	[/点样|哪能(?=[办建弄搞])/g, "怎样"],
	[/(?:只?剩)?得返/g, "只剩"],
	[/(?<=^|[,，。 呢间店厂司我])得(?=[一二两三四五六七八九十\d]+[个名])/g, "只有"],
	[/[佔](?=[一二两三四五六七八九十\d])/g, "占"],
	[/仲(?=做|可|能|要|得|系|有)/g, "还"],
	[/我哋|阿拉|吾伲/g, "我们"],
	[/佢哋|伊拉/g, "他们"],
	[/侪(?=是|系|有|没)/g, "都"],
	[/呢间/g, "这家"],
	[/隔[篱籬]/g, "隔壁"],
	[/敝(?=公司|厂|店|司|校|院|所)/g, "我们"],
];

/** Words of one meaning; the grammar knows one of them. */
const SAME: readonly (readonly [RegExp, string])[] = [
	[/(?:中国共产党|中共|共产)(?=(?:正式|预备)?党员)/g, ""],
	[/(?<!截至|到)(?:目前|眼下|如今|现如今|当前|这会儿)(?!为止)/g, "现在"],
	[/咱们|俺们|咱(?![俩仨])/g, "我们"],
	[/俺/g, "我"],
];

/** Words of mixed Chinese and English speech. */
const LATIN: readonly (readonly [RegExp, string])[] = [
	[/(?:cpc|ccp)\s+members?/g, "党员"],
	[/(?:cpc|ccp)\s+/g, ""],
	[/probationary(?:\s+party)?(?:\s+members?)?/g, "预备党员"],
	[/full(?:\s+party)?\s+members?/g, "正式党员"],
	[/party\s+members?/g, "党员"],
	[/(?:party\s+)?branch(?:es)?/g, "支部"],
	[/party\s+(?:organi[sz]ation|org)/g, "党组织"],
	[/start-?up|company|firm/g, "公司"],
	[/(?:can|could|may)\s+(?:we|i)/g, "能"],
	[/set\s*up|establish|create/g, "成立"],
	[/(?:we|i)\s+have/g, "我们有"],
	[/(?<![a-z])no\s+(?=党员|正式|预备)/g, "没有"],
	[/(?<![a-z])all\s+(?=正式|预备|党员)/g, "都是"],
	[/(?<![a-z])in\s+(?:our|my)\s*/g, "在我们"],
	[/(?<![a-z])(?:our|my)\s+/g, "我们"],
];

/** 嗯, 那个: nothing said yet; 党员是，嗯，五个. */
const HESITATION =
	/(?<=^|[,。])(?:嗯+|呃+|额+|啊|那个|这个|就是说|怎么说呢),|(?<=[是有]),(?=(?:嗯|呃|额)?,?[一二两三四五六七八九十\d]+[个名位])/g;

/** What characters are set apart with, and the places where they could be. */
const APART = /(?<=\p{Script=Han})[ ·•.\-_*|/~+](?=\p{Script=Han})/gu;
const TOGETHER = /(?<=\p{Script=Han})(?=\p{Script=Han})/gu;
/** So many characters set apart are no typography. */
const FEW = 4;

/** 张 三 是 不 是 党 员, 张-三-是-不-是: characters set apart one by one are put together. */
function closeUp(text: string): string {
	const apart = text.match(APART)?.length ?? 0;
	if (apart < FEW || apart < 2 * (text.match(TOGETHER)?.length ?? 0)) return text;
	return text.replace(APART, "");
}

/**
 * The text as the grammar reads it: normalised, slips mended, mixed English
 * turned into Chinese, spaces removed where they carry no meaning.
 */
export function readable(text: string): string {
	let result = closeUp(normalize(text).replace(/\s+/g, " ").trim())
		.split(/(?<=[。！？!?;；])/)
		.map((sentence) => separated(sentence.trim()))
		.join("");
	if (/[a-z]/.test(result)) {
		for (const [pattern, chinese] of LATIN) result = result.replace(pattern, chinese);
		result = result.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "");
	}
	for (const [pattern, mended] of [...SLIPS, ...DIALECT, ...SAME]) result = result.replace(pattern, mended);
	return punctuated(
		result
			// 只有个预备党员: one.
			.replace(
				/(只有|就有|仅有|才有|有|就|[多来添加招进]了|转来|转进来?)([个名])(?=(?:正式|预备|中共|老)?(?:的)?党员|预备|正式)/g,
				"$1一$2",
			)
			.replace(/(?<=[\da-z\p{Script=Han}]) (?=[\da-z\p{Script=Han}])/gu, "")
			.replace(/(?<=\p{Script=Han})\s*[=＝]\s*(?=\d)/gu, ":")
			// 党员103人(含预备8人): an aside is a clause of its own.
			.replace(
				/\((?=(?:正式|预备)(?:党员)?[\d一二两三四五六七八九十]|含|不|另|其中|包|内|里)|\)(?![,。;]|$)/g,
				",",
			)
			.replace(/[()（）“”"]/g, "")
			.replace(/[，；]/g, ",")
			.replace(/：/g, ":")
			.replace(/[。！？!?;\n]/g, "。")
			.replace(HESITATION, "")
			.replace(/(?<=[\p{Script=Han}\d]{2})[嘛哈呗咯噻喔哟]+(?=[,。])/gu, ""),
	);
}

/** Words that begin a clause of their own when nothing else separates it. */
const OPENERS =
	/(?<=.{3})(?<![,。和跟与同给让把在由从对光只就仅说喊叫请邀拉连朝向往被比])(?=(?:(?<!党)员工|职工|工人|我们(?!这|的|公司|自己|单位|家)|咱们(?!这|的)|其中|另有|另外|隔壁|对门|楼[上下](?!的|那)|周边|附近|(?<!支部|总支|党委)(?:目前|现在(?!的)|如今|合计|一共|总共)|但|可是|不过(?!来)|(?<!但|了|转|名|个|的)组织关系|(?<!组织|没|的|有|但|了|转|名|个)关系(?!到|怎么|如何)|(?<![名个位])(?:积极分子|入党积极分子|共青团员|(?<!共青)团员)|(?<!中共|[名个位式备的计共有])(?:正式|预备)?党员(?:总数)?(?=[\d一二两三四五六七八九十])|(?<=[名个位人月天元万])[\d一二两三四五六七八九十]+(?:名|个(?!月)|位|人)|其余|剩下的|转不(?:过来|了)|(?<!从|还)没(?:有)?建过|从没|还没(?:有)?(?:建|组织|支部)|第一次建|(?<=[名个位])能(?=转|建)|(?<!这|那|一|哪|几|两|三)家都|加起来|之前|从来|首次|至今|每家|各家|社区|街道|协会|商会|龙头|工期|想(?:建|成立|单独|搞|弄|自己|一起)|能(?:不能|否|建|成立|单独|弄|搞|办|组)|可以(?:建|成立|单独)|下一步(?!怎么走)|怎么(?:建|办|组建|弄)|咋(?:建|办|弄|整)|够(?:不够|条件)|要不要|用不用|是否|该(?:建|怎么|咋|如何)))/g;
/** A stretch as long as this without a mark is several clauses. */
const LONG = 17;

/** Separates the clauses of stretches too long for one. */
function punctuated(text: string): string {
	return text.replace(/[^,。、]+/g, (clause) =>
		clause.length < LONG ? clause : clause.replace(OPENERS, ","),
	);
}

/**
 * Spaces as people use them: beside a digit or Latin word with a space on both sides
 * (有 3 个) they are typography, between all words (能 成立 支部 吗) they mean nothing,
 * elsewhere they stand for a comma.
 */
function separated(text: string): string {
	if (!text.includes(" ")) return text;
	const words = text.split(" ");
	const average = (text.length - words.length + 1) / words.length;
	if (words.length > 3 && average < 3 && !/[a-z]/.test(text)) return words.join("");
	return text.replace(
		/(?<=\p{Script=Han}) (?=\p{Script=Han})|(?<=[^\d\s有共约是为到剩余计达员备式数名近超:a-z]) (?=\d+\p{Script=Han})/gu,
		",",
	);
}
