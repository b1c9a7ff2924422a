import { GrammyError, InputFile } from "grammy";
import { type ButtonContext, choiceButtons, fill } from "../exchange/buttons.ts";
import type { Outgoing } from "../exchange/incoming.ts";
import type { HandbookContext } from "./context.ts";
import type { BotDependencies } from "./dependencies.ts";
import { escapeHtml } from "./html.ts";
import { type Part, renderReply, renderSection, rows } from "./render.ts";
import { keyboard, type Sender } from "./send.ts";

/** Shows what the exchange hands out. */
export async function show(
	context: HandbookContext,
	outgoing: Outgoing,
	{ knowledge, siteUrl, readFile }: BotDependencies,
	sender: Sender,
): Promise<void> {
	const { labels, problems } = knowledge.bot;
	const frame = (sequence: number, reply: number, ticked: readonly number[] = [], confirms = false) => ({
		labels,
		documents: knowledge.documents,
		siteUrl,
		sequence,
		reply,
		ticked,
		confirms,
	});
	switch (outgoing.kind) {
		case "answer": {
			await acknowledge(context);
			const { replies, sequence, confirms } = outgoing;
			const parts = replies.flatMap((reply, index) =>
				renderReply(reply, frame(sequence, index, [], confirms)),
			);
			return sender.send(context, parts);
		}
		case "stale":
			// An alert when the press is fresh; a message when it waited too long for one.
			if (await acknowledge(context, problems.staleButton)) return;
			return context.say(problems.staleButton);
		case "section":
			await acknowledge(context);
			return sender.send(
				context,
				renderSection(outgoing.section, outgoing.reply, frame(outgoing.sequence, outgoing.position)),
			);
		case "file": {
			await acknowledge(context);
			const { file } = outgoing;
			const bytes = await readFile(file);
			const url = siteUrl === null ? file.url : siteUrl + file.url;
			if (bytes === null) return context.say(fill(problems.documentMissing, { url }));
			await context.replyWithDocument(new InputFile(bytes, file.name), {
				caption: file.label.slice(0, 1000),
			});
			return;
		}
		case "ticks": {
			await acknowledge(context);
			const { reply, sequence, position, ticked } = outgoing;
			return updateTicks(context, { rows: ticksOf(reply, frame(sequence, position, ticked)) });
		}
		case "private-only":
			await acknowledge(context);
			return context.pointToPrivate();
	}
}

const ticksOf = (reply: Parameters<typeof choiceButtons>[0], context: ButtonContext) =>
	rows(choiceButtons(reply, context));

async function updateTicks(context: HandbookContext, part: Pick<Part, "rows">): Promise<void> {
	try {
		await context.editMessageReplyMarkup({ reply_markup: keyboard(part) });
	} catch (error) {
		// The message is gone or shows this already; the ticks are stored either way.
		if (!(error instanceof GrammyError && error.error_code === 400)) throw error;
	}
}

/** Answers the button press so that its spinner ends. False when it is too old to be answered, or no press at all. */
async function acknowledge(context: HandbookContext, text?: string): Promise<boolean> {
	if (context.callbackQuery === undefined) return false;
	try {
		await context.answerCallbackQuery(text === undefined ? undefined : { text, show_alert: true });
		return true;
	} catch (error) {
		if (error instanceof GrammyError && error.error_code === 400) return false;
		throw error;
	}
}

/** A plain sentence as a message. */
export const sentencePart = (text: string): Part => ({ html: escapeHtml(text), rows: [] });
