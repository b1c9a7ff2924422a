/** Slips that are put right in the same breath: 党员三个，不对，是两个. */

/** 不对, 说错了, 漏了我自己: what was said before it does not hold. */
const TAKEN_BACK =
	/(?<!对)不对+(?!的)[,。]?(?:不对)*|不是不是|(?<!上[回次]|之前|以前)(?:说|写|报|数|算|记|讲|打)[错反]了|口误|手滑|等一下|(?:漏|忘)了(?:算)?我(?:自己)?|(?:哦|噢|喔|唉)[^,。]{1,8}说了?(?=是)/g;
/** 三名才对, 那就五个: the number that holds. */
const AFTER_ALL = /(?:那就|应该是|准确说?是|其实是)(?=[一二两三四五六七八九十\d俩仨])/g;
const COUNT = /[一二两三四五六七八九十\d](?:个|名|位|人)|俩|仨|党员[^,。]{0,4}[一二两三四五六七八九十\d]/;

/** The text without the counts that its author takes back. */
export function corrected(text: string): string {
	let result = text;
	for (const pattern of [TAKEN_BACK, AFTER_ALL]) {
		const last = [...result.matchAll(pattern)].findLast(
			({ index, 0: word }) =>
				COUNT.test(result.slice(0, index)) && COUNT.test(result.slice(index + word.length)),
		);
		if (last === undefined) continue;
		const before = result.slice(0, last.index);
		const after = result.slice(last.index + last[0].length).replace(/^[,。]+/, "");
		const from = Math.max(before.search(/[^,。]*党员/), 0);
		result = `${before.slice(0, from)}${/党员/.test(after) ? "" : "党员"}${after}`;
	}
	return result;
}
