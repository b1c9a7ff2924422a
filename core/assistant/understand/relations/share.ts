import { readNumber } from "../../../language/numerals.ts";
import type { Bounds } from "../bounds.ts";
import type { Mention } from "../mentions.ts";
import { ARRIVED, NOT_MOVED } from "./verdict.ts";

/** 有的, 多数, 个别, 一半, 三成: how many of `full` members without a number of its own. */
export type Share = (full: number) => Bounds;

const some: Share = (full) => ({ low: 1, high: Math.max(1, full - 1) });
const SHARES: readonly (readonly [RegExp, Share])[] = [
	[/一半|半数/, (full) => ({ low: Math.floor(full / 2), high: Math.ceil(full / 2) })],
	[
		/多数|大部分|大多|大都|大半|绝大/,
		(full) => ({ low: Math.floor(full / 2) + 1, high: Math.max(1, full - 1) }),
	],
	[/个别|少数|零星/, (full) => ({ low: 1, high: Math.min(2, Math.max(1, full - 1)) })],
	[
		/不(?:是)?(?:全|都|完全)|没(?:有)?(?:全|都)|没转全|(?:有的|有些|有几个|部分)|有(?:的)?(?:在|转|没|不在)[^,。]{0,8},?有(?:的)?(?:在|转|没|不在)/,
		some,
	],
	[
		/(?:就|只有|仅|只)(?:我|[老小][\u4e00-\u9fff]|一个人?|一名)(?:自己|一人|的)?(?:党员)?(?:的)?(?:组织)?关系(?:在|转|落)/,
		(full) => ({ low: Math.max(1, full - 1), high: Math.max(1, full - 1) }),
	],
];
/** Shares that say how many are here where the clause speaks of those here. */
const COUNTS_EITHER = 3;
const PART = /([一二三四五六七八九十\d]+)(?:分之([一二两三四五六七八九])|([成%]))/;

/** The share of members whose relation is elsewhere that a clause speaks of; `here`: it speaks of those whose relation is here. */
export function shareOf(clause: string, here: boolean): Share | null {
	const part = PART.exec(clause);
	const at = SHARES.findIndex(([pattern]) => pattern.test(clause));
	const share = part ? partOf(part) : (SHARES[at]?.[1] ?? null);
	if (share === null || !here || (!part && at >= COUNTS_EITHER)) return share;
	return (full) => ({ low: full - share(full).high, high: full - share(full).low });
}

/** 三分之一, 八成, 40%. */
function partOf([, one = "", over, unit]: RegExpExecArray): Share {
	const value = readNumber(one, 0)?.low ?? 0;
	const fraction = over ? (readNumber(over, 0)?.low ?? 0) / value : value / (unit === "成" ? 10 : 100);
	return (full) => ({ low: Math.floor(1e-6 + full * fraction), high: Math.ceil(full * fraction - 1e-6) });
}

/** 不全在这，有两个在老家: the number that a share of unknown size turns out to be. */
export function countedAway(
	text: string,
	mentions: readonly Mention[],
): { mention: Mention; here: boolean } | null {
	for (const mention of mentions) {
		if (!mention.bare || mention.start === 0) continue;
		const after = text.slice(mention.end, mention.end + 12).split(/[,。]/)[0] ?? "";
		if (!/^(?:的)?(?:关系)?(?:还|仍|都|也)?(?:在|没|不在|挂|留|转)/.test(after)) continue;
		return { mention, here: ARRIVED.test(after) && !NOT_MOVED.test(after) };
	}
	return null;
}
