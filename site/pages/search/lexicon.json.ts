import type { APIRoute } from "astro";
import { knowledge } from "../../content/knowledge.ts";
import type { Lexicon, LexiconPage } from "../../search/lexicon.ts";

/** Terms, titles and the ways people ask: what search knows without its index. */
export const GET: APIRoute = () => {
	const { glossary, guides, cases, courses, documents, topics, district } = knowledge();
	const page = (title: string, url: string): LexiconPage => ({ title, url, topic: null, aliases: [] });
	const lexicon: Lexicon = {
		terms: glossary.terms.map(({ term, synonyms }) => ({ term, synonyms })),
		pages: [
			...guides.map(({ id, title, aliases }) => ({ title, url: `/guides/${id}/`, topic: id, aliases })),
			...cases.map(({ slug, title }) => page(title, `/cases/${slug}/`)),
			...courses.map(({ slug, title }) => page(title, `/training/${slug}/`)),
			...documents.map(({ slug, title }) => page(title, `/documents/${slug}/`)),
		],
		topics,
		industries: Object.fromEntries(district.industries.map(({ id, name }) => [id, name])),
	};
	return Response.json(lexicon);
};
