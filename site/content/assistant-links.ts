import type { GuideEntry } from "../../core/content/knowledge.ts";
import type { District } from "../../core/content/office.ts";

/** Where a reader of a guide goes on asking and says what is wrong with it. */
export interface AssistantLinks {
	/** The topic in the office's bot; undefined where the office has none. */
	readonly bot: string | undefined;
	/** The assistant page with a question on the topic; it stays in the browser. */
	readonly page: string;
	/** How to report a mistake. */
	readonly feedback: string;
}

/** Telegram takes a topic id as it is behind `start`: letters, digits and hyphens. */
export function assistantLinks(
	{ id, title, aliases }: Pick<GuideEntry, "id" | "title" | "aliases">,
	{ telegramBot }: Pick<District, "telegramBot">,
): AssistantLinks {
	return {
		bot: telegramBot === undefined ? undefined : `https://t.me/${telegramBot}?start=${id}`,
		page: `/assistant/#q=${encodeURIComponent(aliases[0] ?? title)}`,
		feedback: "/contacts/#report",
	};
}
