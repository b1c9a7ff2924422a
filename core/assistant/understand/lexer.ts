import { parseNumeral, readNumber } from "../../language/numerals.ts";
import { type Kind, wordAt } from "./lexicon.ts";

/** A classified piece of the text. */
export interface Token {
	readonly kind: Kind;
	readonly text: string;
	readonly start: number;
	readonly end: number;
	/** Bounds of a number, else 0. */
	readonly low: number;
	readonly high: number;
	/** A number whose word carries its own classifier (俩). */
	readonly counted: boolean;
}

/** Units that make a number a measure of something other than people. */
const MEASURE =
	/^(?:万|亿|千|百)?(?:多|余|来)?(?:元|块钱|块|毛|角|平方米|平方|平米|平|㎡|m2|m²|亩|周岁|岁|层楼|层|楼|号楼|号(?!人|员工|党|老|正)|栋|幢|座|日|月份|点半|点(?!名)|分(?!公司|部)|秒|个?小时|钟头|%|‰|公里|千米|吨|台|辆|间(?!铺|店|公司|门面)|桌|条|次|届|学时|课时|倍|期|章|页|字|度|级|星|步|清|新|会|课|版|路|号线|排|行|瓶|箱|单|套|份|件|项|篇|大(?=块|类)|类|种|轮|天(?=前)|年(?=前|级|度|多前)|个百分点|个点|个(?=步骤|阶段|流程|环节|部门|委员|项目|方面|小时|支部|品牌|楼层|车间|仓库|系统|问题|街道|社区|学时|工作日))/;
/** 床位260, 面积2000: what the number measures stands before it. */
const AMOUNT =
	/(?:床位|面积|注册资[本金]|营收|产值|利润|流水|销售额|估值|车位|机位|工位|产能|房间|教室|包厢|座位)(?:数|约|是|有|为|:|达)*$/;
const TIME =
	/^(?:(个)?来?半?(?:多)?个?月(?!份|\d|[一二三四五六七八九十]+[日号])|年半|年多|年(?!级|度|前|龄|轻)|来?天|日历天|周|星期|礼拜|个星期|个礼拜|个季度|季度|个年头)/;
const FIRMS =
	/^(?:家(?!政|具|电|装|里|属|长|庭|人)|户|个(?:小|大|中小)?(?:公司|企业|单位|店|厂|摊位|商户|门店|铺|铺子|老板|分公司|协会|合作社)(?![员长主铺])|间(?:公司|铺|店))(?:小|中小|微型?)?(?:[子分]?公司|企业|单位|门店|分店|店铺?|厂|商户|饭店|饭馆|协会|档口|小店|事务所|诊所)?/;
/** 一年零两个月 */
const MONTHS_MORE = /^(?:零|又|加)?([一二两三四五六七八九十\d]+)个月/;
const PARTS_OF_ONE =
	/(?:直营店|门店|分店|连锁店|(?:我们?|咱们?|老板|名下|手里|手上)(?:一共|总共|共|名下)?(?:有|开着?|管着?|经营着?)|下面|下辖|下属|旗下|下设|收购了?|并购了?|并了|管着|开了|拥有|连锁[^,。]{0,6}|集团(?:有|共)?|会员(?:单位|企业)?|(?:酒店|连锁|餐饮|物业|药店)公司(?:有|共)?)$/;
/** 三家直营门店 belong to one firm. */
const ONE_FIRM = /一个公司的|同一?个?公司|总部|直营|连锁|一张(?:营业)?执照/;
/** 六家门店 do so too unless others are spoken of. */
const SIDE_BY_SIDE = /一起|联|合(?![适伙作规])|各|每|沿街|街上|市场|商圈|商场|[园楼]/;
const CLASSIFIER = /^(?:名|个|位|口|员|号(?=党|老党|正))(?!月|季|星期|礼拜|半月)/;

function token(kind: Kind, text: string, start: number, end: number, low = 0, high = low): Token {
	return { kind, text: text.slice(start, end), start, end, low, high, counted: false };
}

/** Splits readable text (see `readable`) into tokens. */
export function lex(text: string): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	while (at < text.length) {
		const character = text[at] ?? "";
		if (/[,。、~]/.test(character)) {
			tokens.push(token("stop", text, at, at + 1));
			at++;
			continue;
		}
		const half = halfAt(text, at);
		if (half) {
			tokens.push(half);
			at = half.end;
			continue;
		}
		const word = wordBefore(text, at) ?? wordAt(text, at);
		const number = word && word[0].length > 1 ? null : readNumber(text, at);
		if (number) {
			at = pushNumber(text, at, number, tokens);
			continue;
		}
		// 三名党员学习积极: after a count 党员 is a noun by itself.
		const counted =
			tokens.at(-1)?.kind === "classifier" && word?.[1] === "word" && word[0].startsWith("党员");
		if (counted) {
			tokens.push(token("member", text, at, at + 2));
			at += 2;
			continue;
		}
		const end = at + (word?.[0].length ?? 1);
		tokens.push(token(word?.[1] ?? "word", text, at, end));
		at = end;
	}
	return tokens;
}

/** Words that are what they are only before a number: 从6名 到 2名, 退休两个, 我们1个他1个. */
const BEFORE_NUMBER =
	/^(?:([从由])(?=[\d一二两三四五六七八九十百]+(?:多|几|来)?(?:名|位|个?人|个?(?:正式|预备)?党员|个?(?:增|减|涨|降|到|变|发展|掉|升|缩)))|(到|变)|(退休|退|转回)了?|([他她]))(?=[\d一二两三四五六七八九十百俩仨](?![月日号楼层点]|[\d]*[年月日号楼层点]))/;

function wordBefore(text: string, at: number): readonly [string, Kind] | null {
	const match = BEFORE_NUMBER.exec(text.slice(at, at + 8));
	return match && [match[0], match[1] ? "past" : match[2] ? "become" : match[3] ? "left" : "other"];
}

/** 半年, 半个月, 大半年, 小半年: a length of time without a numeral. */
function halfAt(text: string, at: number): Token | null {
	const match = /^(大|小|多)?半(?:(年)(多)?|个月|个多月)/.exec(text.slice(at, at + 6));
	if (!match || (text[at - 1] !== undefined && /[一二两三四五六七八九十\d年月个]/.test(text[at - 1] ?? "")))
		return null;
	const months = match[2] ? (match[1] === "大" || match[3] ? 7 : match[1] === "小" ? 5 : 6) : 0.5;
	return token("time", text, at, at + match[0].length, months);
}

/** A number with what follows it; returns the index to go on from. */
function pushNumber(
	text: string,
	at: number,
	number: { low: number; high: number; end: number; counted: boolean },
	tokens: Token[],
): number {
	const rest = text.slice(number.end, number.end + 10);
	// 俩月完工
	if (!number.counted || /^(?:个?月|年|周|星期|礼拜)/.test(rest)) {
		const time = TIME.exec(rest);
		if (time && (number.counted || !isDate(text, at, number, time[0]))) {
			const end = number.end + time[0].length;
			const [low, high] = months(number, time[0], text.slice(end, end + 1));
			const rest = MONTHS_MORE.exec(text.slice(end, end + 6));
			if (rest?.[1] && time[0] === "年") {
				const more = parseNumeral(rest[1]) ?? 0;
				tokens.push(token("time", text, at, end + rest[0].length, low + more, high + more));
				return end + rest[0].length;
			}
			const half = text[end] === "半" && /[年月]$/.test(time[0]);
			tokens.push(token("time", text, at, half ? end + 1 : end, low + (half ? 6 : 0), high + (half ? 6 : 0)));
			return half ? end + 1 : end;
		}
		const amount = AMOUNT.test(text.slice(Math.max(0, at - 6), at)) && !CLASSIFIER.test(rest);
		if (amount) {
			tokens.push(token("measure", text, at, number.end, number.low, number.high));
			return number.end;
		}
		const measure = MEASURE.exec(rest) ?? (/^[年月]/.test(rest) ? /^[年月]/.exec(rest) : null);
		if (measure) {
			tokens.push(token("measure", text, at, number.end + measure[0].length, number.low, number.high));
			return number.end + measure[0].length;
		}
	}
	tokens.push({
		kind: "number",
		text: text.slice(at, number.end),
		start: at,
		end: number.end,
		low: number.low,
		high: number.high,
		counted: number.counted,
	});
	if (number.counted) return number.end;
	const firms = FIRMS.exec(rest);
	if (firms) {
		// 集团下辖9家门店: parts of one unit, no units side by side.
		const parts =
			PARTS_OF_ONE.test(text.slice(Math.max(0, at - 12), at)) ||
			/分店$|[子分]公司$/.test(firms[0]) ||
			(firms[0].endsWith("门店") && (ONE_FIRM.test(text) || !SIDE_BY_SIDE.test(text)));
		tokens.push(token(parts ? "measure" : "firms", text, number.end, number.end + firms[0].length));
		return number.end + firms[0].length;
	}
	const people = /^(?:个人|号人|来号人|多号人|人(?!才|民|社|大))/.exec(rest);
	if (people) {
		tokens.push(token("staff", text, number.end, number.end + people[0].length));
		return number.end + people[0].length;
	}
	const classifier = CLASSIFIER.exec(rest);
	if (classifier) {
		tokens.push(token("classifier", text, number.end, number.end + 1));
		return number.end + 1;
	}
	return number.end;
}

/** 2016年, 3月, 十二月: a date, not a length of time. */
function isDate(text: string, at: number, number: { low: number; high: number }, unit: string): boolean {
	if (unit.startsWith("年") && number.low >= 100) return true;
	if (unit === "月")
		return number.low >= 1 && number.low <= 12 && !/(?:只|工期|就|干|为期)$/.test(text.slice(0, at));
	return false;
}

/** Bounds in months of a number with its unit of time. */
function months(number: { low: number; high: number }, unit: string, next: string): [number, number] {
	const extra = /个半月|个半/.test(unit) ? 0.5 : 0;
	const scale =
		unit.startsWith("年") || unit === "个年头" ? 12 : unit.includes("季度") ? 3 : unit.includes("月") ? 1 : 0;
	if (scale > 0) {
		const half = unit === "年半" ? 6 : 0;
		const more = unit.includes("多") ? 0.5 : 0;
		return [number.low * scale + extra + half + more, number.high * scale + extra + half + more];
	}
	const days = /周|星期|礼拜/.test(unit) ? 7 : 1;
	void next;
	return [round((number.low * days) / 30), round((number.high * days) / 30)];
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
