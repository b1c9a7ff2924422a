import { type Bounds, either, inBand, minus, plus } from "./bounds.ts";
import type { Mention } from "./mentions.ts";
import { isArriving, isProspect } from "./prospect.ts";
import { type Account, close, convert, NOBODY, type State } from "./settle.ts";

/**
 * Keeps the account of one unit's members: counts as they are stated, those who left,
 * came or became full members. A later 现在 holds whatever was said before; two counts
 * that contradict each other leave the number open between them.
 * @param mentions counts of the unit's own members, in the order of the text
 */
export function keepAccount(mentions: readonly Mention[], text: string): Account {
	let state: State = empty();
	let last: Mention | null = null;
	for (const mention of mentions) {
		// 原来两个预备一个正式: both were then.
		const then =
			last?.time === "past" && last.clause === mention.clause && mention.time === "now" && !mention.current;
		const entered: Mention = then ? { ...mention, time: "past" } : mention;
		state = enter(state, entered, text);
		last = entered;
	}
	convert(state, text);
	return close(state, text);
}

function empty(): State {
	return {
		members: null,
		full: null,
		probationary: null,
		part: null,
		past: true,
		parts: false,
		arrived: null,
	};
}

function enter(state: State, mention: Mention, text: string): State {
	// 要是能再招一名, 一名下月入职: not here yet.
	if (isArriving(text, mention)) return state;
	if (mention.time === "left" || mention.time === "joined") return change(state, mention, text);
	if (mention.time === "past") {
		// Said after the present count: an explanation of how it was before.
		return state.past ? { ...record({ ...state }, mention, text), past: true } : state;
	}
	const fresh =
		mention.part === null &&
		mention.role !== "probationary" &&
		(mention.current ||
			(state.past && ONLY.test(text.slice(0, mention.start))) ||
			(state.past && !mention.total && !isDetail(state, mention)));
	const base = fresh
		? {
				...empty(),
				probationary: mention.current && !state.past ? state.probationary : null,
				part: state.part,
			}
		: { ...state };
	return { ...record(base, mention, text), past: false };
}

/** 以为三个，才两个 */
const ONLY = /(?:才|只有?|其实|实际)(?:有|是)?$/;

/** 其中两个…, 有9个想建: says something about those counted before. */
function isDetail(state: State, mention: Mention): boolean {
	return mention.bare && (state.members ?? state.full) !== null;
}

function record(state: State, mention: Mention, text: string): State {
	const { role, part } = mention;
	const count: Bounds = { low: mention.low, high: mention.high };
	if (role === "probationary") {
		if (state.probationary === null)
			return { ...state, probationary: count, part: part ?? (isSubset(mention, text) ? "among" : null) };
		return part === "besides" ? { ...state, probationary: plus(state.probationary, count) } : state;
	}
	if (role === "full") {
		// 其中两名去年才转正: says when, not how many.
		if (part === "among" && JUST_CONVERTED.test(text.slice(mention.start, mention.end))) return state;
		// 老党员两名加新转正的一名
		if (state.full === null && state.members !== null && ADDED.test(text.slice(0, mention.start)))
			return { ...state, members: plus(state.members, count) };
		if (state.full === null) return { ...state, full: count };
		if (part === "besides") return { ...state, full: plus(state.full, count) };
		return { ...state, full: agree(state.full, count, mention, text) };
	}
	const known = state.members ?? state.full;
	if (known === null) return { ...state, members: count, parts: isPart(mention, text) };
	if (part === "among") return state;
	const key = state.members === null ? "full" : "members";
	if (mention.total) return total(state, count);
	if (part === "besides") return { ...state, [key]: plus(known, count) };
	if (state.parts && isPart(mention, text)) return { ...state, [key]: plus(known, count) };
	// 分别是1名、1名、2名
	if (mention.bare && LISTED.test(text.slice(0, mention.start)))
		return { ...state, [key]: plus(known, count) };
	if (mention.bare) {
		// 超过百名了，120名: the exact number explains the vague one.
		const explains = known.low !== known.high && count.low === count.high && count.low >= known.low;
		return explains ? { ...state, [key]: count } : state;
	}
	if (key === "full") return { ...state, members: count };
	return { ...state, members: agree(known, count, mention, text) };
}

/** 加起来5名 after its parts says nothing new; alone it is the number. */
function total(state: State, count: Bounds): State {
	const full = state.full ?? state.members;
	const sum = full && state.probationary && state.part !== "among" ? plus(full, state.probationary) : full;
	if (full === null || sum === null) return { ...state, members: count };
	if (sum.low === count.low || full.low === count.low) return state;
	// 正式党员2名、积极分子3名，加起来5个: the sum counts others too.
	if (state.full !== null)
		return count.low > state.full.low && state.probationary === null ? state : { ...state, members: count };
	return { ...state, members: count };
}

/** The same number again, an exact one for a vague one, or a contradiction. */
function agree(known: Bounds, count: Bounds, mention: Mention, text: string): Bounds {
	if (count.low >= known.low && count.high <= known.high) return count;
	if (known.low >= count.low && known.high <= count.high) return known;
	if (isPart(mention, text) || mention.part === "among") return known;
	const both = either(known, count);
	return inBand(both) === null ? both : known;
}

function change(state: State, mention: Mention, text: string): State {
	// 下个月要走一个: not yet.
	if (isProspect(text, mention.start)) return state;
	const sign = mention.time === "left" ? minus : plus;
	const count: Bounds = { low: mention.low, high: mention.high };
	if (mention.role === "probationary") {
		const probationary = sign(state.probationary ?? NOBODY, count);
		return { ...state, probationary, part: state.probationary === null ? "besides" : state.part };
	}
	const key = state.full !== null ? "full" : "members";
	const known = state[key];
	// 今年走了一个, 新来两个: from how many, to how many is not known yet.
	if (known === null) {
		const arrived = mention.time === "joined" ? plus(state.arrived ?? NOBODY, count) : state.arrived;
		return { ...state, arrived };
	}
	return { ...state, [key]: sign(known, count), past: false };
}

const ADDED = /加上?[^,。\d一二两三四]{0,8}$/;
const LISTED = /分别(?:是|有|为)?[^,。]*、$/;
const JUST_CONVERTED = /(?:才|刚|[去今前]年|上个?月|最近|月份?)[^,。]{0,4}转/;

/** 有2个还是预备, 1名没转正: said of those counted before. */
function isSubset(mention: Mention, text: string): boolean {
	return /是|还|没|未|有|期/.test(text.slice(Math.max(0, mention.start - 3), mention.end));
}

/** 研发部4名党员、市场部2名党员, 男党员两个女党员两个: parts of one unit add up. */
function isPart(mention: Mention, text: string): boolean {
	return /(?:[男女老新]|年轻|青年|中年|年长|资深|[一二三四五六七八九\d]号?[楼层]|总部|本部|[总分]厂|[总分]店|[总分]公司|[东南西北新老]区|行政|财务|销售|技术|生产|研发|市场|后勤|律师|教师|老师|医生|护士|司机|部|科|车间|[班小]组|班|前厅|后厨|厨房|大堂|室|站|门店|分店|分公司|办公室|生产线|队|校区|院区|总部|厂区|仓库|中心|办事处)(?:这边|那边)?(?:里|上|有|还|也|共|的|党员|正式|:)*$/.test(
		text.slice(Math.max(0, mention.start - 8), mention.start),
	);
}
