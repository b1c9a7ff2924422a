import MiniSearch from "minisearch";
import type { Knowledge } from "../../content/knowledge.ts";
import { tokenize } from "../../language/tokenize.ts";

/** A topic as found: how much of the question it covers. */
export interface TopicMatch {
	readonly id: string;
	/** 0–1: 1 for the best match when it contains every piece of the question. */
	readonly score: number;
}

/** Ranks guides for a question; built once per Knowledge value. */
export interface TopicIndex {
	search(text: string): TopicMatch[];
}

/** Words of every question that tell nothing about its subject. */
const EMPTY =
	/怎么办|怎么样|怎么|如何|什么|多少|哪些|哪个|请问|一下|我们|你们|公司|企业|可以|能不能|需要|是不是|有没有|要不要|吗|呢|啊|的|了|呀|吧|想|问|咋|啥/g;

interface Entry {
	readonly id: string;
	readonly title: string;
	readonly aliases: string;
	readonly answer: string;
	readonly headings: string;
}

/** Builds the index over titles, ways of asking, one-line answers and headings. */
export function buildTopicIndex(knowledge: Pick<Knowledge, "guides" | "passages" | "topics">): TopicIndex {
	const known = new Set(knowledge.topics.map((topic) => topic.id));
	const headings = new Map<string, Set<string>>();
	for (const passage of knowledge.passages) {
		if (passage.topic === null) continue;
		const set = headings.get(passage.topic) ?? new Set<string>();
		headings.set(passage.topic, set.add(passage.heading));
	}
	const entries: Entry[] = knowledge.guides
		.filter((guide) => known.has(guide.id))
		.map((guide) => ({
			id: guide.id,
			title: guide.title,
			aliases: guide.aliases.join("。"),
			answer: guide.answer,
			headings: [...(headings.get(guide.id) ?? [])].join("。"),
		}));
	const pieces = new Map(
		entries.map((entry) => [
			entry.id,
			new Set(tokenize(`${entry.title}。${entry.aliases}。${entry.answer}`)),
		]),
	);
	const index = new MiniSearch<Entry>({
		fields: ["title", "aliases", "headings", "answer"],
		tokenize,
		processTerm: (term) => term,
		searchOptions: { boost: { title: 4, aliases: 3, headings: 2 }, combineWith: "OR" },
	});
	index.addAll(entries);
	return {
		search(text) {
			const stripped = text.replace(EMPTY, " ");
			const tokens = tokenize(stripped);
			if (tokens.length === 0) return [];
			const results = index.search(stripped).slice(0, 8);
			const top = results[0]?.score ?? 0;
			return results
				.map((result) => {
					const has = pieces.get(String(result.id));
					const covered = tokens.filter((token) => has?.has(token)).length / tokens.length;
					// Literal containment decides between documents of like score.
					return { id: String(result.id), score: (result.score / top) * (0.3 + 0.7 * covered) };
				})
				.sort((a, b) => b.score - a.score);
		},
	};
}
