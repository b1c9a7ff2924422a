import { readNumber } from "../../language/numerals.ts";
import { clauseAfter, clauseBefore } from "./clause.ts";

/** Full members a branch needs; 还差一个 counts down from it. */
const NEEDED = 3;
const NUMBER = "([一二两三四五六七八九十俩仨\\d]+)";
/** 差一个就满三个, 还差两名正式党员才够 */
const SHORT_OF = new RegExp(
	`(?:差|缺)(?:了|着)?${NUMBER}(?:个|名|位)?(?:人)?(?:正式)?(?:的)?(?:党员)?[^,。]{0,2}(?:,)?(?:就|才|便|能)?(?:够|满|凑|达|到|可以|能)[^,。]{0,4}?${NUMBER}?`,
);
/** 离三个还差一个 */
const FAR_FROM = new RegExp(
	`[离距]${NUMBER}(?:个|名|位)?(?:正式)?(?:党员)?[^,。]{0,3}[差少缺]${NUMBER}(?:个|名|位|$|[,。])`,
);
/** 再来一个就有三名 */
const ONE_MORE = new RegExp(
	`再(?:来|招|进|转来|发展|有|添|多)(?:了)?${NUMBER}(?:个|名|位)?[^,。]{0,8}(?:,)?(?:我们|公司|咱们?)?就(?:有|是|够|满|凑够|凑齐|达到)(?:了)?${NUMBER}`,
);
/** What is only going to happen. */
const NOT_YET =
	/预计|有望|计划(?:再)?[招转]|将(?:要|会|再)|如果|要是|假如|假设|万一|倘若|下个?[月周年]|明年|过几天|过段时间|马上要|快要|即将|将要|准备(?:再)?[招走]|打算|年底前|开春|年后|月(?:份)?[^,。]{0,8}(?:能|会|要|才)|能多出|到时候?|可能要|等[^,。]{0,6}(?:来|进|走|转)/;

/** Full members there are now, from how many are missing: 差一个就满三个 says two. */
export function fromWhatIsMissing(text: string): number | null {
	const away = FAR_FROM.exec(text);
	const match = away ? [away[0], away[2], away[1]] : (ONE_MORE.exec(text) ?? SHORT_OF.exec(text));
	const missing = match?.[1] ? readNumber(match[1], 0) : null;
	if (!match || !missing || missing.low !== missing.high) return null;
	const goal = match[2] ? (readNumber(match[2], 0)?.low ?? NEEDED) : NEEDED;
	// 到那时候能不能建: asks about then.
	if (/到(?:那个?)?时/.test(text)) return goal;
	return goal >= missing.low ? goal - missing.low : null;
}

/** Whether those counted are only going to come: 再招一名, 下月入职. */
export function isArriving(
	text: string,
	{ start, end }: { readonly start: number; readonly end: number },
): boolean {
	if (!isProspect(text, start)) return false;
	return (
		/(?:再|谈好|新)[^,。]{0,6}$|[招进]$/.test(text.slice(0, start)) ||
		/^[^,。]{0,6}(?:入职|进来|转来|转进|报到|加入)/.test(text.slice(end))
	);
}

/** Whether the clause that ends at `at` tells what is only going to happen. */
export function isProspect(text: string, at: number): boolean {
	return NOT_YET.test(clauseBefore(text, at) + clauseAfter(text, at));
}
