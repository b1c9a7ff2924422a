import { Composer } from "grammy";
import { parsePress } from "../../exchange/buttons.ts";
import type { HandbookContext } from "../context.ts";

/** Every pressed button. Data we do not know is handled like a button that went stale. */
export function buttonsFeature(): Composer<HandbookContext> {
	const composer = new Composer<HandbookContext>();
	composer.on("callback_query:data", (context) => {
		const press = parsePress(context.callbackQuery.data) ?? {
			kind: "choice" as const,
			sequence: -1,
			reply: 0,
			index: 0,
		};
		return context.respond({ kind: "press", press });
	});
	return composer;
}
