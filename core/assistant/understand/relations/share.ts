import type { Mention } from "../mentions.ts";
import { ARRIVED, NOT_MOVED } from "./verdict.ts";

/** 有的, 多数, 个别, 一半, 除了我: how many without a number. */
export type Share = "some" | "most" | "few" | "half" | "all-but-one";
const SHARES: readonly (readonly [Share, RegExp])[] = [
	["half", /一半/],
	["most", /多数|大部分|大多|大半|绝大/],
	["few", /个别|少数|零星/],
	[
		"some",
		/不(?:是)?(?:全|都|完全)|没(?:有)?(?:全|都)|没转全|(?:有的|有些|有几个|部分)|有(?:的)?(?:在|转|没|不在)[^,。]{0,8},?有(?:的)?(?:在|转|没|不在)/,
	],
	[
		"all-but-one",
		/(?:就|只有|仅|只)(?:我|[老小][\u4e00-\u9fff]|一个人?|一名)(?:自己|一人|的)?(?:党员)?(?:的)?(?:组织)?关系(?:在|转|落)/,
	],
];

/** The share a clause speaks of, or null when it names none. */
export function shareOf(clause: string): Share | null {
	return SHARES.find(([, pattern]) => pattern.test(clause))?.[0] ?? null;
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
