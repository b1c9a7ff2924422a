import type { Transferable } from "../../../formation/profile.ts";
import { readNumber } from "../../../language/numerals.ts";
import type { Mention } from "../mentions.ts";
import { countedAway, type Share, shareOf } from "./share.ts";
import { carried, clauseStart, inside, listed, lonelyAway, subjectOf } from "./subject.ts";
import { CAN, CANNOT, isOwnPlace, judge, NOT_MOVED } from "./verdict.ts";

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

const EXCEPT =
	/除了?(?:[我他她]|[老小][\u4e00-\u9fff]|([一1两2二三3四])[个名]|(?:老板|会计|出纳|店长|厂长|经理|司机|财务))(?:人)?/;

const TRIGGER =
	/(?:党|党员)?(?:组织)?关系(?!不大|好|到|人|户|密切|怎么|如何)|(?:没有?|未)(?:有|办)?(?:都)?转(?=过来|来|进|入|接|$|[,。])|转不(?:过来|了|[进出]来|动|走)/g;

/** 除了会计，关系全在原单位: who is excepted in a clause of its own. */
function exceptBefore(text: string, at: number): string {
	const start = clauseStart(text, at);
	return /(?:^|[,。])(除[^,。]{1,6}),$/.exec(text.slice(0, start))?.[1] ?? "";
}

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
		const except = /外,?[其都全别]/.test(statement)
			? null
			: EXCEPT.exec(exceptBefore(text, match.index) + clause + statement);
		if (except) {
			const few = except[1] ? (readNumber(except[1], 0)?.low ?? 1) : 1;
			if (subject?.subset) parts.add(subject.mention);
			if (verdict === "here" || verdict === "yes") elsewhere ??= few;
			else here ??= few;
			continue;
		}
		const named = subject?.subset ? null : shareOf(clause + statement, verdict === "here");
		if (named !== null) {
			share ??= named;
			continue;
		}
		// 3名把关系转走了: they have left.
		if (subject?.mention.time === "left") continue;
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
		/(?:不放人?|不[给让]转出?|不同意转|不肯放|卡着|不批转)(?=$|[,。了的转不])/.test(text)
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

/** 其余7名转不出来: says it of others. */
const OWN_SUBJECT =
	/^(?:其余|其他|其它|剩下?|余下|另外?|还有|别的|[一二两三四五六七八九十\d]+[名个位人份]|[俩仨])/;

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
	return CANNOT.test(next) && !/吗|能不能/.test(next) && !OWN_SUBJECT.test(next)
		? `${rest.slice(0, stop)},${next}`
		: rest.slice(0, stop);
}

/** 劳动关系, 没关系: not the Party relation. */
function isOther(text: string, at: number): boolean {
	return /(?:劳动|没|什么|合作|供需|亲戚|搞好|托|上下级|人际)$/.test(text.slice(Math.max(0, at - 3), at));
}

function isQuestion(text: string, at: number, phrase: string): boolean {
	return (
		/(?:能不|可不|是否|要不要|怎么|如何)$/.test(text.slice(Math.max(0, at - 3), at)) ||
		/^[^,。]{0,4}[吗么]/.test(text.slice(at + phrase.length))
	);
}
