/**
 * Members who are named instead of counted: 我和会计都是正式党员, 老板和两个经理是党员.
 * Each person of a list is one; a numeral inside the list counts itself.
 */
import { readNumber } from "../../language/numerals.ts";

/** What a person is to the firm or to the asker. */
const ROLE =
	"[爸妈叔舅姑姨哥姐弟妹爷]|老爸|老妈|岳父|公公|老板娘?|店长|店主|会计|出纳|(?:总|副总|项目|部门)?经理|厂长|园长|校长|院长|所长|主任|法人|股东|合伙人|合伙的|搭档|师傅|徒弟|学徒|(?:媳妇|老婆|老公|爱人|丈夫|妻子|对象|儿子|女儿|父亲|爸|妈|弟弟|哥哥|妹妹|姐姐)|社长|仓管|采购|库管|主管|领班|[组班队]长|人事|行政|客服|店员|护士长|教务|后勤|(?:财务|保洁)?(?:大姐|大哥)|财务|文员|前台|秘书长?|副?会长|负责人|董事长|总监|同事|厨师长?|收银员?|保安|门卫|保洁员?|司机|[\\u4e00-\\u9fff][总工姐哥]|[老小][\\u4e00-\\u9fff](?=[和跟与、,都也是])|员工";
/** One person: 会计, 我合伙人, 我. */
export const PERSON = `(?:(?:[我俺咱]们?家?的?)?(?:${ROLE})|[我俺](?![们司厂院校所店家公会]|这[儿里边家个])(?:自己|本人)?)`;
const SOME =
	"(?:另外|其他|还有)?(?:[一二两三四五六七八九\\d]+(?:个|名|位)|俩|仨)(?:员工|同事|经理|老师|师傅|司机|合伙人|股东|伙计|店员|骨干|技术员|服务员|[\\u4e00-\\u9fff]{0,3})";
const AND = "(?:和|跟|与|及|、|还有|以及|加上?)";
const LIST = new RegExp(
	`(?:${PERSON}(?:${AND}(?:${PERSON}|${SOME}))+|${SOME}(?:${AND}${PERSON})+)(?:两人|俩人?|[两三四五]个人?)?(?:都|全|均|也都)?(?:已)?(?:是|系|为)(?:个)?(?:正式|老)?(?:的)?(?:中共)?党员`,
);
const THOSE = new RegExp(`党员(?:就|只有|有|是|,)+(?:${PERSON})(?:${AND}(?:${PERSON}|${SOME}))+`);
const SINGLE = new RegExp(
	`${PERSON}(?:自己|本人)?(?:也|都|就)?(?:是|系)(?:个|名|一名)?(?:正式|老)?(?:的)?(?:中共)?(?:党员|(?=$|[,。]))`,
	"g",
);

/** Number of members in a list of persons; null when there is no such list. */
export function namedMembers(text: string): number | null {
	// 党员就我和另外两个伙伴
	const those = THOSE.exec(text);
	if (those) return countPersons(those[0].replace(/^党员[^我]*/, ""));
	const list = LIST.exec(text);
	if (list) return countPersons(list[0].slice(0, list[0].search(/(?:都|全|均|也都)?(?:已)?(?:是|系|为)/)));
	// 我是党员，会计也是党员: said one by one.
	const singles = [...text.matchAll(SINGLE)].filter(
		(match) => !/(?:不|没有?|如果|是否)$/.test(text.slice(0, match.index)),
	);
	// 我是党员，她不是
	if (singles.length > 0 && NOBODY_ELSE.test(text)) return singles.length;
	return singles.length >= 2 && /也(?:是|系)/.test(text) && !/吗|是不是/.test(singles.at(-1)?.[0] ?? "")
		? singles.length
		: null;
}

const NOBODY_ELSE =
	/(?:[我俺咱](?:自己)?|其余|其他|别|剩下|余下|[他她]|老[婆公]|媳妇|员工|伙计)(?:的|人|[几两三四]个)*(?:里|中)?(?:都|全|也)?(?:不是|没有?一?[个人](?:也|都)?(?:不)?是|没人是)(?:党员)?(?=$|[,。的])/;

/** Persons of a list; the size that is said at its end (三人) is no further person. */
function countPersons(list: string): number | null {
	let sum = 0;
	for (const item of list.split(new RegExp(AND))) {
		if (item === "") continue;
		const at = item.search(/[一二两三四五六七八九\d俩仨]/);
		const number = at < 0 ? null : readNumber(item, at);
		if (number && at > 0 && !/^(?:另外|其他|还有)/.test(item))
			return number.low === number.high ? number.low : null;
		sum += number ? number.low : 1;
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
