import type { Token } from "./lexer.ts";
import type { Kind } from "./lexicon.ts";

/** Who is counted. `people` is a count without a noun: its meaning follows from the context. */
export type Role = "member" | "full" | "probationary" | "applicant" | "staff" | "people";

/** A count of people found in the text. */
export interface Mention {
	readonly role: Role;
	readonly low: number;
	readonly high: number;
	/** Part of the count before it (其中), in addition to it (另有), or neither stated. */
	readonly part: "among" | "besides" | null;
	/** Whose people: the asker's, another unit's, or several units' together. */
	readonly scope: "own" | "other" | "all";
	/** 各, 每家: the count holds for each of `firms` units. */
	readonly each: boolean;
	/** 我们, 本公司 stands before it in the clause. */
	readonly ours: boolean;
	/** The number is followed by 人: people, whoever they are. */
	readonly human: boolean;
	readonly time: "now" | "past" | "left" | "joined";
	/** 一共, 加起来: a sum of what was said. */
	readonly total: boolean;
	/** Follows 现在, 只剩, 涨到: holds whatever was said before. */
	readonly current: boolean;
	/** Number of firms an `each` or `other` count is multiplied by; null when not stated. */
	readonly firms: number | null;
	readonly start: number;
	readonly end: number;
	readonly clause: number;
}

const ROLES = new Set<Kind>(["member", "full", "probationary", "applicant", "staff"]);
/** What may stand between a noun and its number: 党员 现在 一共 有 4 名. */
const BETWEEN = new Set<Kind>([
	"filler",
	"now",
	"past",
	"total",
	"become",
	"remain",
	"left",
	"joined",
	"all",
	"among",
	"we",
]);

/** Finds every count of people in the tokens. */
export function findMentions(tokens: readonly Token[]): Mention[] {
	const mentions: Mention[] = [];
	const claimed = new Set<number>();
	const clauses = clauseNumbers(tokens);
	for (let index = 0; index < tokens.length; index++) {
		const number = tokens[index];
		if (number?.kind !== "number") continue;
		const role = roleOf(tokens, index, claimed);
		if (role === null || isThreshold(tokens, index)) continue;
		mentions.push({
			role: role.role,
			...bounds(tokens, index),
			...circumstances(tokens, index, role.from),
			human: tokens[index + 1]?.kind === "staff",
			start: number.start,
			end: tokens[role.to]?.end ?? number.end,
			clause: clauses[index] ?? 0,
		});
	}
	return mentions;
}

function clauseNumbers(tokens: readonly Token[]): number[] {
	let clause = 0;
	return tokens.map((token) => (token.kind === "stop" && token.text !== "、" ? clause++ : clause));
}

/** The noun a number counts; `from..to` are the tokens of the phrase. */
function roleOf(
	tokens: readonly Token[],
	index: number,
	claimed: Set<number>,
): { role: Role; from: number; to: number } | null {
	const next = tokens[index + 1];
	if (next?.kind === "firms" || next?.kind === "measure") return null;
	const classified = tokens[index]?.counted || next?.kind === "classifier" || next?.kind === "staff";
	const after = index + (next?.kind === "classifier" || next?.kind === "staff" ? 2 : 1);
	const left = leftRole(tokens, index, claimed);
	let right = rightRole(tokens, after);
	// 三个项目部党员8名: the noun belongs to the number after it.
	if (right !== null && left === null && right > after && !classified && followedByNumber(tokens, right))
		right = null;
	const rightKind = right === null ? null : tokens[right]?.kind;
	const leftKind = left === null ? null : tokens[left]?.kind;
	if (left !== null && (right === null || prefersLeft(tokens, leftKind, rightKind, right))) {
		claimed.add(left);
		// 党员三个都是正式的: the noun left, its kind right.
		const refined =
			leftKind === "member" &&
			(rightKind === "full" || rightKind === "probationary") &&
			right !== null &&
			!followedByNumber(tokens, right);
		return {
			role: (refined ? rightKind : leftKind) as Role,
			from: left,
			to: refined && right !== null ? right : after - 1,
		};
	}
	if (right !== null) {
		claimed.add(right);
		return { role: rightKind as Role, from: index, to: right };
	}
	return classified && countsPeople(tokens, index, after)
		? { role: "people", from: index, to: after - 1 }
		: null;
}

/** What may follow a count without a noun; anything else is the noun of a thing (一个书记, 一个牌子). */
const AFTER_COUNT =
	/^(?:$|[,。、:)]|[都是还也没在关组转来走离退就才能可够吗呢了吧的把不有要想愿党人左以已正预挂留算凑单成建该怎咋如是哦啊呀嘛又另其仍全均并且而但且老今现前后流失调辞跳他它别对,])/;

/** 给一个, 讲个, 设一个书记: no count of people. */
function countsPeople(tokens: readonly Token[], index: number, after: number): boolean {
	const before = tokens[index - 1]?.text ?? "";
	if (tokens[index]?.low === 1 && /[给看讲举推荐设派请换写做弄搞建]$/.test(before)) return false;
	return tokens[after - 1]?.kind === "staff" || AFTER_COUNT.test(tokens[after]?.text ?? "");
}

/** 党员4名积极分子2名 reads from the left, 3名正式党员 from the right. */
function prefersLeft(
	tokens: readonly Token[],
	left: Kind | null | undefined,
	right: Kind | null | undefined,
	at: number,
): boolean {
	if (followedByNumber(tokens, at, true)) return true;
	return left !== "staff" && right === "staff";
}

/** Whether the noun at `at` is itself followed by a number: 积极分子 2 名. */
function followedByNumber(tokens: readonly Token[], at: number, whatever = false): boolean {
	for (let index = at + 1; index <= at + 4; index++) {
		const token = tokens[index];
		if (!token || token.kind === "stop") return false;
		if (token.kind === "number") {
			// 两个正式三个预备: the second number has its own noun on the right.
			const after = index + (tokens[index + 1]?.kind === "classifier" ? 2 : 1);
			return (whatever && index === at + 1) || rightRole(tokens, after) === null;
		}
		if (!BETWEEN.has(token.kind)) return false;
	}
	return false;
}

function rightRole(tokens: readonly Token[], from: number): number | null {
	let words = 0;
	let staff: number | null = null;
	for (let index = from; index < tokens.length && index <= from + 9; index++) {
		const token = tokens[index];
		if (!token) return null;
		if (ROLES.has(token.kind)) {
			// 3名员工是党员, 两个老师都是党员: what they are counts, not what they do.
			if (token.kind === "staff" && staff === null && words === 0) {
				staff = index;
				continue;
			}
			if (token.kind === "staff") return staff;
			// Between the number and its noun stand few words: 6名阿姨是党员, 五个外卖员党员.
			const between = tokens
				.slice(from, index)
				.map((one) => one.text)
				.join("");
			const joined =
				/[的是]$/.test(between) ||
				(between.length <= 4 && from > 0 && !/[没不无有在]|部门|支部|项目|公司|单位|[店厂家]/.test(between));
			return words > 0 && !joined ? staff : index;
		}
		if (token.kind === "filler" || token.kind === "all") {
			if (/^(?:有|里|中|内)$/.test(token.text) && index > from) return staff;
			continue;
		}
		if (token.kind === "word" && words < 6 && staff === null) {
			words++;
			continue;
		}
		return staff;
	}
	return staff;
}

function leftRole(tokens: readonly Token[], index: number, claimed: ReadonlySet<number>): number | null {
	for (let at = index - 1; at >= 0 && at >= index - 7; at--) {
		const token = tokens[at];
		if (!token) return null;
		// 正式党员老师3个: the members are teachers.
		const before = tokens[at - 1]?.kind;
		if (token.kind === "staff" && (before === "member" || before === "full" || before === "probationary"))
			continue;
		// 5个人变成2个人: those people belong to the number before them.
		if (token.kind === "staff" && before === "number") return null;
		if (ROLES.has(token.kind)) return claimed.has(at) ? null : at;
		if (!BETWEEN.has(token.kind)) return null;
		if (token.kind === "among" && /其中/.test(token.text)) return null;
	}
	return null;
}

/** Bounds of a number, narrowed or widened by 近, 不到, 至少, 以上, 不止. */
function bounds(tokens: readonly Token[], index: number): { low: number; high: number } {
	const number = tokens[index];
	let low = number?.low ?? 0;
	let high = number?.high ?? 0;
	const before = `${tokens[index - 2]?.text ?? ""}${tokens[index - 1]?.text ?? ""}`;
	const after = `${tokens[index + 1]?.text ?? ""}${tokens[index + 2]?.text ?? ""}${tokens[index + 3]?.text ?? ""}`;
	if (/(?:不到|不足|不满|少于|未满|低于)$/.test(before)) return { low: Math.min(1, low), high: low - 1 };
	if (/(?:近|将近|接近)$/.test(before)) low = Math.floor(low * 0.9);
	if (/(?:大概|大约|约|差不多|估计)$/.test(before) && high >= 40) {
		low = Math.floor(low * 0.95);
		high = Math.ceil(high * 1.05);
	}
	if (/(?:超过|不止|不只)$/.test(before))
		return { low: low + 1, high: low + Math.max(2, Math.floor(low / 10)) };
	if (/左右|上下/.test(after) && high >= 40)
		return { low: Math.floor(low * 0.95), high: Math.ceil(high * 1.05) };
	return { low, high };
}

/** 如今满三名了, 刚凑齐三名: the threshold is reached, the number counts. */
function reached(tokens: readonly Token[], index: number, at: number): boolean {
	if (/(?:刚|已经?|终于|总算|现在|正好|了)$/.test(tokens[at - 1]?.text ?? "")) return true;
	const clause =
		tokens
			.slice(Math.max(0, at - 8), at)
			.map((token) => token.text)
			.join("")
			.split(/[,。]/)
			.at(-1) ?? "";
	const after = tokens
		.slice(index + 1, index + 4)
		.map((token) => token.text)
		.join("");
	return (
		/^(?:满|凑够|凑齐|凑足|够)$/.test(tokens[at]?.text ?? "") &&
		(/现在|如今|目前|今年|终于|已/.test(clause) || /^(?:名|个|位)?(?:正式)?(?:党员)?了/.test(after))
	);
}

/** 够三个, 不是两个, 没有三个, 一个不剩: numbers that count nobody. */
function isThreshold(tokens: readonly Token[], index: number): boolean {
	const ahead = tokens
		.slice(index + 1, index + 12)
		.map((token) => token.text)
		.join("");
	if (/^[^,。]{0,8}(?:才(?:能|可以|行|够|算|可)|以上才|起步)/.test(ahead)) return true;
	if (tokens[index]?.low === 1) {
		const after = tokens
			.slice(index + 1, index + 7)
			.map((token) => token.text)
			.join("");
		if (
			/^(?:个|名|位)?(?:的)?(?:正式|预备)?(?:的)?(?:党员)?(?:都|也)?(?:还)?(?:不剩|莫得|冇|没有?(?!转|正式转|满)|找不|无(?!法)|不存在)/.test(
				after,
			)
		)
			return true;
	}
	for (let at = index - 1; at >= 0 && at >= index - 2; at--) {
		const token = tokens[at];
		if (
			(token?.kind === "threshold" && !reached(tokens, index, at)) ||
			(token?.kind === "denied" && token.text !== "不止" && token.text !== "不只")
		)
			return true;
		if (token?.kind === "no" && /没有?$/.test(token.text)) return true;
		if (token?.kind !== "filler") return false;
	}
	return false;
}

/** Scope, time and part of a number from the words before it. */
function circumstances(
	tokens: readonly Token[],
	index: number,
	from: number,
): Pick<Mention, "part" | "scope" | "each" | "ours" | "time" | "total" | "current" | "firms"> {
	let part: Mention["part"] = null;
	let scope: Mention["scope"] | null = null;
	let each = false;
	let time: Mention["time"] | null = null;
	let total = false;
	let current = false;
	let firms: number | null = null;
	let distance = 0;
	for (let at = index - 1; at >= 0; at--) {
		const token = tokens[at];
		if (!token) break;
		if (token.kind === "stop" && token.text !== "、") break;
		distance++;
		// Another count closes the view, except where one phrase runs over both.
		if (token.kind === "number" && tokens[at + 1]?.kind !== "firms") {
			if (at < from) break;
		}
		if (token.kind === "firms") firms ??= tokens[at - 1]?.low ?? null;
		else if (token.kind === "among" && distance < 6 && /中|里/.test(token.text)) part ??= "among";
		else if (token.kind === "besides" && distance < 6) part ??= "besides";
		else if (token.kind === "total") total = total || distance < 6;
		else if (token.kind === "each") each = each || token.text !== "一家" || tokens[at + 1]?.kind === "number";
		else if (token.kind === "other") scope ??= "other";
		else if (token.kind === "we") scope ??= "own";
		else if (token.kind === "past" && distance < 9) time ??= "past";
		else if (token.kind === "left" && distance < 5) time ??= "left";
		else if (token.kind === "joined" && distance < 6) time ??= "joined";
		else if ((token.kind === "remain" || token.kind === "now") && distance < 9) {
			if (time === null || tokens[index - 1]?.text === "又有") time = "now";
			current = time === "now";
		} else if (token.kind === "become" && distance < 5) {
			time ??= "now";
			current = true;
		}
	}
	const after = tokens
		.slice(index + 1, index + 6)
		.map((token) => token.text)
		.join("");
	if (
		time === null &&
		!/(?:走了|走|离职了?|调走了?|转走|辞职了?|退了)[\d一二两三四五六七八九十几俩仨]/.test(after) &&
		/^(?:名|个|位|人)?(?:正式|预备)?(?:党员|同志)?(?:都|已经|又)?(?:(?:把|将)?(?:组织)?关系(?:都|已经)?(?:转走|转出|迁走|转回)|离职|调走|走了|转走|辞职|退了|跳槽)/.test(
			after,
		)
	)
		time = "left";
	const ours = scope === "own";
	if (scope !== "other" && firms !== null && firms > 1) scope = "all";
	return { part, scope: scope ?? "own", each, ours, time: time ?? "now", total, current, firms };
}
