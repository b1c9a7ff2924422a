import type { Citation } from "../../core/content/common.ts";
import type { Source } from "../../core/content/office.ts";
import { longDate } from "./dates.ts";
import { knowledge } from "./knowledge.ts";

/** One regulation in the list of sources of a page, with all articles the page cites. */
export interface SourceEntry {
	/** Number in square brackets. */
	readonly no: number;
	readonly source: Source;
	/** `《…》第四条、第六条`. */
	readonly label: string;
	/** Issuing organ, 文号 where known, date and what it means. */
	readonly dated: string;
	/** What the articles are cited for, one line each; `check` when the article number is not verified. */
	readonly notes: readonly {
		readonly article: string | null;
		readonly text: string | null;
		readonly check: boolean;
	}[];
}

/** The regulation of that id. */
export function sourceOf(id: string): Source | undefined {
	return knowledge().sources.find((source) => source.id === id);
}

/** `中共中央，中发〔2018〕38号，2018年印发`. */
export function origin({ issuer, number, date, dateMeans }: Source): string {
	return [issuer, number, `${longDate(date)}${dateMeans}`].filter(Boolean).join("，");
}

/** Whether the number of a cited article should be checked against the official text. */
export function needsCheck(source: Source, article: string | undefined): boolean {
	return source.articles.some((entry) => entry.article === article && entry.confidence === "text-only");
}

/** Groups citations by regulation, in order of first appearance. */
export function sourceEntries(citations: readonly Citation[]): SourceEntry[] {
	const grouped = new Map<string, Citation[]>();
	for (const citation of citations) {
		grouped.set(citation.source, [...(grouped.get(citation.source) ?? []), citation]);
	}
	return [...grouped].flatMap(([id, cited], index) => {
		const source = sourceOf(id);
		if (!source) return [];
		const articles = [...new Set(cited.flatMap(({ article }) => article ?? []))];
		return [
			{
				no: index + 1,
				source,
				label: `${source.title}${articles.join("、")}`,
				dated: origin(source),
				notes: cited
					.map(({ article, note }) => ({
						article: article ?? null,
						text: note ?? null,
						check: needsCheck(source, article),
					}))
					.filter(({ text, check }) => text !== null || check),
			},
		];
	});
}

/** Official sites where the texts of these entries can be read, each once. */
export function officialSites(entries: readonly SourceEntry[]): string[] {
	return [...new Set(entries.flatMap(({ source }) => source.publishedOn ?? []))];
}
