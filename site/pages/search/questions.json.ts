import type { APIRoute } from "astro";
import { knowledge } from "../../content/knowledge.ts";
import type { Questions } from "../../search/lexicon.ts";

/** How people ask for the guides: loaded when somebody asks a question. */
export const GET: APIRoute = () => {
	const { guides, topics } = knowledge();
	const questions: Questions = {
		aliases: Object.fromEntries(guides.map(({ id, aliases }) => [id, aliases])),
		topics,
	};
	return Response.json(questions);
};
