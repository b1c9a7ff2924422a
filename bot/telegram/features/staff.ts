import { Composer } from "grammy";
import type { Knowledge } from "../../../core/content/knowledge.ts";
import { submitterRef } from "../../reference.ts";
import type { HandbookContext, StaffDesk } from "../context.ts";

/** What the staff feature works with. */
export interface StaffOptions {
	readonly knowledge: Pick<Knowledge, "bot">;
	readonly adminIds: readonly number[];
	readonly desk: StaffDesk;
	readonly refKey: Uint8Array;
}

/** `/queue /verify /return /stale /stats`: only for staff on the allow-list, only in private chats. */
export function staffFeature({ knowledge, adminIds, desk, refKey }: StaffOptions): Composer<HandbookContext> {
	const { problems } = knowledge.bot;
	const composer = new Composer<HandbookContext>();
	const command = (name: string, run: (words: readonly string[], staff: string) => Promise<string>) => {
		composer.command(name, async (context) => {
			if (context.from === undefined || !adminIds.includes(context.from.id))
				return context.say(problems.staffOnly);
			if (context.chat.type !== "private") return context.say(problems.staffPrivateOnly);
			const words = context.match.trim().split(/\s+/).filter(Boolean);
			const staff = submitterRef(refKey, "telegram", String(context.from.id));
			await context.say(await run(words, staff));
		});
	};
	command("queue", () => desk.queue());
	command("verify", ([id, number], staff) =>
		id === undefined ? Promise.resolve(problems.verifyUsage) : desk.verify(id.toUpperCase(), staff, number),
	);
	command("return", ([id, ...reason], staff) =>
		id === undefined || reason.length === 0
			? Promise.resolve(problems.returnUsage)
			: desk.returnWithReason(id.toUpperCase(), reason.join(" "), staff),
	);
	command("stale", ([street]) => desk.stale(street ?? null));
	command("stats", ([quarter]) => desk.stats(quarter ?? null));
	return composer;
}
