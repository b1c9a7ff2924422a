import type { APIRoute } from "astro";
import { knowledge } from "../../content/knowledge.ts";
import type { LexiconFile } from "../../search/lexicon.ts";

/** Terms and their synonyms: what search knows of words without its index. */
export const GET: APIRoute = () => {
	const { glossary, district } = knowledge();
	const lexicon: LexiconFile = {
		terms: glossary.terms.map(({ term, synonyms }) => ({ term, synonyms })),
		industries: Object.fromEntries(district.industries.map(({ id, name }) => [id, name])),
	};
	return Response.json(lexicon);
};
