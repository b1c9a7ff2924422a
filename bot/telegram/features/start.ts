import { Composer } from "grammy";
import type { HandbookContext } from "../context.ts";

/** `/start`, also from deep links: `?start=<topic-id>` opens a topic, `?start=survey` the survey. */
export function startFeature(): Composer<HandbookContext> {
	const composer = new Composer<HandbookContext>();
	composer.command("start", (context) => {
		const argument = context.match.trim();
		return argument === "survey"
			? context.respond({ kind: "command", name: "survey", argument: "" })
			: context.respond({ kind: "command", name: "start", argument });
	});
	return composer;
}
