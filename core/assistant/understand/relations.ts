import type { Transferable } from "../../formation/profile.ts";
import { readNumber } from "../../language/numerals.ts";
import type { Mention } from "./mentions.ts";
import { ARRIVED, CAN, CANNOT, isOwnPlace, judge, NOT_MOVED } from "./relation-verdict.ts";

/** Where the formal relations (组织关系) are. */
export interface Relations {
	/** Full members whose relation is elsewhere; "all" when the text says so of everybody, else a share of unknown size. */
	readonly elsewhere: number | "all" | Share | null;
	/** Number whose relation is here, when only that was stated (只有两个在公司). */
	readonly here: number | null;
	readonly transferable: Transferable | null;
	/** Counts that say whose relation it is and are no counts of members. */
	readonly parts: ReadonlySet<Mention>;
}

/** 有的, 多数, 个别, 一半, 除了我: how many without a number. */
export type Share = "some" | "most" | "few" | "half" | "all-but-one";
const SHARES: readonly (readonly [Share, RegExp])[] = [
	["half", /一半/],
	["most", /多数|大部分|大多|大半|绝大/],
	["few", /个别|少数|零星/],
	[
		"some",
		/不(?:是)?(?:全|都|完全)|没(?:有)?(?:全|都)|没转全|(?:有的|有些|有几个|部分)|有(?:的)?(?:在|转|没|不在)[^,。]{0,8},?有(?:的)?(?:在|转|没|不在)/,
	],
	[
		"all-but-one",
		/(?:就|只有|仅|只)(?:我|[老小][\u4e00-\u9fff]|一个人?|一名)(?:自己|一人|的)?(?:党员)?(?:的)?(?:组织)?关系(?:在|转|落)/,
	],
];

const EXCEPT = /除了?(?:[我他她]|[老小][\u4e00-\u9fff]|([一1两2二三3四])[个名])(?:人)?/;

const ONE_PERSON = /(?:我(?!们)|[他她](?!们)|[那这]位|[老小][\u4e00-\u9fff]|[\u4e00-\u9fff][总工])(?:自己|本人|这个|一个|那个)?(?:老|正式)?(?:党员)?的?(?:党|组织)*关系$/;

/** The share a clause speaks of, or null when it names none. */
function shareOf(clause: string): Share | null {
	return SHARES.find(([, pattern]) => pattern.test(clause))?.[0] ?? null;
}

const TRIGGER =
	/(?:党|党员)?(?:组织)?关系(?!不大|好|到|人|户|密切|怎么|如何)|(?:没有?|未)(?:有|办)?(?:都)?转(?=过来|来|进|入|接|$|[,。])|转不(?:过来|了|进来)/g;

/** Reads every statement about relations. */
export function readRelations(text: string, mentions: readonly Mention[]): Relations {
	let elsewhere: Relations["elsewhere"] = null;
	let share: Share | null = null;
	let here: number | null = null;
	let transferable: Transferable | null = null;
	const parts = new Set<Mention>();
	let last = -1;
	for (const match of text.matchAll(TRIGGER)) {
		if (match.index < last || isOther(text, match.index)) continue;
		const isRelation = match[0].includes("关系");
		const from = isRelation ? match.index + match[0].length : match.index;
		const statement = statementAfter(text, from, isRelation);
		last = from + (isRelation ? 0 : match[0].length);
		const clause = text.slice(clauseStart(text, match.index), from);
		const judged = judge(clause, statement);
		const own =
			judged === "elsewhere" && !NOT_MOVED.test(statement) && !/不在|没/.test(clause.slice(-4) + statement);
		const verdict = own && isOwnPlace(text, match.index, statement) ? "here" : judged;
		if (verdict === null) continue;
		if (verdict === "yes" || verdict === "no") transferable = verdict;
		else if (verdict === "here" && /[转迁]/.test(clause + statement)) transferable ??= "yes";
		// 一个关系转来了，剩下的都没转: the rest of those counted.
		if (
			/^(?:剩下|其余|其他|其它|余下|另外|别)(?:的|人|几个?|名)*(?:人)?/.test(clause) &&
			(here !== null || typeof elsewhere === "number")
		)
			continue;
		const subject =
			subjectOf(text, match.index, mentions, clause) ??
			inside(text, from, mentions) ??
			(verdict === "here" ? null : carried(text, match.index, mentions, clause, statement));
		const places = listed(text, from, mentions);
		if (places) {
			for (const mention of places.mentions) parts.add(mention);
			elsewhere = places.away;
			continue;
		}
		// 除了我都没转, 除了一个都在公司; not 除一名关系在外地外其余都在
		const except = /外,?[其都全别]/.test(statement) ? null : EXCEPT.exec(clause + statement);
		if (except) {
			const few = except[1] ? (readNumber(except[1], 0)?.low ?? 1) : 1;
			if (subject?.subset) parts.add(subject.mention);
			if (verdict === "here" || verdict === "yes") elsewhere ??= few;
			else here ??= few;
			continue;
		}
		const named = subject?.subset ? null : shareOf(clause + statement);
		if (named !== null) {
			share ??= named;
			continue;
		}
		// 3名把关系转走了: they have left.
		if (subject?.mention.time === "left") continue;
		// 我这个老党员的关系还在原单位
		if (subject === null && ONE_PERSON.test(clause)) {
			if (verdict === "here") here ??= 1;
			else elsewhere = typeof elsewhere === "number" ? elsewhere + 1 : (elsewhere ?? 1);
			continue;
		}
		if (subject?.subset) parts.add(subject.mention);
		if (verdict === "here") {
			if (subject?.subset) here ??= subject.mention.low;
			else if (elsewhere === null && !/没|未/.test(clause.slice(-4))) elsewhere = 0;
			continue;
		}
		const value =
			subject && subject.mention.role !== "member" && subject.mention.role !== "full"
				? subject.mention.low
				: subject?.subset
					? subject.mention.low
					: "all";
		if (elsewhere === null || elsewhere === 0) elsewhere = value;
	}
	const counted = share === null ? null : countedAway(text, mentions);
	if (counted) parts.add(counted.mention);
	if (share !== null && (elsewhere === null || elsewhere === "all" || elsewhere === 0))
		elsewhere = counted && !counted.here ? counted.mention.low : counted || here !== null ? null : share;
	if (counted?.here) here ??= counted.mention.low;
	if (/(?:都|全|全部|均)(?:是|为)流动党员/.test(text) && elsewhere === null) elsewhere = "all";
	if (
		elsewhere !== null &&
		transferable !== "no" &&
		/(?:不放人?|不给转|不让转|不同意转|不肯放|卡着|不批转)(?=$|[,。了的])/.test(text)
	)
		transferable = "no";
	if (elsewhere === null && here === null) {
		const away = lonelyAway(text, mentions);
		if (away) {
			parts.add(away.mention);
			if (away.here) here = away.mention.low;
			else elsewhere = away.mention.low;
		}
	}
	const cannot = transferable === null ? CANNOT.exec(text) : null;
	if (cannot && (here !== null || (typeof elsewhere === "number" && elsewhere > 0))) {
		// 另外5个在老家不能转
		const from = clauseStart(text, cannot.index);
		const clause = text.slice(from).split(/[,。]/)[0] ?? "";
		const within = mentions.filter((m) => m.start >= from && m.start < from + clause.length);
		if ((here !== null || within.every((m) => m.low === elsewhere)) && !/[吗么]/.test(clause))
			transferable = "no";
	}
	if (transferable === null && cannot === null) {
		const able = CAN.exec(text);
		if (
			able &&
			/关系|转(?:过来|进来|入|接)/.test(text) &&
			!/转正/.test(able[0]) &&
			!isQuestion(text, able.index, able[0])
		) {
			if (transferable === null) transferable = "yes";
		}
	}
	return { elsewhere, here, transferable, parts };
}

/** The clause after the trigger; an empty one borrows the next. */
function statementAfter(text: string, from: number, borrow: boolean): string {
	const rest = text.slice(from, from + 30);
	const stop = rest.search(/[,。]/);
	if (stop < 0) return rest;
	if (borrow && stop <= 1) {
		const second = rest.slice(stop + 1).search(/[,。]/);
		return second < 0 ? rest.slice(stop + 1) : rest.slice(stop + 1, stop + 1 + second);
	}
	// What follows a comma may say that it cannot be moved.
	const tail = rest.slice(stop + 1);
	const end = tail.search(/[,。]/);
	const next = end < 0 ? tail : tail.slice(0, end);
	return CANNOT.test(next) && !/吗|能不能/.test(next)
		? `${rest.slice(0, stop)},${next}`
		: rest.slice(0, stop);
}

function clauseStart(text: string, at: number): number {
	return Math.max(text.lastIndexOf(",", at - 1), text.lastIndexOf("。", at - 1)) + 1;
}

/** 劳动关系, 没关系: not the Party relation. */
function isOther(text: string, at: number): boolean {
	return /(?:劳动|没|什么|合作|供需|亲戚|搞好|托|上下级|人际)$/.test(text.slice(Math.max(0, at - 3), at));
}

/** The count whose relation is spoken of: 有两个关系还在老家. */
function subjectOf(
	text: string,
	at: number,
	mentions: readonly Mention[],
	clause: string,
): { mention: Mention; subset: boolean } | null {
	const start = clauseStart(text, at);
	const inClause = mentions.filter(
		(m) => m.start >= start && m.start < at && m.role !== "staff" && m.role !== "applicant",
	);
	const mention = inClause.at(-1);
	if (
		!mention ||
		(/(?:都|全|全部|均)(?:部)?(?:党|党员)?(?:的)?(?:组织)?(?:关系)?$/.test(clause) &&
			mention.role !== "people")
	)
		return null;
	const earlier = mentions.filter(
		(m) => m.start < mention.start && (m.role === "member" || m.role === "full"),
	);
	const bigger = earlier.some((m) => m.low >= mention.low);
	const between = text.slice(mention.end, at);
	if (
		/[一1](?:个|名)/.test(text.slice(mention.start, mention.end)) &&
		/没有?$/.test(text.slice(0, mention.start))
	)
		return null;
	if (mention.role === "people")
		return bigger || earlier.length === 0 ? { mention, subset: true } : { mention, subset: true };
	return { mention, subset: bigger && between.length <= 8 };
}

/** 关系一个在学校、一个在老家: places one by one. */
function listed(
	text: string,
	from: number,
	mentions: readonly Mention[],
): { mentions: Mention[]; away: number } | null {
	const end = text.slice(from).search(/[,。]/);
	const found = mentions.filter(
		(m) =>
			m.bare &&
			m.start >= from &&
			(end < 0 || m.end <= from + end) &&
			/^(?:还|仍)?(?:在|挂|留)/.test(text.slice(m.end)),
	);
	if (found.length < 2) return null;
	const away = found.filter((m) => !ARRIVED.test(text.slice(m.end).split(/[,。、]/)[0] ?? ""));
	return { mentions: found, away: away.reduce((sum, m) => sum + m.low, 0) };
}

/** 组织关系有三个转好了: the count stands after the trigger. */
function inside(
	text: string,
	from: number,
	mentions: readonly Mention[],
): { mention: Mention; subset: boolean } | null {
	const end = text.slice(from).search(/[,。]/);
	const mention = mentions.find((m) => m.bare && m.start >= from && (end < 0 || m.end <= from + end));
	const whole =
		mention && mentions.find((m) => m.start < mention.start && (m.role === "member" || m.role === "full"));
	if (mention && (/^(?:都|也)(?:不|没)/.test(text.slice(mention.end)) || text[from] === "的")) return null;
	return mention && whole && mention.low < whole.low ? { mention, subset: true } : null;
}

/** 其中2名是返聘的，关系留在原单位: the count stands in the clause before. */
function carried(
	text: string,
	at: number,
	mentions: readonly Mention[],
	clause: string,
	statement: string,
): { mention: Mention; subset: boolean } | null {
	if (/都|全|均/.test(clause) || /^[^,。]{0,2}(?:都|全|均)/.test(statement)) return null;
	const start = clauseStart(text, at);
	const before = clauseStart(text, start - 1);
	const mention = mentions
		.filter((m) => m.start >= before && m.start < start && m.role !== "applicant")
		.at(-1);
	if (!mention || mentions.some((m) => m.start >= start && m.start < at)) return null;
	const whole = mentions.find((m) => m.start < mention.start && (m.role === "member" || m.role === "full"));
	const detail = mention.part === "among" || mention.bare || mention.role === "staff";
	return whole && detail && mention.low < whole.low && mention.role !== "probationary"
		? { mention, subset: true }
		: null;
}

/** 不全在这，有两个在老家: the number that a share of unknown size turns out to be. */
function countedAway(text: string, mentions: readonly Mention[]): { mention: Mention; here: boolean } | null {
	for (const mention of mentions) {
		if (!mention.bare || mention.start === 0) continue;
		const after = text.slice(mention.end, mention.end + 12).split(/[,。]/)[0] ?? "";
		if (!/^(?:的)?(?:关系)?(?:还|仍|都|也)?(?:在|没|不在|挂|留|转)/.test(after)) continue;
		return { mention, here: ARRIVED.test(after) && !NOT_MOVED.test(after) };
	}
	return null;
}

/** 其中2个不在公司, 只有1个转过来了: without the word 关系. */
function lonelyAway(text: string, mentions: readonly Mention[]): { mention: Mention; here: boolean } | null {
	for (const mention of mentions) {
		if (mention.role !== "people" && mention.part !== "among") continue;
		const after = text.slice(mention.end, mention.end + 14);
		const head = after.split(/[,。]/)[0] ?? "";
		if (/转过来|转进来|没转(?!正)|转到/.test(head))
			return { mention, here: !NOT_MOVED.test(head) !== /除了?$/.test(text.slice(0, mention.start)) };
	}
	return null;
}

function isQuestion(text: string, at: number, phrase: string): boolean {
	return (
		/(?:能不|可不|是否|要不要|怎么|如何)$/.test(text.slice(Math.max(0, at - 3), at)) ||
		/^[^,。]{0,4}[吗么]/.test(text.slice(at + phrase.length))
	);
}
