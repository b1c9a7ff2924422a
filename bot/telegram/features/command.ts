import { Composer } from "grammy";
import type { CommandName } from "../../../core/assistant/types.ts";
import type { HandbookContext } from "../context.ts";

/** A feature that hands its commands to the assistant as they are. */
export function commandFeature(...names: readonly CommandName[]): Composer<HandbookContext> {
	const composer = new Composer<HandbookContext>();
	for (const name of names) {
		composer.command(name, (context) =>
			context.respond({ kind: "command", name, argument: context.match.trim() }),
		);
	}
	return composer;
}
