import type { Profile } from "../../formation/profile.ts";
import { readNumber } from "../../language/numerals.ts";

/** Asks for a way of doing something; 怎么办 does not, it asks what the facts lead to. */
export const ASKS_HOW =
	/怎么(?!办|样)|如何(?!是好)|咋(?!办|整|样)|怎样|流程|程序|手续|步骤|材料|多久|多长|什么时候|何时|几年|哪些|哪个|哪里|谁|为什么|为啥|什么意思|模板|范本/;

/** The sentence states a new total; then it is no addition. */
const STATES_TOTAL = /一共|总共|共有|合计|加起来|只剩|还剩|剩下|剩了|就剩|现在有|目前有|变成|达到|涨到/;

const PEOPLE = "(?:个|名|位|人)?";
const MORE = new RegExp(
	"(?:(?:又|再|还|另外|另|刚|新|新近)(?:能|可以|会)?(?:来|招|有|进|加|添|多|入职|转来|转进来|转入|调来|找到|发展)|" +
		"(?:来|招|添|加|增加|新增|多|转来|转进来|转过来|转入|调来|调进来|进来|入职|发展)(?=了)|再|多)(?:了|来|进来|过来|到|出)*",
	"g",
);
const FEWER = /(?:走|少|离职|辞职|离开|调走|转走|退休|减少|跳槽|走掉|调出|转出)(?:了|掉)*/g;
const LEFT_AFTER = new RegExp(
	`^${PEOPLE}(?:正式|预备)?(?:党员)?(?:要|会|都|已经|刚)?(?:走|离职|辞职|调走|转走|退休|离开|跳槽)`,
);

/** So many more or fewer members than before, and of which kind. */
interface Difference {
	readonly amount: number;
	readonly probationary: boolean;
}

/**
 * Reads how many members came or left: 再来一个正式党员呢, 又转来了两名, 走了4个.
 * @param text readable text
 * @param known facts so far; without a number of full members nothing can be added
 */
export function readDifference(text: string, known: Partial<Profile>): Partial<Profile> | null {
	if (ASKS_HOW.test(text) || STATES_TOTAL.test(text)) return null;
	const difference = find(text);
	if (!difference) return null;
	const { amount, probationary } = difference;
	if (probationary) return { probationary: Math.max(0, (known.probationary ?? 0) + amount) };
	const full = known.fullMembers ?? null;
	if (full === null) return null;
	const elsewhere = /关系.{0,6}(?:不在|在外|没转|没有转|未转|还在|在老家)/.test(text) && amount > 0;
	return {
		fullMembers: Math.max(0, full + amount),
		...(elsewhere ? { relationElsewhere: (known.relationElsewhere ?? 0) + amount } : {}),
	};
}

function find(text: string): Difference | null {
	for (const match of text.matchAll(MORE)) {
		const read = people(text, match.index + match[0].length);
		if (read) return { amount: read.count, probationary: read.probationary || match[0].includes("发展") };
	}
	for (const match of text.matchAll(FEWER)) {
		const read = people(text, match.index + match[0].length);
		if (read) return { amount: -read.count, probationary: read.probationary };
	}
	for (let at = 0; at < text.length; at++) {
		const number = readNumber(text, at);
		if (!number || number.low !== number.high) continue;
		const rest = text.slice(number.end);
		if (LEFT_AFTER.test(rest)) return { amount: -number.low, probationary: /^.{0,2}预备/.test(rest) };
		at = number.end;
	}
	return null;
}

/** A number of people at a place of the text: 一个, 两名预备党员, 俩. Money, months and companies are none. */
function people(text: string, at: number): { readonly count: number; readonly probationary: boolean } | null {
	const number = readNumber(text, at);
	if (!number || number.low !== number.high) return null;
	const rest = text.slice(number.end);
	if (!number.counted && !/^(?:个(?!月)|名|位|人)/.test(rest)) return null;
	if (/^(?:个)?(?:月|年|天|周|家|单位|公司|企业|项目|支部|积极分子|申请人|团员|群众)/.test(rest)) return null;
	if (
		/^(?:个|名|位)(?:积极分子|入党积极分子|申请人|入党申请人|团员|共青团员|群众|职工|员工|民主党派|发展对象)/.test(
			rest,
		)
	)
		return null;
	return { count: number.low, probationary: /^(?:个|名|位)?(?:是)?预备/.test(rest) };
}

/** Relations that were elsewhere and have arrived: 转好了, 他们的关系转过来了, 转过来1个. */
export function readTransfer(text: string, known: Partial<Profile>): Partial<Profile> | null {
	const elsewhere = known.relationElsewhere ?? 0;
	if (elsewhere === 0 || ASKS_HOW.test(text) || STATES_TOTAL.test(text)) return null;
	const arrived = /(?:转过来|转来|转进来|转入|转好|转完|办好|转到这里|转接好)(?:了|完)*/.exec(text);
	if (!arrived || /又|再|新来|没转|未转|不转|转不|能转|可以转|愿意转|没有转|会转/.test(text)) return null;
	const read = people(text, arrived.index + arrived[0].length);
	if (!read && !/了/.test(text)) return null;
	return { relationElsewhere: read ? Math.max(0, elsewhere - read.count) : 0 };
}

/** Reads that probationary members become full: 那预备转正了呢, 转正一个. */
export function readConversion(text: string, known: Partial<Profile>): Partial<Profile> | null {
	const probationary = known.probationary ?? 0;
	const full = known.fullMembers ?? null;
	if (probationary === 0 || full === null || !/转正|转为正式|变成正式/.test(text)) return null;
	if (ASKS_HOW.test(text) || /(?:没|未|没有|不能|还没)(?:能)?转正|要.{0,4}多|延长/.test(text)) return null;
	let count = probationary;
	for (let at = 0; at < text.length; at++) {
		const number = readNumber(text, at);
		if (!number) continue;
		const counted = number.counted || /^(?:个(?!月)|名|位|人)/.test(text.slice(number.end));
		if (counted && number.low === number.high) count = Math.min(number.low, probationary);
		break;
	}
	return { fullMembers: full + count, probationary: probationary - count };
}
