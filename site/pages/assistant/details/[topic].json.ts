import type { APIRoute, GetStaticPaths } from "astro";
import { clientDetails } from "../../../../core/content/client-knowledge.ts";
import { knowledge } from "../../../content/knowledge.ts";

export const getStaticPaths = (() =>
	knowledge().guides.map(({ id }) => ({ params: { topic: id } }))) satisfies GetStaticPaths;

/** Steps, papers and cases of one topic: what completes an answer in the browser. */
export const GET: APIRoute = ({ params }) => Response.json(clientDetails(knowledge(), params["topic"] ?? ""));
