import type { Topic } from "../../core/content/topics.ts";

/** A signal of `topics.yaml`, parsed. */
interface Signal {
	readonly weight: number;
	/** Indexes into the word list: every group needs one that occurs. */
	readonly groups: readonly (readonly number[])[];
	/** None of these may occur. */
	readonly excluded: readonly number[];
}

/** All signals of all topics over one shared list of words. */
export interface CompiledSignals {
	readonly words: readonly string[];
	/** First two characters (or the only one) → words that start so, by number. */
	readonly starts: ReadonlyMap<string, readonly number[]>;
	readonly topics: readonly { readonly id: string; readonly signals: readonly Signal[] }[];
}

/** Parses the signals once per Knowledge value. */
export function compileSignals(topics: readonly Topic[]): CompiledSignals {
	const words: string[] = [];
	const numbers = new Map<string, number>();
	const indexOf = (word: string): number => {
		const known = numbers.get(word);
		if (known !== undefined) return known;
		numbers.set(word, words.length);
		words.push(word);
		return words.length - 1;
	};
	const parseGroup = (group: string): number[] =>
		group
			.split("|")
			.map((word) => word.trim())
			.filter((word) => word !== "")
			.map(indexOf);
	const parsed = topics.map(({ id, signals }) => ({
		id,
		signals: signals.map((source) => {
			const match = /^(\d+): ?(.*)$/.exec(source);
			const parts = (match?.[2] ?? source).split("&").map((part) => part.trim());
			const groups = parts.filter((part) => !part.startsWith("!")).map(parseGroup);
			const excluded = parts
				.filter((part) => part.startsWith("!"))
				.flatMap((part) => parseGroup(part.slice(1)));
			return { weight: match ? Number(match[1]) : groups.length + 1, groups, excluded };
		}),
	}));
	const starts = new Map<string, number[]>();
	for (const [number, word] of words.entries()) {
		const start = word.slice(0, 2);
		starts.set(start, [...(starts.get(start) ?? []), number]);
	}
	return { words, starts, topics: parsed };
}

/** Score of every topic with a sign in the text: its best sign plus half of each further one. */
export function scoreSignals(compiled: CompiledSignals, text: string): Map<string, number> {
	const occurs = occurring(compiled, text);
	const scores = new Map<string, number>();
	for (const { id, signals } of compiled.topics) {
		let best = 0;
		let rest = 0;
		for (const signal of signals) {
			if (!signal.groups.every((group) => group.some((word) => occurs[word]))) continue;
			if (signal.excluded.some((word) => occurs[word])) continue;
			rest += Math.min(best, signal.weight);
			best = Math.max(best, signal.weight);
		}
		if (best > 0) scores.set(id, best + Math.min(rest, 4) / 2);
	}
	return scores;
}

/** Which words occur: one pass over the text instead of one search per word. */
function occurring({ words, starts }: CompiledSignals, text: string): boolean[] {
	const occurs = new Array<boolean>(words.length).fill(false);
	for (let at = 0; at < text.length; at++) {
		for (const start of [text.slice(at, at + 2), text.slice(at, at + 1)]) {
			for (const number of starts.get(start) ?? []) {
				if (!occurs[number] && text.startsWith(words[number] ?? "", at)) occurs[number] = true;
			}
		}
	}
	return occurs;
}
