import type { Api } from "grammy";
import { COMMANDS } from "../../core/assistant/types.ts";
import type { Knowledge } from "../../core/content/knowledge.ts";

/** Sets the command menu, in Chinese. */
export async function setMenu(api: Api, { bot }: Pick<Knowledge, "bot">): Promise<void> {
	await api.setMyCommands(COMMANDS.map((command) => ({ command, description: bot.commands[command] })));
}
