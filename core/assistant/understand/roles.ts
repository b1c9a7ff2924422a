import type { Token } from "./lexer.ts";
import type { Kind } from "./lexicon.ts";
import type { Role } from "./mentions.ts";

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

/** The noun a number counts; `from..to` are the tokens of the phrase. */
export function roleOf(
	tokens: readonly Token[],
	index: number,
	claimed: Set<number>,
): { role: Role; from: number; to: number } | null {
	const next = tokens[index + 1];
	if (next?.kind === "firms" || next?.kind === "measure") return null;
	// 这几位都是党员: those named before.
	if (tokens[index]?.text === "几" && /[这那]$/.test(tokens[index - 1]?.text ?? "")) return null;
	const classified = tokens[index]?.counted || next?.kind === "classifier" || next?.kind === "staff";
	const after = index + (next?.kind === "classifier" || next?.kind === "staff" ? 2 : 1);
	// 社员还有3个也是, 还有两个员工也是: like those before.
	const noun = tokens[after]?.kind === "staff" ? after + 1 : after;
	if (
		ALSO.test(
			tokens
				.slice(noun, noun + 3)
				.map((one) => one.text)
				.join(""),
		)
	)
		return { role: "people", from: index, to: after - 1 };
	const left = leftRole(tokens, index, claimed);
	let right = rightRole(tokens, after);
	// 三个项目部党员8名: the noun belongs to the number after it.
	if (right !== null && left === null && !classified && followedByNumber(tokens, right)) right = null;
	// 八十来号人党员有六个: those people are all who work there.
	if (right !== null && left === null && next?.kind === "staff" && followedByNumber(tokens, right))
		return { role: "staff", from: index, to: after - 1 };
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
	// 从31涨到50: the noun of the first number.
	if (!classified && tokens[index - 1]?.kind === "become" && tokens[index - 2]?.kind === "number")
		return { role: isOfStaff(tokens, index - 2) ? "staff" : "people", from: index, to: index };
	// 公司党员118，如今只有76: as those counted before.
	if (!classified && isCountAgain(tokens, index)) return { role: "people", from: index, to: index };
	return classified && countsPeople(tokens, index, after)
		? { role: "people", from: index, to: after - 1 }
		: null;
}

/** 员工从20: those who work there. */
function isOfStaff(tokens: readonly Token[], number: number): boolean {
	const left = leftRole(tokens, number, new Set());
	return left !== null && tokens[left]?.kind === "staff";
}

/** A bare number at the end of a clause that says how many there are by now. */
function isCountAgain(tokens: readonly Token[], index: number): boolean {
	const next = tokens[index + 1]?.kind;
	if (next !== undefined && next !== "stop") return false;
	const before = tokens[index - 1]?.kind;
	if (before !== "now" && before !== "remain" && before !== "become" && before !== "total") return false;
	const noun = tokens.slice(0, index).findLast((token) => ROLES.has(token.kind));
	return noun?.kind === "member" || noun?.kind === "full";
}

const ALSO = /^也(?:都|全)?(?:是|算)(?=$|[,。])/;

/** What may follow a count without a noun; anything else is the noun of a thing (一个书记, 一个牌子). */
const AFTER_COUNT =
	/^(?:$|[,。、:)]|一[起块道同]|[都是还也没在关组转来走离退就才能可够吗呢了吧的把不有要想愿党人左以已正预挂留算凑单成建该怎咋如是哦啊呀嘛又另其仍全均并且而但且老今现前后系常长经平天每流失调辞跳他它别对死硬压坚始迟身去真确目暂仅一,])/;

/** 给一个, 讲个, 设一个书记: no count of people. */
function countsPeople(tokens: readonly Token[], index: number, after: number): boolean {
	const before = tokens[index - 1]?.text ?? "";
	if (tokens[index]?.low === 1 && /[给看讲举推荐设派请换写做弄搞建整]$/.test(before)) return false;
	const next = tokens[after]?.kind;
	if (next !== undefined && next !== "word" && next !== "measure" && next !== "firms") return true;
	// 名 and 位 count nobody but persons.
	if (/^[名位]$/.test(tokens[after - 1]?.text ?? "")) return true;
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

/** 1名尚在预备期, 1位上个月才接收为预备 */
const IN_PROBATION = /^[^没无不未]{0,10}(?:在|为|是|刚|才|成|过)[^没无不未]{0,3}$/;

function rightRole(tokens: readonly Token[], from: number): number | null {
	let words = 0;
	let staff: number | null = null;
	for (let index = from; index < tokens.length && index <= from + 9; index++) {
		const token = tokens[index];
		if (!token) return null;
		if (ROLES.has(token.kind)) {
			// 3名员工是党员, 两个老师都是党员: what they are counts, not what they do.
			// 一个退休关系回了社区: what became of one, not who it was.
			if (token.text === "退休" && tokens[index + 1]?.kind !== "staff") return null;
			// 五个兼职老师都是党员: two words for what they do.
			const goesOn = staff === index - 1;
			if (token.kind === "staff" && (staff === null || goesOn) && words === 0) {
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
				(token.kind === "probationary" && IN_PROBATION.test(between)) ||
				(between.length <= 4 && from > 0 && !/[没不无有在]|部门|支部|项目|公司|单位|[店厂家]/.test(between));
			return words > 0 && !joined ? staff : index;
		}
		if (token.kind === "filler" || token.kind === "all") {
			if (/^(?:里|中|内)$/.test(token.text) || (token.text === "有" && index > from)) return staff;
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
	let words = 0;
	for (let at = index - 1; at >= 0 && at >= index - 7; at--) {
		const token = tokens[at];
		if (!token) return null;
		// 退休走了一个: what they did.
		if (token.text === "退休") return null;
		// 正式党员老师3个: the members are teachers.
		const before = tokens[at - 1]?.kind;
		if (token.kind === "staff" && (before === "member" || before === "full" || before === "probationary"))
			continue;
		// 5个人变成2个人: those people belong to the number before them.
		if (token.kind === "staff" && before === "number") return null;
		if (ROLES.has(token.kind))
			return claimed.has(at) || (words > 0 && token.kind !== "applicant") ? null : at;
		// 党员倒还有3名
		if (token.kind === "besides" && token.text === "还有") continue;
		// 积极分子倒是培养了3个: a verb may stand between them.
		if (token.kind === "word" && ++words <= 4) continue;
		if (!BETWEEN.has(token.kind)) return null;
		if (token.kind === "among" && /其中/.test(token.text)) return null;
	}
	return null;
}
