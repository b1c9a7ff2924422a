import type { Topic } from "../../content/topics.ts";

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
	return {
		words,
		topics: topics.map(({ id, signals }) => ({
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
		})),
	};
}

/** Score of every topic with a sign in the text: its best sign plus half of each further one. */
export function scoreSignals(compiled: CompiledSignals, text: string): Map<string, number> {
	const occurs = compiled.words.map((word) => text.includes(word));
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
