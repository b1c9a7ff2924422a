import type { Citation } from "../content/common.ts";
import type { Knowledge } from "../content/knowledge.ts";
import { chineseDate } from "./dates.ts";
import { lookup } from "./lookup.ts";
import type { SourceLine } from "./types.ts";

/**
 * Prints citations. Each line links to the section 依据 of a guide, which exists on every guide page.
 * @param guide topic id of the page that explains the statement
 */
export function sourceLines(
	knowledge: Knowledge,
	citations: readonly Citation[],
	guide: string,
): SourceLine[] {
	const { sources } = lookup(knowledge);
	const lines: SourceLine[] = [];
	for (const citation of citations) {
		const source = sources.get(citation.source);
		if (!source) continue;
		const label = `${source.title}${citation.article ?? ""}`;
		if (lines.some((line) => line.label === label)) continue;
		const article = source.articles.find((one) => one.article === citation.article);
		lines.push({
			citation,
			label,
			dated: source.number ?? `${chineseDate(source.date.slice(0, 4))}${source.dateMeans}`,
			url: `/guides/${guide}/#sources`,
			check: article?.confidence === "text-only",
		});
	}
	return lines;
}
