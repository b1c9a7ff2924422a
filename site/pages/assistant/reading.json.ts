import type { APIRoute } from "astro";
import { unreadAliases } from "../../../core/assistant/follow-up/unread-aliases.ts";
import { clientReading } from "../../../core/content/client-knowledge.ts";
import { knowledge } from "../../content/knowledge.ts";

/** Learnt weights, terms and the aliases to know by heart: what reading words takes in the browser. */
export const GET: APIRoute = () => Response.json(clientReading(knowledge(), unreadAliases(knowledge())));
