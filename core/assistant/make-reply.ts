import type { Knowledge } from "../content/knowledge.ts";
import { renderText } from "./render.ts";
import type { Reply, SourceLine } from "./types.ts";
import { closed } from "./wording.ts";

type Content = Pick<Reply, "headline"> & Partial<Omit<Reply, "headline" | "text" | "sources">>;

/** Completes a reply: its sources are those of its sections, its text is rendered from them. */
export function makeReply(knowledge: Knowledge, content: Content): Reply {
	const sections = content.sections ?? [];
	const headline = closed(content.headline);
	const sources: SourceLine[] = sections.flatMap((section) =>
		section.kind === "why" ? section.sources : [],
	);
	return {
		intent: "out-of-scope",
		outcome: null,
		ask: null,
		topic: null,
		profile: {},
		choices: [],
		multiple: false,
		suggestions: [],
		url: null,
		...content,
		headline,
		sections,
		sources,
		text: renderText(knowledge, headline, sections),
	};
}
