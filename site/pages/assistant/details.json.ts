import type { APIRoute } from "astro";
import { clientDetails } from "../../../core/content/client-knowledge.ts";
import { knowledge } from "../../content/knowledge.ts";

/** Steps, papers, cases and courses: what completes an answer in the browser. */
export const GET: APIRoute = () => Response.json(clientDetails(knowledge()));
