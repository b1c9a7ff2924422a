import { GrammyError, InlineKeyboard } from "grammy";
import type { Log } from "../log.ts";
import type { HandbookContext } from "./context.ts";
import type { Part } from "./render.ts";

/**
 * Sends the parts of an answer. When an item is tried again in the same process,
 * parts that were delivered before are not sent again.
 */
export class Sender {
	readonly #delivered = new Map<number, number>();
	readonly #log: Log;

	constructor(log: Log) {
		this.#log = log;
	}

	/** Sends all parts in order. A person who blocked the bot is no error. */
	async send(context: HandbookContext, parts: readonly Part[]): Promise<void> {
		const { updateId } = context.item;
		const before = this.#delivered.get(updateId) ?? 0;
		for (const [index, part] of parts.entries()) {
			if (index < before) continue;
			try {
				await context.reply(part.html, {
					parse_mode: "HTML",
					link_preview_options: { is_disabled: true },
					...(part.rows.length > 0 ? { reply_markup: keyboard(part) } : {}),
				});
			} catch (error) {
				if (error instanceof GrammyError && error.error_code === 403) {
					this.#log({ event: "telegram.blocked", updateId });
					return;
				}
				throw error;
			}
			this.#delivered.set(updateId, index + 1);
		}
	}

	/** Forgets an item that is finished. */
	forget(updateId: number): void {
		this.#delivered.delete(updateId);
	}
}

/** The inline keyboard of a part. */
export function keyboard(part: Pick<Part, "rows">): InlineKeyboard {
	return InlineKeyboard.from(
		part.rows.map((row) => row.map((button) => InlineKeyboard.text(button.label, button.data))),
	);
}
