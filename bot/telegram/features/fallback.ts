import { Composer } from "grammy";
import type { Knowledge } from "../../../core/content/knowledge.ts";
import { fill } from "../../exchange/buttons.ts";
import type { HandbookContext } from "../context.ts";

/** Registered last: unknown commands are explained, every other text goes to the assistant. */
export function fallbackFeature({ bot }: Pick<Knowledge, "bot">): Composer<HandbookContext> {
	const composer = new Composer<HandbookContext>();
	composer.on("message:text", (context) => {
		const { text } = context.message;
		const command = /^[/／]\S{0,32}/.exec(text)?.[0];
		if (command !== undefined) return context.say(fill(bot.problems.unknownCommand, { command }));
		return context.respond({ kind: "text", text });
	});
	return composer;
}
