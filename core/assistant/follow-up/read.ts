import type { Knowledge } from "../../content/knowledge.ts";
import { evaluate } from "../../formation/evaluate.ts";
import type { Profile, Slot } from "../../formation/profile.ts";
import { lookup } from "../lookup.ts";
import { ANOTHER } from "../merge.ts";
import type { Understanding } from "../types.ts";
import { ELSEWHERE } from "../understand/asking.ts";
import { readable } from "../understand/spelling.ts";
import { NO_CONTEXT, type ReadingContext, understand } from "../understand/understand.ts";
import { asksWhatNow, asksWhy, subjectsOf } from "./context.ts";
import { readConversion, readDifference, readTransfer } from "./counts.ts";
import { readBareCount, readCorrection, readSplit, readStatement } from "./statement.ts";

/** Confidence of an honest 没有看懂. */
const NOT_UNDERSTOOD = 0.2;
/** A topic with less confidence is a guess, which what was said before may better. */
const GUESS = 0.5;

/** Signs of a question. */
const ASKS = /怎么|如何|咋|怎样|谁|哪|多久|多长|什么|啥|几|多少|能不能|要不要|吗|呢|可以|材料|流程/;

/**
 * Reads a text within its conversation: first what changes known facts, then the text
 * by itself, then, when that leads nowhere, the text as a continuation of what was said.
 */
export function readInConversation(
	text: string,
	knowledge: Knowledge,
	context: ReadingContext = NO_CONTEXT,
): Understanding {
	const alias = readAlias(text, knowledge);
	if (alias) return alias;
	const continues = Object.keys(context.profile).length > 0;
	if (!continues) return preferCounts(understand(text, knowledge, context));
	const readableText = readable(text);
	// 另一家公司有2名党员: a story of its own, unless the two are to join.
	if (ANOTHER.test(readableText) && !/一起|联合|合建|合起来|加起来|加上|共同/.test(readableText)) {
		return preferCounts(understand(readableText.replace(ANOTHER, "一家"), knowledge, NO_CONTEXT));
	}
	const { profile } = context;
	const changed =
		readConversion(readableText, profile) ??
		readTransfer(readableText, profile) ??
		readDifference(readableText, profile);
	if (changed) return formation(changed);
	const said =
		readSplit(readableText, profile) ??
		(context.pending === null ? readBareCount(readableText) : null) ??
		readCorrection(readableText, profile);
	if (said) return formation(said.slots, said.approximate);
	if (asksWhy(readableText) && context.pending === null) return formation({});
	// 组织关系都不在这里: told, not asked, it is about what was said before, whatever guide it resembles.
	const told = ASKS.test(readableText) ? null : readStatement(readableText, profile);
	if (told) return formation(told.slots, told.approximate);
	// Changes of known facts have been looked for: the text is now read by itself.
	const own = preferCounts(understand(text, knowledge, { ...context, profile: {} }));
	const isGuess = own.topic === "off-topic" || (own.topic !== null && own.confidence < GUESS);
	if (!isGuess || context.pending !== null) return own;
	if (asksWhatNow(readableText)) return formation({});
	const statement = readStatement(readableText, profile);
	if (statement) return formation(statement.slots, statement.approximate);
	const { outcome } = evaluate(lookup(knowledge).table, profile);
	for (const subject of subjectsOf(readableText, context, knowledge, outcome)) {
		const expanded = understand(`${subject}${text}`, knowledge);
		const found = expanded.intent !== "out-of-scope" && expanded.topic !== null;
		if (found && expanded.confidence >= GUESS) return { ...expanded, slots: {}, approximate: [] };
	}
	// Somebody who speaks of their organisation is not told that it does not belong here.
	const foreign = own.topic !== "off-topic" || ELSEWHERE.test(readableText);
	return foreign ? own : { ...own, confidence: NOT_UNDERSTOOD };
}

/** Counts of members and a topic that is only a guess: the counts are what the person came with. */
function preferCounts(own: Understanding): Understanding {
	const counted = own.slots.fullMembers !== undefined || own.slots.probationary !== undefined;
	const guess = own.topic !== null && own.intent !== "out-of-scope" && own.confidence < GUESS;
	return counted && guess ? { ...own, intent: "formation", topic: null, confidence: 1 } : own;
}

function formation(slots: Partial<Profile>, approximate: readonly Slot[] = []): Understanding {
	return { intent: "formation", topic: null, slots, approximate, mentionsMembers: true, confidence: 1 };
}

/** The assistant's own suggestions, and questions worded exactly as an alias of a guide, need no reading. */
function readAlias(text: string, knowledge: Knowledge): Understanding | null {
	const guide = aliases(knowledge).get(text.trim());
	if (!guide) return null;
	return {
		intent: guide.intent,
		topic: guide.id,
		slots: {},
		approximate: [],
		mentionsMembers: false,
		confidence: 1,
	};
}

const known = new WeakMap<Knowledge, ReadonlyMap<string, Knowledge["guides"][number]>>();

/** Aliases of the guides on topics; those of the outcomes ask for a decision and are read as such. */
function aliases(knowledge: Knowledge): ReadonlyMap<string, Knowledge["guides"][number]> {
	const built = known.get(knowledge);
	if (built) return built;
	const made = new Map(
		knowledge.guides
			.filter((guide) => guide.outcome === undefined)
			.flatMap((guide) => guide.aliases.map((alias) => [alias, guide] as const)),
	);
	known.set(knowledge, made);
	return made;
}
