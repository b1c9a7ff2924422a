import type { Message, Reply, Section, Turn } from "../../core/assistant/types.ts";
import { isUnderWay } from "../../core/survey/dialogue/step.ts";
import { fill } from "./buttons.ts";
import type { ExchangeOptions, Incoming } from "./incoming.ts";
import { textReply } from "./text-reply.ts";

/** Lets the language model help, never with a survey. */
export async function help(
	{ language, knowledge, isUnclear }: ExchangeOptions,
	message: Message,
	turn: Turn,
): Promise<{ replies: readonly Reply[]; proposal: Message | null } | null> {
	const [first, ...others] = turn.replies;
	if (
		language === null ||
		message.kind !== "text" ||
		first === undefined ||
		isUnderWay(turn.conversation.draft)
	)
		return null;
	if (first.intent === "survey") return null;
	if (first.intent === "out-of-scope" && isUnclear(message.text)) {
		const read = await language.read(message.text);
		if (read === null) return null;
		const shown = fill(knowledge.bot.sentences.readingShown, { reading: read.shown });
		return { replies: [textReply(shown)], proposal: read.message };
	}
	if (first.ask !== null || first.intent === "out-of-scope") return null;
	const paragraphs = await language.phrase(message.text, first);
	if (paragraphs === null) return null;
	const section: Section = { kind: "text", title: knowledge.bot.labels.plainWords, paragraphs };
	return { replies: [{ ...first, sections: [section, ...first.sections] }, ...others], proposal: null };
}

/** `/privacy` also says what this channel and the language model mean for a message. */
export function withPrivacy(
	{ knowledge, language }: ExchangeOptions,
	{ channel }: Incoming,
	message: Message,
	reply: Reply,
): Reply {
	if (message.kind !== "command" || message.name !== "privacy") return reply;
	const { privacyTelegram, privacyModel } = knowledge.bot.sentences;
	const paragraphs = [
		...(channel === "telegram" ? [privacyTelegram] : []),
		...(language === null ? [] : [privacyModel]),
	];
	const section: Section = { kind: "text", title: null, paragraphs };
	return {
		...reply,
		sections: [...reply.sections, section],
		text: [reply.text, ...paragraphs].join("\n"),
	};
}
