import { Composer } from "grammy";
import type { Knowledge } from "../../../core/content/knowledge.ts";
import { fill } from "../../exchange/buttons.ts";
import type { HandbookContext } from "../context.ts";

/** Messages a person may send in a minute. Button presses do not count. */
export const MESSAGES_PER_MINUTE = 30;
const WINDOW_SECONDS = 60;

/**
 * Limits messages by the time they were sent, not by the time they are worked on:
 * what queued up while we were away is answered like anything else.
 */
export function rateLimitFeature({ bot }: Pick<Knowledge, "bot">): Composer<HandbookContext> {
	/** Sender → update id → second it was sent. */
	const seen = new Map<number, Map<number, number>>();
	const warned = new Map<number, number>();
	const composer = new Composer<HandbookContext>();
	composer.on("message", async (context, next) => {
		const { date } = context.message;
		const sender = context.message.from.id;
		if (seen.size > 10_000) forgetOld(seen, date);
		const recent = seen.get(sender) ?? new Map<number, number>();
		for (const [id, sent] of recent) if (sent <= date - WINDOW_SECONDS) recent.delete(id);
		seen.set(sender, recent);
		const again = recent.has(context.item.updateId);
		if (again || recent.size < MESSAGES_PER_MINUTE) {
			recent.set(context.item.updateId, date);
			return next();
		}
		// One explanation a minute; answering each message would make the flood worse.
		if ((warned.get(sender) ?? 0) > date - WINDOW_SECONDS) return;
		warned.set(sender, date);
		await context.say(fill(bot.problems.tooFast, { max: MESSAGES_PER_MINUTE }));
	});
	return composer;
}

function forgetOld(seen: Map<number, Map<number, number>>, now: number): void {
	for (const [sender, recent] of seen) {
		if ([...recent.values()].every((sent) => sent <= now - WINDOW_SECONDS)) seen.delete(sender);
	}
}
