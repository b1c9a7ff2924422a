import type { Token } from "./lexer.ts";
import type { Kind } from "./lexicon.ts";
import type { Role } from "./mentions.ts";

/** What 不算预备的 and 算上预备的 do to the numbers around them. */
export interface Exclusion {
	/** Nouns that only name who is left out or in; no number belongs to them. */
	readonly named: ReadonlySet<number>;
	/** Role of a number that follows from what was left out (不算预备的有三个: full members). */
	readonly roles: ReadonlyMap<number, Role>;
}

const NOUNS = new Set<Kind>(["member", "full", "probationary", "applicant", "staff"]);
/** How far the number may be from what was left out, in tokens. */
const REACH = 9;

/**
 * Reads who is left out of or taken into a count: 不算预备的有三个, 算上预备一共五个,
 * 预备的不算, 去掉一个预备的还有3个.
 */
export function readExclusion(tokens: readonly Token[]): Exclusion {
	const named = new Set<number>();
	const roles = new Map<number, Role>();
	for (const [index, token] of tokens.entries()) {
		if (token.kind !== "except" && token.kind !== "including") continue;
		const before = skip(tokens, index - 1, -1);
		const after = skip(tokens, index + 1, 1);
		// 预备的不算, 预备的不算在内: the noun stands in front.
		const backwards = token.text.startsWith("不") && isNoun(tokens, before) && !isNoun(tokens, after);
		const noun = backwards ? before : after;
		const counted = tokens[noun]?.kind === "number";
		if (counted) {
			if (token.kind === "including" || !hasProbationary(tokens, noun)) continue;
			const rest = nextNumber(tokens, noun + 1);
			if (rest !== null && ownNoun(tokens, rest) === null) roles.set(rest, "full");
			continue;
		}
		if (!isNoun(tokens, noun) || (backwards && tokens[noun - 1]?.kind === "classifier")) continue;
		if (nounBelongsToNumber(tokens, noun)) continue;
		named.add(noun);
		if (tokens[noun]?.kind !== "probationary") continue;
		const number = nextNumber(tokens, Math.max(noun, index) + 1);
		if (number === null) continue;
		const own = ownNoun(tokens, number);
		if (token.kind === "except" && (own === null || own === "member")) roles.set(number, "full");
		if (token.kind === "including" && own === null) roles.set(number, "member");
	}
	return { named, roles };
}

function skip(tokens: readonly Token[], from: number, step: number): number {
	let at = from;
	while (tokens[at]?.kind === "filler") at += step;
	return at;
}

function isNoun(tokens: readonly Token[], at: number): boolean {
	const kind = tokens[at]?.kind;
	return kind !== undefined && NOUNS.has(kind);
}

/** 含预备党员2名: the number after the noun is how many of them there are. */
function nounBelongsToNumber(tokens: readonly Token[], noun: number): boolean {
	const next = skip(tokens, noun + 1, 1);
	return (
		tokens[next]?.kind === "number" &&
		next - noun <= 2 &&
		!/的$/.test(tokens[noun]?.text ?? "") &&
		!/有/.test(tokens[next - 1]?.text ?? "")
	);
}

function hasProbationary(tokens: readonly Token[], number: number): boolean {
	return tokens.slice(number + 1, number + 4).some((token) => token.kind === "probationary");
}

/** The next number, at most one clause away. */
function nextNumber(tokens: readonly Token[], from: number): number | null {
	let stops = 0;
	for (let at = from; at < Math.min(tokens.length, from + REACH); at++) {
		const token = tokens[at];
		if (token?.kind === "stop" && (token.text === "。" || ++stops > 1)) return null;
		if (token?.kind === "number") return at;
	}
	return null;
}

/** Kind of the noun directly after a number and its classifier. */
function ownNoun(tokens: readonly Token[], number: number): Kind | null {
	const after = number + (tokens[number + 1]?.kind === "classifier" ? 2 : 1);
	const noun = skip(tokens, after, 1);
	const kind = tokens[noun]?.kind;
	return kind !== undefined && NOUNS.has(kind) && kind !== "staff" ? kind : null;
}
