/** Clause by clause: of how many members the text says where their relation is. */

import { readNumber } from "../../../language/numerals.ts";
import { clauseStart } from "../clause.ts";
import type { Mention } from "../mentions.ts";
import { PERSON } from "../persons.ts";
import { CANNOT, isOwnPlace, judge, NOT_MOVED, type Verdict } from "./verdict.ts";

/** A share that is named instead of a number: a fraction, or a word for one. */
export type Share = { readonly of: number } | "some" | "most" | "few";
/** Whose relation is meant: so many, those who remain, a share, everybody. */
export type Whose =
	| {
			readonly kind: "count";
			readonly count: number;
			readonly mention: Mention | null;
			readonly besides?: boolean;
	  }
	| { readonly kind: "rest" }
	| { readonly kind: "share"; readonly share: Share }
	| { readonly kind: "all-but"; readonly count: number }
	| { readonly kind: "all" };

/** One statement about relations. */
export interface RelationStatement {
	readonly whose: Whose;
	readonly verdict: Exclude<Verdict, null>;
	/** Said with a verb of moving: 转来了, not 在这里. */
	readonly moved: boolean;
}

const RELATION =
	/(?<!劳动|没|什么|合作|供需|亲戚|搞好|托|上下级|人际|裙带)(?:党|党员)?(?:组织)?关系(?!不大|好|人|户|密切|怎么[转接]|如何)/;
/** Without the word: 没转过来, 转不进来. */
const MOVING =
	/(?:没有?|未)(?:有|办)?(?:都)?转(?=过来|来|进|入|接|$)|转不(?:过来|了|进来|出)|转[过进]来|(?:全部|都|已经?)转入|卡着/;
/** Goes on about relations: 两名在户籍地, 其余还没转. */
const GOES_ON = /(?:[在挂留落放存]|没|未|转|迁)/;
const WORKS = /上班|工作|干活|任职|入职|退休了?$/;
const REST = /^(?:剩下?|其余|其他|其它|余下|另外?|别)(?:的|人|那?几[个名]|名|[他她])*/;
const EXCEPT = /除了?(?:[我他她]|[老小][\u4e00-\u9fff]|([一1两2二三3四])[个名])(?:人)?/;
/** 除了会计，关系全在原单位: said in the piece before. */
const EXCEPT_PERSON = new RegExp(`除了?${PERSON},$`);
const ONE_PERSON =
	/(?:我(?!们)|[他她](?!们)|[那这]位|[老小][\u4e00-\u9fff]|[\u4e00-\u9fff][总工]|司机|会计|老板|[理董]事长|出纳|主管|经理)(?:自己|本人|这个|一个|那[个份])?(?:老|正式)?(?:党员)?的?(?:那份)?(?:党|组织)*关系$/;
/** 退休关系转回社区: who has left. */
const LEFT = /(?:退休|离职|辞职|调走|跳槽|走)了?,?(?:后)?(?:组织)?关系$/;
/** 五个党员只有老李的关系 */
const ALONE = /(?:只有?|就|仅有?|唯独|但)[^,。]{1,6}关系$/;
const EVERYBODY = /(?:都|全|均|皆|统)/;
const FRACTION = /(?:([一二两三四五六七八九]+)分之)?([\d一二两三四五六七八九]+)(?:(?<=分之[^分]*)|成)(?!立)/;
const SHARES: readonly (readonly [Share, RegExp])[] = [
	[{ of: 0.5 }, /一半/],
	["most", /多数|大部分|大多|大都|大半|绝大/],
	["few", /个别|少数|零星/],
	[
		"some",
		/不(?:是)?(?:全|都|完全)|没(?:有)?(?:全|都)|没转全|(?:有的|有些|有几个|部分)|有(?:的)?(?:在|转|没|不在)[^。]{0,8},?有(?:的)?(?:在|转|没|不在)/,
	],
];
interface Piece {
	readonly text: string;
	readonly start: number;
	readonly end: number;
	/** Begins a sentence. */
	readonly first: boolean;
}

/** Every statement about where relations are, in order. */
export function relationStatements(text: string, mentions: readonly Mention[]): RelationStatement[] {
	const people = mentions.filter((one) => one.role !== "staff" && one.role !== "applicant");
	const found: RelationStatement[] = [];
	let goesOn = false;
	let borrowed = -1;
	for (const piece of piecesOf(text)) {
		if (piece.first) goesOn = false;
		if (piece.start < borrowed) continue;
		const inside = people.filter((one) => one.start >= piece.start && one.start < piece.end);
		const at = triggerAt(piece, inside, goesOn);
		if (at === null) continue;
		const clause = text.slice(piece.start, at);
		const { statement, end } = statementAfter(text, at, /关系$/.test(clause));
		borrowed = end;
		const judged = judge(clause, statement);
		const named = !NOT_MOVED.test(statement) && !/不在|没/.test(clause.slice(-4) + statement);
		const verdict = judged === "elsewhere" && named && isOwnPlace(text, at, statement) ? "here" : judged;
		if (verdict === null) continue;
		goesOn = true;
		const whose = whoseRelation(text, { ...piece, clause, at, statement }, people, verdict);
		if (whose) found.push({ verdict, whose, moved: /[转迁]/.test(clause + statement) });
	}
	return found;
}

function piecesOf(text: string): Piece[] {
	const pieces: Piece[] = [];
	let start = 0;
	let first = true;
	for (const part of text.split(/(?<=[,。、:])/)) {
		pieces.push({ text: part.replace(/[,。、:]$/, ""), start, end: start + part.length, first });
		first = part.endsWith("。");
		start += part.length;
	}
	return pieces;
}

/** Where the predicate of a statement about relations begins; null when the piece makes none. */
function triggerAt(piece: Piece, inside: readonly Mention[], goesOn: boolean): number | null {
	const word = RELATION.exec(piece.text);
	if (word) return piece.start + word.index + word[0].length;
	const more = goesOn && (inside.length > 0 || REST.test(piece.text)) && !WORKS.test(piece.text);
	const moving = MOVING.exec(piece.text);
	if (moving) return inside.findLast((one) => one.end <= piece.start + moving.index)?.end ?? piece.start;
	const place = more ? GOES_ON.exec(piece.text) : null;
	return place && piece.start + place.index;
}

/** What is said after the trigger; where nothing is, the next piece says it. */
function statementAfter(text: string, at: number, borrow: boolean): { statement: string; end: number } {
	const rest = text.slice(at, at + 30);
	const stop = rest.search(/[,。]/);
	if (stop < 0) return { statement: rest, end: -1 };
	const tail = rest.slice(stop + 1);
	const end = tail.search(/[,。]/);
	const next = end < 0 ? tail : tail.slice(0, end);
	if (borrow && stop <= 1) return { statement: next, end: at + stop + 2 };
	// What follows a comma may say that it cannot be moved.
	const adds =
		CANNOT.test(next) && !REST.test(next) && !/\d|[一二两三四五六七八九十][名个]|吗|能不能/.test(next);
	return { statement: adds ? `${rest.slice(0, stop)},${next}` : rest.slice(0, stop), end: -1 };
}

interface Said extends Piece {
	readonly clause: string;
	readonly at: number;
	readonly statement: string;
}

function whoseRelation(text: string, said: Said, people: readonly Mention[], verdict: Verdict): Whose | null {
	const { clause, statement, at } = said;
	// 那位上个月退休关系转回社区了: that one has left.
	if (LEFT.test(clause) && /^[^,。]{0,2}[转迁](?:回|走|出|到)/.test(statement)) return null;
	// 除了我都没转; not 除一名关系在外地外其余都在
	const apart = EXCEPT_PERSON.test(text.slice(0, said.start));
	if (apart) return { kind: "all-but", count: 1 };
	const except = /外,?[其都全别]/.test(statement) ? null : EXCEPT.exec(clause + statement);
	if (except) {
		const count = except[1] ? (readNumber(except[1], 0)?.low ?? 1) : 1;
		// 除了老李关系在老家，其余都在公司: said of the exception itself.
		return /^(?:其余|其他|别的|剩下)/.test(text.slice(said.end))
			? { kind: "count", count, mention: null }
			: { kind: "all-but", count };
	}
	const counted = countIn(text, said, people);
	// 3名把关系转走了, 又转进来一个: they have left or come.
	if (counted && (counted.mention.time === "left" || counted.mention.time === "joined")) return null;
	if (counted?.subset) return someOf(text, counted.mention, people, counted.defines);
	if (REST.test(said.text)) return { kind: "rest" };
	const share = shareOf(clause + statement);
	if (share !== null) return { kind: "share", share };
	if (ONE_PERSON.test(clause) && (!counted || ALONE.test(clause)))
		return { kind: "count", count: 1, mention: null };
	if (counted) return { kind: "all" };
	const group = verdict === "here" ? null : groupBefore(text, said, people, at);
	return group ? someOf(text, group, people) : { kind: "all" };
}

/** 不在的两个 */
const NOT_HERE = /(?:不在|没转)(?:这|这里|这儿)?的(?:有)?$/;

/** So many of those counted before; 只有俩关系在这，另外还有仨挂社区 counts further ones. */
function someOf(text: string, mention: Mention, people: readonly Mention[], defines = false): Whose {
	const whole = people.find((one) => one.start < mention.start);
	const further = (defines || mention.part === "besides") && (!whole || whole.low < mention.low);
	const besides =
		mention.part === "besides" || NOT_HERE.test(text.slice(Math.max(0, mention.start - 6), mention.start));
	return { kind: "count", count: mention.low, mention: further ? null : mention, besides };
}

function shareOf(said: string): Share | null {
	const fraction = FRACTION.exec(said);
	if (fraction) {
		const [under, over] = [fraction[1] ?? "十", fraction[2]].map((one) => readNumber(one ?? "", 0)?.low ?? 1);
		return { of: (over ?? 1) / (under ?? 1) };
	}
	return SHARES.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
}

/** The count a piece is about: before the trigger (有两个关系还在老家) or after it (关系有三个转好了). */
function countIn(
	text: string,
	{ start, end, clause, at }: Said,
	people: readonly Mention[],
): { mention: Mention; subset: boolean; defines?: boolean } | null {
	const before = people.findLast((one) => one.start >= start && one.start < at);
	const isWhole = (one: Mention) => one.role === "member" || one.role === "full";
	if (before) {
		const all = /(?:都|全|全部|均|皆)(?:部)?(?:党|党员)?(?:的)?(?:组织)?(?:关系)?$/.test(clause);
		if (all && before.role !== "people") return null;
		// 没有一个把关系转来
		if (before.low === 1 && /没有?$/.test(text.slice(0, before.start))) return null;
		if (!isWhole(before)) return { mention: before, subset: true };
		const bigger = people.some((one) => one.start < before.start && isWhole(one) && one.low >= before.low);
		return { mention: before, subset: bigger && at - before.end <= 12 };
	}
	const after = people.find((one) => one.bare && one.start >= at && one.end <= end);
	// 关系在本公司的党员只有俩: the relation says which members are counted.
	const defined = people.find((one) => one.start >= at && one.end <= end);
	if (defined && /的(?:党员)?(?:现在|目前)?(?:就|只|才|仅)?有?$/.test(text.slice(at, defined.start)))
		return { mention: defined, subset: true, defines: true };
	if (!after || /^(?:都|也)(?:不|没|[转迁挪]不)/.test(text.slice(after.end)) || text[at] === "的")
		return null;
	const whole = people.find((one) => one.start < after.start && isWhole(one));
	return whole && after.low < whole.low ? { mention: after, subset: true } : null;
}

/** 其中2名是返聘的，关系留在原单位: those of the piece before. */
function groupBefore(
	text: string,
	{ start, clause, statement }: Said,
	people: readonly Mention[],
	at: number,
): Mention | null {
	const previous = clauseStart(text, start - 1);
	const group = people.findLast((one) => one.start >= previous && one.start < start);
	if (!group || people.some((one) => one.start >= start && one.start < at) || group.role === "probationary")
		return null;
	const whole = people.find(
		(one) => one.start < group.start && (one.role === "member" || one.role === "full"),
	);
	if (!whole || (group.low >= whole.low && group.part !== "besides")) return null;
	// 另有5名是返聘的，关系都在原单位: 都 goes over them alone, for they were set apart.
	const apart = group.part !== null && /^[^,。]{0,3}(?:是|系|来自|属于|在)/.test(text.slice(group.end));
	if (EVERYBODY.test(clause) || EVERYBODY.test(statement)) return apart ? group : null;
	return group.part === "among" || group.bare || apart ? group : null;
}
