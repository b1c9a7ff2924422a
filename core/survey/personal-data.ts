/**
 * Filter for personal data in free text: numbers that belong to a person, and
 * statements that tie a person to the Party. It works by patterns and does not
 * find every name; `/privacy` and the notice say so. What it must find and must
 * not find is published in `test/core/survey/personal-data.cases.yaml`.
 */
import { isCreditCode, parseCreditCode } from "./credit-code.ts";
import { DOUBLE_SURNAMES, NOT_NAMES, SURNAMES } from "./surnames.ts";

export type PersonalDataKind =
	/** Mobile number. */
	| "mobile"
	/** Landline number with area code. */
	| "landline"
	/** Resident identity card number, 18 or 15 digits. */
	| "id-number"
	/** E-mail address. */
	| "email"
	/** A named person and the Party, or a named person's political status. */
	| "named-member"
	/** Whether the holder of one post (老板, 法人代表 …) is a member. */
	| "post-member";

export interface Finding {
	readonly kind: PersonalDataKind;
	/** Offsets into the text as given to `foldForFilter`. */
	readonly start: number;
	readonly end: number;
}

/** Width folded, invisible characters removed: the form in which patterns are sought. */
export function foldForFilter(text: string): string {
	return text
		.normalize("NFKC")
		.replaceAll(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, "")
		.replaceAll(/[〇○]/g, "0");
}

/** Digits with the separators people put between them. */
const spaced = (pattern: string) => pattern.replaceAll("·", "[ \\-–—.]?");
const MOBILE = new RegExp(
	spaced(String.raw`(?<![\dA-Za-z])(?:\+?(?:00)?86·)?1·[3-9](?:·\d){9}(?![\dA-Za-z])`),
	"g",
);
const HAN_DIGITS_MOBILE =
	/(?<![一二三四五六七八九零幺〇两十百千万])[一幺1][三四五六七八九3-9](?:[一二三四五六七八九零幺〇\d]){9}(?![一二三四五六七八九零幺〇十百千万\d])/g;
const LANDLINE = /(?<![\dA-Za-z-])\(?0(?:10|2\d|[3-9]\d{2})\)?[ -]?[2-9]\d{6,7}(?![\dA-Za-z])/g;
const ID_18 = new RegExp(
	spaced(
		String.raw`(?<![\dA-Za-z])[1-9]\d{5}·(?:19|20)\d{2}·(?:0[1-9]|1[0-2])·(?:0[1-9]|[12]\d|3[01])·\d{3}·[\dXx](?![\dA-Za-z])`,
	),
	"g",
);
const ID_15 = /(?<![\dA-Za-z])[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![\dA-Za-z])/g;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

const NAME = `(?:(?:${DOUBLE_SURNAMES.join("|")})\\p{Script=Han}{1,2}|[${SURNAMES}](?:某某|某|\\p{Script=Han}{1,2}))`;
/** What may stand before a name inside running Chinese text. */
const BEFORE = String.raw`(?<![\p{Script=Han}\p{L}\d]|\d)|(?<=是|有|叫|和|与|及|职工|员工|同事|经理|老板|总监|主任|书记|会计|店长|股东|会长|负责人|联系人|姓名|党员|名单|包括|分别为|其中)`;
const TITLE = "(?:同志|先生|女士|小姐|师傅|经理|总经理|书记|主任|老师|会长|总)?";
const PARTY = "(?:中共|中国共产党|共产党|正式|预备|老|流动|在册|隐形|口袋|退役)*(?:党员)";
const STATUS = `(?:${PARTY}|入党积极分子|积极分子|发展对象|民主党派|无党派人士|共青团员|团员|群众)`;
/** A word that ends the name, so that 党员管理… is not read as a name. */
const END = String.raw`(?=$|[\s、,，。.;；:：!！?？)）(（/|"”’—-]|同志|先生|女士|等(?:[\d一二两三四五六七八九十]|人|同志|$)|和|与|及|都|也|还)`;

const NAMED: readonly RegExp[] = [
	// 张三是党员 · 张三同志不是中共党员 · 张三已经是预备党员 · 张三的政治面貌是群众
	new RegExp(
		`(?:${BEFORE})(${NAME})${TITLE}(?:也|都|就|本人|已经|现在|目前|才|还)?(?:是|不是|为|系|属于|成了|成为|算|作为)(?:一?[名个位])?${STATUS}`,
		"gu",
	),
	new RegExp(`(?:${BEFORE})(${NAME})${TITLE}的?(?:政治面貌|入党时间|党龄|党籍|党员身份|组织关系)`, "gu"),
	new RegExp(
		`(?:${BEFORE})(${NAME})${TITLE}(?:已经|已|刚|尚未|没有|没|未|想|不愿|不想|申请|要求|写了|递交了?)(?:入党|加入中国共产党|加入党组织|转正|退党)`,
		"gu",
	),
	new RegExp(`(?:${BEFORE})(${NAME})${TITLE}(?:于|在)?\\d{0,4}年?(?:\\d{1,2}月)?入党(?![申积])`, "gu"),
	// 张三（党员） · 张三，中共党员
	new RegExp(
		`(?:${BEFORE})(${NAME})${TITLE}\\s*[(（【\\[,，:：—-]\\s*(?:政治面貌[:：]?)?${STATUS}(?=$|[\\s)）】\\],，。;；])`,
		"gu",
	),
	// 党员张三 · 党员：张三、李四 · 党员名单 张三
	new RegExp(`${PARTY}(?:名单|姓名|同志)?(?:是|有|为|包括|分别是|叫)?[\\s:：]*(${NAME})${END}`, "gu"),
	// 张三党员
	new RegExp(`(?<=^|[\\s、,，。;；:：和与及])(${NAME})(?:同志)?${PARTY}(?=$|[\\s、,，。;；)）和与及])`, "gu"),
	// 姓名：张三
	new RegExp(`姓名\\s*[:：是为]?\\s*(${NAME})`, "gu"),
];
/** 政治面貌：中共党员 · 政治面貌是群众: the status of one person even without a name. */
const POLITICAL_STATUS = new RegExp(`政治面貌\\s*(?:[:：]|是|为|系)\\s*${STATUS}`, "gu");
const POST_MEMBER = new RegExp(
	`(?:老板娘?|董事长|总经理|经理|法人代表|法定代表人|法人|出资人|投资人|负责人|店长|老总|厂长|会长|秘书长|校长|园长|院长|股东|会计|出纳|他|她)(?:本人|自己)?(?:也|就|都|现在)?(?:是|不是|为|系)(?:一?[名个位])?(?:${PARTY}|民主党派|无党派人士)(?![人的]?(?:数|总))`,
	"gu",
);

function collect(kind: PersonalDataKind, pattern: RegExp, text: string, found: Finding[]): void {
	for (const match of text.matchAll(pattern)) {
		const name = match[1];
		if (name !== undefined && isOrdinaryWord(name)) continue;
		if (kind === "id-number" && isCreditCode(match[0])) continue;
		found.push({ kind, start: match.index, end: match.index + match[0].length });
	}
}

function isOrdinaryWord(name: string): boolean {
	return NOT_NAMES.has(name) || NOT_NAMES.has(name.slice(0, 2));
}

/** Everything the patterns find, in the order of the text. */
export function findPersonalData(text: string): readonly Finding[] {
	// A credit code alone, however it is spaced, may look like a number of a person and is none.
	if (text.length < 60 && parseCreditCode(text).ok) return [];
	const folded = foldForFilter(text);
	const found: Finding[] = [];
	collect("mobile", MOBILE, folded, found);
	collect("mobile", HAN_DIGITS_MOBILE, folded, found);
	collect("landline", LANDLINE, folded, found);
	collect("id-number", ID_18, folded, found);
	collect("id-number", ID_15, folded, found);
	collect("email", EMAIL, folded, found);
	for (const pattern of NAMED) collect("named-member", pattern, folded, found);
	collect("named-member", POLITICAL_STATUS, folded, found);
	collect("post-member", POST_MEMBER, folded, found);
	return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * The text with every finding replaced by `〔已隐去〕`: what may be written to an
 * inbox or sent to a language model. A post without a name stays: 老板是党员 in a
 * question about forms is needed for the answer and names nobody.
 */
export function redactPersonalData(text: string): string {
	const folded = foldForFilter(text);
	let result = "";
	let at = 0;
	for (const { kind, start, end } of findPersonalData(text)) {
		if (kind === "post-member" || end <= at) continue;
		result += `${folded.slice(at, Math.max(at, start))}〔已隐去〕`;
		at = end;
	}
	return at === 0 ? text : result + folded.slice(at);
}
