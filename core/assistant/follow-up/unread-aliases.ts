import type { ClientReading } from "../../content/client-knowledge.ts";
import type { Knowledge } from "../../content/knowledge.ts";
import { understand } from "../understand/understand.ts";

/** Less confidence makes an answer a guess. */
const SURE = 0.5;

/**
 * Ways of asking for a guide that are read otherwise than the guide says, by guide. Only these the browser has to
 * know by heart; all others are read right by the weights it has.
 */
export function unreadAliases(knowledge: Knowledge): ClientReading["aliases"] {
	const unread = knowledge.guides
		.filter((guide) => guide.outcome === undefined)
		.map((guide) => {
			const aliases = guide.aliases.filter((alias) => {
				const { topic, intent, confidence, term } = understand(alias, knowledge);
				const right = topic === guide.id && intent === guide.intent && confidence >= SURE;
				return !right || term !== undefined;
			});
			return [guide.id, aliases] as const;
		});
	return Object.fromEntries(unread.filter(([, aliases]) => aliases.length > 0));
}
