import type { APIRoute } from "astro";
import { unreadAliases } from "../../../core/assistant/follow-up/unread-aliases.ts";
import { clientReading } from "../../../core/content/client-knowledge.ts";
import { knowledge } from "../../content/knowledge.ts";

/** Signs, learnt weights and word lists: what reading words takes in the browser. */
export const GET: APIRoute = () => Response.json(clientReading(knowledge(), unreadAliases(knowledge())));
