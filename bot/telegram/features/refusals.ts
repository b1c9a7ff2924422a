import { Composer } from "grammy";
import type { Knowledge } from "../../../core/content/knowledge.ts";
import { fill } from "../../exchange/buttons.ts";
import { MAX_CHARACTERS } from "../../inbox/reduce.ts";
import type { HandbookContext } from "../context.ts";

/** Messages whose content was refused at the door: too long, personal data, attachments. Stands before everything else. */
export function refusalsFeature({ bot }: Pick<Knowledge, "bot">): Composer<HandbookContext> {
	const composer = new Composer<HandbookContext>();
	composer.use(async (context, next) => {
		const { refused } = context.item;
		if (refused === null) return next();
		switch (refused.kind) {
			case "too-long":
				return context.say(fill(bot.problems.tooLong, { max: MAX_CHARACTERS }));
			case "personal-data": {
				const names: Readonly<Record<string, string>> = bot.personalData;
				const kinds = refused.kinds.map((kind) => names[kind] ?? kind).join("、");
				return context.say(fill(bot.problems.personalData, { kinds }));
			}
			case "attachment":
				return context.respond({ kind: "attachment", what: refused.what });
		}
	});
	return composer;
}
