import { Composer } from "grammy";
import type { Knowledge } from "../../../core/content/knowledge.ts";
import { refusalSentence } from "../../exchange/admit.ts";
import type { HandbookContext } from "../context.ts";

/** Messages whose content was refused at the door: too long, personal data, attachments. Stands before everything else. */
export function refusalsFeature({ bot }: Pick<Knowledge, "bot">): Composer<HandbookContext> {
	const composer = new Composer<HandbookContext>();
	composer.use(async (context, next) => {
		const { refused } = context.item;
		if (refused === null) return next();
		if (refused.kind === "attachment") return context.respond({ kind: "attachment", what: refused.what });
		return context.say(refusalSentence(refused, bot));
	});
	return composer;
}
