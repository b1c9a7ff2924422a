import type { AskableSlot, Profile, Slot, Support } from "../../formation/profile.ts";
import { readNumber } from "../../language/numerals.ts";
import { inBand } from "./bounds.ts";
import { lex } from "./lexer.ts";
import { readSupport } from "./support/support.ts";

/** What a bare answer to the open question says. */
export interface BareAnswer {
	readonly slots: Partial<Profile>;
	readonly approximate: readonly Slot[];
}

/** Reads "3", 三个, 就我一个, 都没有, 8个月 as an answer to the open question, or null when it is none. */
export function readBareAnswer(text: string, pending: AskableSlot): BareAnswer | null {
	const bare = text
		.replace(/[,。:~]/g, "")
		.replace(
			/^(?:嗯+|啊|哦|那个|是的?|对|好的?|大概|大约|应该|可能|就|也就|差不多|一共|总共|共|有|我们|我们有|只有|现在)+/,
			"",
		);
	if (pending === "fullMembers") return members(bare, text);
	if (pending === "durationMonths") return duration(bare, text);
	return supports(text);
}

function members(bare: string, text: string): BareAnswer | null {
	if (
		/^(?:没有?|无|零|0|一个(?:都|也)?没有?|一个都没|没有党员|都没有)(?:了|啊|呢|吧|个|名|人)?$/.test(bare) ||
		/^(?:一个(?:都|也)没)/.test(text)
	)
		return { slots: { fullMembers: 0 }, approximate: [] };
	if (/^我(?:自己)?(?:[一1]个|一人|自己)?(?:人)?(?:吧|了|是)?$/.test(bare))
		return { slots: { fullMembers: 1 }, approximate: [] };
	const number = readNumber(bare, 0);
	if (!number) return null;
	const rest = bare.slice(number.end);
	if (
		!/^(?:个|名|位|人|口)?(?:人|正式的?|正式党员|党员|都?是?正式的?|左右|吧|啊|呢|了|的|多|都)*$/.test(rest)
	)
		return null;
	const value = inBand(number);
	return value === null
		? null
		: { slots: { fullMembers: value }, approximate: number.low === number.high ? [] : ["fullMembers"] };
}

function duration(bare: string, text: string): BareAnswer | null {
	const time = lex(text).find((token) => token.kind === "time");
	if (time) {
		const low = /不到|不足|不满/.test(text) ? time.low - 0.5 : time.low;
		return low < 6 && time.high >= 6 && time.low !== time.high
			? null
			: { slots: { durationMonths: low }, approximate: [] };
	}
	const number = readNumber(bare, 0);
	if (number && number.low === number.high && /^(?:左右|吧|个)?$/.test(bare.slice(number.end)))
		return { slots: { durationMonths: number.low }, approximate: [] };
	if (/^(?:超过|大于|六个月以上|半年以上|长期|很长|好几年|一年以上)/.test(bare))
		return { slots: { durationMonths: 12 }, approximate: ["durationMonths"] };
	if (/^(?:很短|不到半年|短期|半年以内|半年以下)/.test(bare))
		return { slots: { durationMonths: 3 }, approximate: ["durationMonths"] };
	return null;
}

function supports(text: string): BareAnswer | null {
	if (
		/^(?:都|全)?(?:没有?|无|没人|没谁|不愿意|都不(?:愿意|行|接|肯|收))(?:啊|呢|吧|了|的|有)?$|^(?:一个|一家)(?:都|也)?没有?|^(?:以上)?都没|^没有(?:可以|能|人|谁|愿意)?/.test(
			text.replace(/[,。]/g, ""),
		)
	) {
		return { slots: { support: [] }, approximate: [] };
	}
	const read = readSupport(text, true);
	if (read !== null) return { slots: { support: read }, approximate: [] };
	const named: Support[] = [];
	if (/邻居|隔壁|楼/.test(text)) named.push("area");
	return named.length > 0 ? { slots: { support: named }, approximate: [] } : null;
}
