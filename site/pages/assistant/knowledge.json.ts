import type { APIRoute } from "astro";
import { clientKnowledge } from "../../../core/content/client-knowledge.ts";
import { knowledge } from "../../content/knowledge.ts";

/** Rules, one-line answers and wording: what the assistant in the browser loads at once. */
export const GET: APIRoute = () => Response.json(clientKnowledge(knowledge()));
