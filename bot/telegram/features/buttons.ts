import { Composer } from "grammy";
import { STOP_REMINDERS } from "../../../core/survey/dialogue/buttons.ts";
import { parsePress } from "../../exchange/buttons.ts";
import type { HandbookContext } from "../context.ts";

/** Every pressed button. Data we do not know is handled like a button that went stale. */
export function buttonsFeature(): Composer<HandbookContext> {
	const composer = new Composer<HandbookContext>();
	composer.on("callback_query:data", (context) => {
		// The button of a reminder belongs to no answer; it works however old it is.
		if (context.callbackQuery.data === STOP_REMINDERS) {
			return context.respond({ kind: "choice", value: STOP_REMINDERS });
		}
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
