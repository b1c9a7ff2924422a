import type { APIRoute } from "astro";
import { knowledge } from "../../content/knowledge.ts";
import type { Lexicon, LexiconPage } from "../../search/lexicon.ts";

/** Terms and titles: what search knows without its index. */
export const GET: APIRoute = () => {
	const { glossary, guides, cases, courses, documents, district } = knowledge();
	const page = (title: string, url: string): LexiconPage => ({ title, url });
	const lexicon: Lexicon = {
		terms: glossary.terms.map(({ term, synonyms }) => ({ term, synonyms })),
		pages: [
			...guides.map(({ id, title }) => page(title, `/guides/${id}/`)),
			...cases.map(({ slug, title }) => page(title, `/cases/${slug}/`)),
			...courses.map(({ slug, title }) => page(title, `/training/${slug}/`)),
			...documents.map(({ slug, title }) => page(title, `/documents/${slug}/`)),
		],
		industries: Object.fromEntries(district.industries.map(({ id, name }) => [id, name])),
	};
	return Response.json(lexicon);
};
