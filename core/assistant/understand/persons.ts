/**
 * Members who are named instead of counted: 我和会计都是正式党员, 党员：店长、两位合伙人,
 * 厂长是党员，他媳妇也是. Each person of a list is one; a numeral inside the list counts itself.
 */
import { readNumber } from "../../language/numerals.ts";

/** What a person is to the firm or to the asker. */
const TITLE =
	"老板娘?|店[长主]|会计师?|出纳|(?:[总副]|项目|部门|财务|人事|行政|销售|大堂|客房|车间|技术|市场)*(?:经理|总监|主管|主任|部长|专员|助理)|[厂园校院所社组班队站馆]长|法人|股东|合伙人|合伙的|搭档|师傅|徒弟|学徒|仓管|采购|库管|领班|人事|行政|客服|店员|护士长?|医生|大夫|药剂?师|保健医|[电焊木钳瓦技]工|工程师|设计师|程序员|律师|老师|教练|教务|后勤|厨师长?|收银员?|保安|门卫|看门的|保洁员?|司机|财务|文员|前台|秘书长?|副?会长|理事长|负责人|董事长|(?:财务|保洁)?(?:大姐|大哥)|同事|主播|员工";
const FAMILY =
	"[爸妈叔舅姑姨哥姐弟妹爷]|老爸|老妈|岳父|公公|媳妇|老婆|老公|爱人|丈夫|妻子|对象|儿子|女儿|父亲|弟弟|哥哥|妹妹|姐姐";
const HAN = "[\\u4e00-\\u9fff]";
/** 老李, 大刘, 王师傅, 陈总 */
const NAME = `(?:[老小大二阿](?![板家师公婆爸妈党厂牌年区店微企组学楼厦多半部伙])${HAN}|${HAN}(?:总|工|姐|哥|师傅|老师|经理|主任|会计|医生))`;
/** 技术部的, 看门的: what may stand before the name of a person. */
const OF = `[^,。、:和跟与及都也是有没不只就仅除连加算让说问找给为对从在党员\\d一二两三四五六七八九十]{0,4}?`;
/** One person: 会计, 我合伙人, 前台小李, 我. */
export const PERSON = `(?:(?:[我咱他她]们?家?的?)?(?:(?:${TITLE}|${FAMILY}){1,2}(?:${NAME})?(?:自己|本人)?|${NAME}(?=[和跟与、,都也是这]|$))|我(?![们司厂院校所店家公会]|这[儿里边家])(?:自己|本人|这个${HAN}{1,4})?)`;
const NUMBERED = `(?:另外|其他|还有)?(?:[一二两三四五六七八九\\d]+(?:个|名|位)|俩|仨)${HAN}{0,4}?`;
const AND = "(?:和|跟|与|及|、|还有|以及|再?加上?)";
const ITEM = `(?:${OF}${PERSON}|${NUMBERED})`;
/** Those of a list: 这几位, 这两位, 两人. */
const THOSE = "(?:,?这?[几两俩三四五][个位]?人?)?";
const ARE = `(?:也|都|全|均)*(?:已经?)?(?:(?:是|系|为)(?:个|名|一名)?(?:正式|老)?(?:的)?党员|入了?党(?:的)?)`;
const LIST = new RegExp(
	`(?<list>${ITEM}(?:${AND}${ITEM})+)${THOSE}(?:${ARE}|,?(?:也|都|全|均)+(?:是|系|为)党员)`,
);
const MEMBERS_ARE = new RegExp(
	`党员(?:嘛|呢)?(?:[:,]|就|只有|只|有|是|包括|分别|,)+(?<list>${OF}${PERSON}(?:算一个)?(?:(?:${AND}|,再有(?:就是)?|,还有)(?:${ITEM}))+|${OF}${PERSON}(?:${AND}${ITEM})+|${NUMBERED}(?:${AND}${ITEM})+)(?=[,。]|$)`,
);
const SINGLE = new RegExp(
	`${OF}${PERSON}(?:也|都|就)?(?:是|系)(?:个|名|一名)?(?:正式|老)?(?:的)?(?:党员|(?=$|[,。]))`,
	"g",
);
/** 除了我: the speaker is one of them. */
const BESIDES_ME = "除了?我(?:自己|本人)?(?:以外|之外|外)?,?(?:还有|另有)?";
const BESIDES_ME_THE_LIST = new RegExp(`${BESIDES_ME}${OF}$`);
const BESIDES_ME_ONE = new RegExp(`${BESIDES_ME}$`);
/** Between the items of a list. */
const BETWEEN = new RegExp(`,?(?:${AND}|再有(?:就是)?)`);
const HAS_NAME = new RegExp(NAME);
const IS_NAME = new RegExp(`^${NAME}$`);

/** Number of members in a list of persons; null when there is no such list. */
export function namedMembers(text: string): number | null {
	const those = MEMBERS_ARE.exec(text);
	if (those?.groups?.list) return countPersons(those.groups.list);
	const list = LIST.exec(text);
	const before = list ? text.slice(0, list.index) : "";
	const singles = [...text.matchAll(SINGLE)].filter(
		(match) =>
			!/(?:不|没有?|如果|是否)$/.test(text.slice(0, match.index)) &&
			!(list && match.index >= list.index && match.index < list.index + list[0].length),
	);
	if (list?.groups?.list) {
		const count = countPersons(list.groups.list);
		// 我是党员，徒弟大刘、二刘也都入了党
		const more = /也/.test(list[0]) ? singles.filter(({ index }) => index < list.index).length : 0;
		return count === null ? null : count + more + (BESIDES_ME_THE_LIST.test(before) ? 1 : 0);
	}
	// 我是党员，她不是
	const alone = singles.length > 0 && NOBODY_ELSE.test(text);
	const me = singles[0] && BESIDES_ME_ONE.test(text.slice(0, singles[0].index)) ? 1 : 0;
	if (alone || me > 0) return singles.length + me;
	return singles.length >= 2 && /也(?:是|系)/.test(text) && !/吗|是不是/.test(singles.at(-1)?.[0] ?? "")
		? singles.length
		: null;
}

const NOBODY_ELSE =
	/(?:[我咱](?:自己)?|其余|其他|别|剩下|余下|[他她]|老[婆公]|媳妇|员工|伙计)(?:的|人|[几两三四]个)*(?:里|中)?(?:都|全|也)?(?:不是|一个(?:也|都)(?:没有?|不是)|没有?一?[个人](?:也|都)?(?:不)?是|没人是)(?:党员)?(?=$|[,。的])|没(?:有)?别(?:的|人)(?:人|党员)?(?:了)?(?=$|[,。])|别的(?:就|都|也)?没(?:有)?了/;

/** Persons of a list; the size that is said at its end (三人) is no further person. */
function countPersons(list: string): number | null {
	let sum = 0;
	for (const item of list.split(BETWEEN)) {
		if (item === "") continue;
		const at = item.replace(/算一个$|一个$/, "").search(/[一二两三四五六七八九\d俩仨]/);
		const number = at < 0 ? null : readNumber(item, at);
		if (number && at > 0 && !/^(?:另外|其他|还有)/.test(item) && !HAS_NAME.test(item))
			return number.low === number.high ? number.low : null;
		// 二刘 is a name.
		const counts = at === 0 ? !IS_NAME.test(item) : /^(?:另外|其他|还有)/.test(item);
		sum += number && counts ? number.low : 1;
	}
	return sum;
}

const ONE_PROBATIONARY = new RegExp(
	`(?:除了?|只有|就|仅|唯独|唯有)(?:${PERSON}|[\\u4e00-\\u9fff]{1,3}?)(?:[一1]个人?|一人)?(?:还|尚)?(?:是|在|没|未)(?:处于)?(?:预备|转正)`,
);

/** 除了小王是预备，其他都是正式: one of those counted before. */
export function namesOneProbationary(text: string): boolean {
	return ONE_PROBATIONARY.test(text);
}
