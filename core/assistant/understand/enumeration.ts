/**
 * Members who are listed: 财务、行政各一名, 四名注会外加一名行政, 客服两个运营一个,
 * 我和会计. A list is read as its sum wherever it is said that those on it are members.
 */
import { readNumber } from "../../language/numerals.ts";
import { wordAt } from "./lexicon.ts";
import { WE } from "./parties.ts";
import { PERSON } from "./persons.ts";

/** A list in a text: where it stands and how many it names. */
export interface Enumeration {
	readonly start: number;
	readonly end: number;
	readonly sum: number;
}

const NUMBER =
	"((?:[一二两三四五六七八九十\\d]+(?:[名位人]|个(?!月|星期|礼拜|季|多|半))|[俩仨])|\\d+(?=$|[,。、党]|\\p{Script=Han}{1,8}\\d))";
const MEMBERS = "(?:的)?(?:正式)?(?:的)?党员";
const LABEL = "([\\p{Script=Han}a-z]{1,7}?)[中里]?";
const SEPARATOR = /(?:[、,]|和|跟|与|及|以及|还有|另有|另外|外加|(?:再)?(?:加|算)上?|再有)+/y;
const COUNTED = new RegExp(
	`${LABEL}(?:${MEMBERS})?(?:还有|各有|各|有|占了?|是|:)?${NUMBER}(${MEMBERS}(?!(?:就|只|有|是|才|也)*[一二两三四五六七八九十\\d俩仨]))?`,
	"uy",
);
const COUNT_FIRST = new RegExp(
	`${NUMBER}(?:${MEMBERS})?${LABEL}(?=$|[,。、和跟与及加外还再都全均也是有]|党员|[一二两三四五六七八九\\d俩仨])`,
	"uy",
);
const ONE_PERSON = new RegExp(`(?:${PERSON}|[a-z]{2,4}(?![a-z]))(?:这?当?[^,。、是都]{0,3}的)?`, "uy");
const BARE = /([\p{Script=Han}a-z]{1,7}?)(?=[、和跟与及])/uy;
const ALONE = /([\p{Script=Han}a-z]{2,6}?)(?:党员|也是)(?=$|[,。、])/uy;
const STARTS = new RegExp(
	`^|(?<=[,。、:])|(?<=党员(?:现在|目前|就|只|分别|还|也)*(?:有|是|为|占)?)|(?<=(?:只有|就是|${WE}(?:这儿?|这里)?|[咱我]家|里面|公司|[店厂]里|[段地目]上|统计下来|其中)(?:有)?)`,
	"g",
);
/** 党员散在五家，分别是2、1、1、2、1 */
const ONE_BY_ONE = /党员.*?分别(?:是|有|为)?:?(\d+(?:[、和]\d+)+)(?=$|[,。名个人])/;
/** What is said of a list that makes those on it members. */
const ARE_MEMBERS =
	/^,?(?:这?[几两三四五六七八九][个位]?人?|们)?(?:也|都|全|均|清一色|已经?)*(?:(?:是|系|为|算)(?:我们[^,。]{0,5}的)?(?:个)?(?:正式|老|转了?正)?(?:的)?(?:党员|正式)|转了?正)|^,?(?:都|全|均)党员|^,?党员(?:就|只|也就)*(?:有|是)?(?:[她他]们|这些|这几[个位])/;
/** 我是党员，徒弟大刘、二刘也都是: named persons, not a list of its own. */
const ALSO_ARE = /^也/;
const MEMBERS_BEFORE = /党员(?:分布|分别|情况|名单|初步|现在|目前|总共|一共|就|只|有|是|为|占|还|,|:)*$/;

/** The first list of members in the text; null when there is none. */
export function findEnumeration(text: string): Enumeration | null {
	for (const { index } of text.matchAll(STARTS)) {
		const list = listAt(text, index);
		if (
			list !== null &&
			!(ALSO_ARE.test(text.slice(list.end)) && /是(?:个|名)?(?:正式)?党员/.test(text.slice(0, index))) &&
			(list.members || ARE_MEMBERS.test(text.slice(list.end)) || MEMBERS_BEFORE.test(text.slice(0, index)))
		)
			return { start: index, end: list.end, sum: list.sum };
	}
	const sizes = ONE_BY_ONE.exec(text);
	if (!sizes?.[1]) return null;
	const end = sizes.index + sizes[0].length;
	const sum = sizes[1].split(/[、和]/).reduce((all, one) => all + Number(one), 0);
	return { start: end - sizes[1].length, end, sum };
}

interface Item {
	readonly end: number;
	/** Null: a name whose number follows further on (前台、后厨各一名). */
	readonly count: number | null;
	readonly each: boolean;
	readonly person: boolean;
	/** The number may be the size of the whole list. */
	readonly size: boolean;
	readonly members: boolean;
	/** 律师及助理中九名: the names before it are of the same group. */
	readonly group: boolean;
}

function listAt(text: string, start: number): { end: number; sum: number; members: boolean } | null {
	const items: Item[] = [];
	let at = start;
	let end = start;
	for (;;) {
		const item = itemAt(text, at, items.at(-1));
		if (item === null) break;
		// 党员两名，园长问过: what the next clause is about, no part of the list.
		if (item.person && items.length > 0 && text[at - 1] === "," && !items.at(-1)?.person) break;
		items.push(item);
		end = item.end;
		const separator = match(SEPARATOR, text, end);
		// 客服两个运营一个: nothing between them but the number.
		if (separator === null && (item.count === null || (item.person && !match(ONE_PERSON, text, end)))) break;
		at = end + (separator?.[0].length ?? 0);
	}
	const last = items.at(-1);
	if (items.length < 2 || last === undefined) return null;
	let sum = 0;
	// 张工、刘工、小孙三位: the size of the list.
	const size = items.slice(0, -1).every(isNamed) && last.size && last.count === items.length;
	if (size) sum = items.length;
	else
		for (const [place, { count, each }] of items.entries()) {
			if (each && count !== null) {
				let names = 1;
				while (isNamed(items[place - names])) names++;
				sum += names * count;
			} else if (items.slice(place).some((one) => one.each) && isNamed(items[place])) continue;
			else if (count === null && !items.slice(place).some((one) => one.group)) return null;
			else if (count === null) continue;
			else sum += count;
		}
	return { end, sum, members: items.some((one) => one.members) };
}

/** One that is named without a number. */
const isNamed = (one: Item | undefined) => one !== undefined && (one.count === null || one.person);

function itemAt(text: string, at: number, before: Item | undefined): Item | null {
	const person = match(ONE_PERSON, text, at);
	const counted = match(COUNTED, text, at);
	if (counted?.[1] && isName(counted[1]) && !counted[1].includes("党员")) {
		const each = counted[0].includes("各");
		return item(at, counted, counted[2], { each, size: !each });
	}
	// 财务党员、质检党员; 带班的也是
	const alone = match(ALONE, text, at);
	if (
		alone?.[1] &&
		isName(alone[1]) &&
		(before !== undefined || match(ALONE, text, at + alone[0].length + 1))
	)
		return {
			end: at + alone[0].length,
			count: 1,
			each: false,
			person: false,
			size: false,
			members: true,
			group: false,
		};
	if (person)
		return {
			end: at + person[0].length,
			count: 1,
			each: false,
			person: true,
			size: false,
			members: false,
			group: false,
		};
	const first = match(COUNT_FIRST, text, at);
	if (first?.[2] && isName(first[2]) && !PARTS.test(first[2]))
		return item(at, first, first[1], { each: false, size: false });
	const bare = match(BARE, text, at);
	if (bare?.[1] && isName(bare[1]) && (before === undefined || before.count === null || before.person))
		return {
			end: at + bare[0].length,
			count: null,
			each: false,
			person: false,
			size: false,
			members: false,
			group: false,
		};
	return null;
}

function item(
	at: number,
	found: RegExpExecArray,
	numeral: string | undefined,
	kind: Pick<Item, "each" | "size">,
): Item | null {
	const members = /党员/.test(found[0]);
	const group = /[中里](?:的)?(?:正式)?党员/.test(found[0]);
	const number = readNumber(numeral ?? "", 0);
	if (number === null || number.low !== number.high) return null;
	return { end: at + found[0].length, count: number.low, ...kind, person: false, members, group };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}

/** What is done or wanted, when, units and whole staffs: no names of some members. */
const NO_NAME =
	/^[当其]$|[想要说讲问找愿能可不没是在到了跟和同才也就都各离差还有这那几哪从变加减年月日期天退调走来带接收建干期名位一二两三四五六七八九十]|[院楼园街村]里|街上|公司|工期|完工|[店厂家户]$|[其当]中|里[面头]|中间|员工|职工|工人|民工|人[员手数]/;
/** 三个部门: how many parts there are. */
const PARTS = /^(?:部门|车间|班组|小组|项目|分公司|门店|网点|校区)$/;
/** Nothing in it has a meaning of its own in a count. */
function isName(label: string): boolean {
	if (/^[男女]的$/.test(label)) return true;
	return (
		[...label].every(
			(_, at) =>
				/^(?:staff|word|undefined)$/.test(`${wordAt(label, at)?.[1]}`) ||
				(wordAt(label, at)?.[1] === "filler" && (wordAt(label, at)?.[0] ?? "").length > 1) ||
				(label[at] === "的" && at === label.length - 1),
		) && !NO_NAME.test(label)
	);
}
