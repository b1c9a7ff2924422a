import type { Choice, Link, Reply, Section } from "../../assistant/types.ts";

export interface Said {
	/** What comes first: an explanation, else the question itself. */
	readonly headline: string;
	readonly paragraphs?: readonly string[];
	/** Titled blocks after the paragraphs. */
	readonly blocks?: readonly { readonly title: string | null; readonly lines: readonly string[] }[];
	readonly choices?: readonly Choice[];
	readonly links?: { readonly title: string; readonly links: readonly Link[] } | undefined;
	readonly url?: string | null;
}

/** A reply of the survey. Its `text` is complete by itself. */
export function say({
	headline,
	paragraphs = [],
	blocks = [],
	choices = [],
	links,
	url = null,
}: Said): Reply {
	const sections: Section[] = [];
	if (paragraphs.length > 0) sections.push({ kind: "text", title: null, paragraphs });
	for (const { title, lines } of blocks) sections.push({ kind: "text", title, paragraphs: lines });
	if (links !== undefined) sections.push({ kind: "links", ...links });
	const text = [
		headline,
		...paragraphs,
		...blocks.flatMap(({ title, lines }) => [...(title === null ? [] : [title]), ...lines]),
		...(links === undefined ? [] : links.links.map(({ label, url }) => `${links.title}：${label} ${url}`)),
	].join("\n");
	return {
		intent: "survey",
		outcome: null,
		ask: null,
		topic: "survey-five-clear",
		profile: {},
		headline,
		sections,
		choices,
		multiple: false,
		suggestions: [],
		sources: [],
		url,
		text,
	};
}
