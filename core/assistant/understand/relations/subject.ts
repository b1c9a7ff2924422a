import { readNumber } from "../../../language/numerals.ts";
import type { Mention } from "../mentions.ts";
import { ARRIVED, NOT_MOVED } from "./verdict.ts";

/** Where the clause that holds `at` begins. */
export function clauseStart(text: string, at: number): number {
	return Math.max(text.lastIndexOf(",", at - 1), text.lastIndexOf("。", at - 1)) + 1;
}

/** The count whose relation is spoken of: 有两个关系还在老家. */
export function subjectOf(
	text: string,
	at: number,
	mentions: readonly Mention[],
	clause: string,
): { mention: Mention; subset: boolean } | null {
	const start = clauseStart(text, at);
	const inClause = mentions.filter(
		(m) => m.start >= start && m.start < at && m.role !== "staff" && m.role !== "applicant",
	);
	const mention = inClause.at(-1) ?? uncounted(text, start, at, mentions);
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

/** 有4个死活不肯转, 另4名原单位不放, 六份关系: a number that counts nobody elsewhere in the text. */
const PERSONS = /(?:[\d一二两三四五六七八九十]+(?=[名个位份])|[俩仨])(?!月|季度)/;

function uncounted(
	text: string,
	start: number,
	at: number,
	mentions: readonly Mention[],
): Mention | undefined {
	const whole = mentions.find((m) => m.start < start && (m.role === "member" || m.role === "full"));
	const found = whole && PERSONS.exec(text.slice(start, at));
	const number = found && readNumber(text, start + found.index);
	if (!whole || !number || number.low !== number.high || number.low > whole.low) return undefined;
	const place = { start: start + found.index, end: number.end + (number.counted ? 0 : 1) };
	return { ...whole, ...place, role: "people", low: number.low, high: number.high, bare: true };
}

/** 关系一个在学校、一个在老家; 三名关系在人才市场，两名在本公司: places one by one. */
export function listed(
	text: string,
	from: number,
	mentions: readonly Mention[],
): { mentions: Mention[]; away: number } | null {
	const start = clauseStart(text, from);
	const found: Mention[] = [];
	for (const mention of mentions) {
		if (!mention.bare || mention.start < start || !IS_AT.test(text.slice(mention.end))) continue;
		if (found.length > 0 && mention.clause > (found.at(-1)?.clause ?? 0) + 1) break;
		found.push(mention);
	}
	if (found.length < 2) return null;
	const away = found.filter((m) => !ARRIVED.test(text.slice(m.end).split(/[,。、]/)[0] ?? ""));
	return { mentions: found, away: away.reduce((sum, m) => sum + m.low, 0) };
}

/** What says where those counted are. */
const IS_AT = /^(?:的)?(?:组织)?(?:关系)?(?:还|仍|都|也|则)*(?:在|挂|留|落)/;

/** 组织关系有三个转好了: the count stands after the trigger. */
export function inside(
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

const COME_FROM_ELSEWHERE = /返聘|退休|外聘|兼职|兼任|派遣|派来|借调|挂职|劳务/;

/** 其中2名是返聘的，关系留在原单位: the count stands in the clause before. */
export function carried(
	text: string,
	at: number,
	mentions: readonly Mention[],
	clause: string,
	statement: string,
): { mention: Mention; subset: boolean } | null {
	const start = clauseStart(text, at);
	const before = clauseStart(text, start - 1);
	const mention = mentions
		.filter((m) => m.start >= before && m.start < start && m.role !== "applicant")
		.at(-1);
	if (!mention || mentions.some((m) => m.start >= start && m.start < at)) return null;
	const whole = mentions.find((m) => m.start < mention.start && (m.role === "member" || m.role === "full"));
	// 另有5名是返聘来的，关系都在原单位: all of those.
	const described = COME_FROM_ELSEWHERE.test(text.slice(mention.start, start));
	if (!described && (/都|全|均/.test(clause) || /^[^,。]{0,2}(?:都|全|均)/.test(statement))) return null;
	const detail = mention.part === "among" || mention.bare || mention.role === "staff" || described;
	return whole &&
		detail &&
		(mention.low < whole.low || mention.part === "besides") &&
		mention.role !== "probationary"
		? { mention, subset: true }
		: null;
}

const MOVED_ARE = /(?:没|未|还没|没有)?[转迁][^,。正走]{0,4}的(?:也|才|就|只有?|仅|有|是)*$/;

/** 其中2个不在公司, 只有1个转过来了: without the word 关系. */
export function lonelyAway(
	text: string,
	mentions: readonly Mention[],
): { mention: Mention; here: boolean } | null {
	for (const mention of mentions) {
		if (mention.role !== "people" && mention.part !== "among") continue;
		// 转过来的就两个
		const moved = MOVED_ARE.exec(text.slice(0, mention.start))?.[0];
		if (moved) return { mention, here: !NOT_MOVED.test(moved) };
		const after = text.slice(mention.end, mention.end + 14);
		const head = after.split(/[,。]/)[0] ?? "";
		if (/转过来|转进来|没转(?!正)|转到/.test(head))
			return { mention, here: !NOT_MOVED.test(head) !== /除了?$/.test(text.slice(0, mention.start)) };
	}
	return null;
}
