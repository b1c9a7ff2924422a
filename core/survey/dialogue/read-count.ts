import { foldWidth, toSimplified } from "../../language/normalize.ts";
import { parseNumeral, readNumber } from "../../language/numerals.ts";
import { COUNT_MAX } from "../fields.ts";

export type CountResult =
	| { readonly ok: true; readonly value: number }
	| { readonly ok: false; readonly problem: "vague" | "unclear" | "large" };

const VAGUE =
	/约|大概|大约|差不多|左右|上下|将近|接近|不到|超过|至少|最多|以上|以下|可能|也许|好像|应该|估计|或者|还是|来个|多个|余[名人个]|几|数十|许|\?|？|~|-|—|到|至/;
const NONE = /^(?:没有|没|无|一个也?没有|一名也?没有|没有人|暂无|零|〇)$/;
/** Words people put around a number: 一共35人, 有3名党员. */
const AROUND =
	/^(?:我们|单位|公司|这里|目前|现在|一共|总共|共计|共|有|是|就|只有|大小|合计)*(.*?)(?:名|个|人|位|员工|职工|党员|正式党员|预备党员|正式|预备|的|了|吧|左右|。|，|,|\.)*$/s;

/** Reads a count of people: 35, ３５, 三十五, 35人, 没有. Never guesses: 约30 is asked again. */
export function readCount(text: string): CountResult {
	const wide = toSimplified(foldWidth(text)).trim();
	// "3 4" may be two numbers or one: not for us to decide.
	if (/[\d一二三四五六七八九十百千万]\s+[\d一二三四五六七八九十百千万]/.test(wide))
		return { ok: false, problem: "unclear" };
	const folded = wide.replaceAll(/\s/g, "");
	if (NONE.test(folded)) return { ok: true, value: 0 };
	if (VAGUE.test(folded)) return { ok: false, problem: readsSomewhere(folded) ? "vague" : "unclear" };
	const core = AROUND.exec(folded)?.[1] ?? "";
	const number = readNumber(core, 0);
	const simple = /^\d+$/.test(core) ? Number(core) : null;
	if (simple === null) {
		if (number === null || number.end !== core.length) {
			return { ok: false, problem: "unclear" };
		}
		if (number.low !== number.high) return { ok: false, problem: "vague" };
	}
	const value = simple ?? number?.low ?? parseNumeral(core);
	if (value === null || !Number.isSafeInteger(value)) return { ok: false, problem: "unclear" };
	return value > COUNT_MAX ? { ok: false, problem: "large" } : { ok: true, value };
}

function readsSomewhere(text: string): boolean {
	return /[\d一二两三四五六七八九十百千几]/.test(text);
}
