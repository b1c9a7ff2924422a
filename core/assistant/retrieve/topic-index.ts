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

/** How much a piece counts where it stands. */
const WEIGHTS = { title: 4, aliases: 3, answer: 1 } as const;
/** Matches looked at; the rest cannot win. */
const MOST = 8;

/**
 * An inverted index over titles, ways of asking and one-line answers: any piece may
 * match (OR), rare pieces count more (idf). Fifty short documents do not need a search
 * library, and this one is sent to browsers; the tokenizer is that of the site search.
 */
export function buildTopicIndex(knowledge: Pick<Knowledge, "guides" | "topics">): TopicIndex {
	const known = new Set(knowledge.topics.map((topic) => topic.id));
	const guides = knowledge.guides.filter((guide) => known.has(guide.id));
	/** Piece → weight per guide, by number. */
	const postings = new Map<string, Map<number, number>>();
	for (const [number, guide] of guides.entries()) {
		const fields = { title: guide.title, aliases: guide.aliases.join("。"), answer: guide.answer };
		for (const field of ["title", "aliases", "answer"] as const) {
			for (const piece of new Set(tokenize(fields[field]))) {
				const posting = postings.get(piece) ?? new Map<number, number>();
				postings.set(piece, posting.set(number, Math.max(posting.get(number) ?? 0, WEIGHTS[field])));
			}
		}
	}
	const rarity = (documents: number) => Math.log(1 + guides.length / documents);
	return {
		search(text) {
			const pieces = tokenize(text.replace(EMPTY, " "));
			const scores = new Map<number, { sum: number; pieces: number }>();
			for (const piece of pieces) {
				const posting = postings.get(piece);
				if (!posting) continue;
				for (const [number, weight] of posting) {
					const score = scores.get(number) ?? { sum: 0, pieces: 0 };
					score.sum += weight * rarity(posting.size);
					score.pieces += 1;
					scores.set(number, score);
				}
			}
			const ranked = [...scores].sort((a, b) => b[1].sum - a[1].sum).slice(0, MOST);
			const top = ranked[0]?.[1].sum ?? 0;
			return ranked
				.map(([number, score]) => ({
					id: guides[number]?.id ?? "",
					// Literal containment decides between documents of like score.
					score: (score.sum / top) * (0.3 + 0.7 * (score.pieces / pieces.length)),
				}))
				.sort((a, b) => b.score - a.score);
		},
	};
}
