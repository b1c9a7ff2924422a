import type { APIRoute } from "astro";
import { clientDetails } from "../../../core/content/client-knowledge.ts";
import { knowledge } from "../../content/knowledge.ts";

/** Body texts, cases and courses: what the assistant in the browser loads when somebody first asks. */
export const GET: APIRoute = () => Response.json(clientDetails(knowledge()));
