import { circumstances } from "./circumstances.ts";
import { readExclusion } from "./exclusion.ts";
import { bounds, isThreshold } from "./extent.ts";
import type { Token } from "./lexer.ts";
import { roleOf } from "./roles.ts";

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
	/** No noun of its own: 三个, 有两名. */
	readonly bare: boolean;
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

/** Finds every count of people in the tokens. */
export function findMentions(tokens: readonly Token[]): Mention[] {
	const mentions: Mention[] = [];
	const exclusion = readExclusion(tokens);
	const claimed = new Set(exclusion.named);
	const clauses = clauseNumbers(tokens);
	for (let index = 0; index < tokens.length; index++) {
		const number = tokens[index];
		if (number?.kind !== "number") continue;
		const role = roleOf(tokens, index, claimed);
		const forced = exclusion.roles.get(index);
		if (role === null || isThreshold(tokens, index)) continue;
		const both = bothKinds(tokens, index, role.role);
		if (both) {
			const count = { ...bounds(tokens, index), ...circumstances(tokens, index, role.from, role.role) };
			const place = {
				human: false,
				bare: false,
				start: number.start,
				end: number.end,
				clause: clauses[index] ?? 0,
			};
			for (const kind of ["full", "probationary"] as const)
				mentions.push({ ...count, ...place, role: kind, part: "besides", each: false });
			continue;
		}
		mentions.push({
			role: forced ?? role.role,
			...bounds(tokens, index),
			...circumstances(tokens, index, role.from, forced ?? role.role),
			human: tokens[index + 1]?.kind === "staff",
			bare: forced === undefined && role.role === "people",
			start: number.start,
			end: tokens[role.to]?.end ?? number.end,
			clause: clauses[index] ?? 0,
		});
	}
	// 另两家一家1名一家2名: one after the other.
	return mentions.map((mention, place) => {
		const before = mentions[place - 1];
		const same = before?.each && before.scope === "other" && before.clause === mention.clause;
		return same && mention.each && !mention.ours ? { ...mention, scope: "other" as const } : mention;
	});
}

function clauseNumbers(tokens: readonly Token[]): number[] {
	let clause = 0;
	return tokens.map((token) => (token.kind === "stop" && token.text !== "、" ? clause++ : clause));
}

/** 正式、预备党员各一名: one number for both kinds. */
function bothKinds(tokens: readonly Token[], index: number, role: Role): boolean {
	if (role === "applicant" || role === "staff") return false;
	if (tokens[index - 1]?.kind !== "each" && tokens[index - 1]?.text !== "都是") return false;
	const before = tokens.slice(Math.max(0, index - 6), index).map((token) => token.kind);
	return before.includes("full") && before.includes("probationary");
}
