import { type ConversationRecord, EMPTY_RECORD } from "../stores/conversations.ts";
import { answer } from "./answer.ts";
import { filesOf } from "./buttons.ts";
import type { Exchange, ExchangeOptions, Numbered } from "./incoming.ts";
import { eventOf, remember, takesNumber } from "./remember.ts";
import { textReply } from "./text-reply.ts";

/** Telegram keeps updates for a day; only within this time can a lower number mean "again". Afterwards numbering may restart. */
const REDELIVERY_MS = 2 * 86_400_000;

/** Makes the exchange that Telegram and terminal share. */
export function createExchange(options: ExchangeOptions): Exchange {
	const { conversations, knowledge } = options;
	return async (given) => {
		const record = (await conversations.load(given.ref)) ?? EMPTY_RECORD;
		const incoming: Numbered = { ...given, event: given.event ?? (record.last?.event ?? 0) + 1 };
		if (isRepeated(record, incoming)) {
			return {
				kind: "answer",
				replies: record.replies,
				sequence: record.sequence,
				confirms: record.proposal !== null,
				takesNumber: takesNumber(record.conversation),
			};
		}
		const { input } = incoming;
		if (input.kind !== "press") return answer(options, incoming, record, input);
		const { press } = input;
		const reply = press.sequence === record.sequence ? record.replies[press.reply] : undefined;
		if (reply === undefined) return { kind: "stale" };
		switch (press.kind) {
			case "choice": {
				const choice = reply.choices[press.index];
				if (choice === undefined) return { kind: "stale" };
				return answer(options, incoming, record, { kind: "choice", value: choice.value });
			}
			case "suggestion": {
				const text = reply.suggestions[press.index];
				if (text === undefined) return { kind: "stale" };
				return answer(options, incoming, record, { kind: "text", text });
			}
			case "expand": {
				const section = reply.sections[press.index];
				return section === undefined
					? { kind: "stale" }
					: { kind: "section", section, reply, position: press.reply, sequence: record.sequence };
			}
			case "file": {
				const file = filesOf(reply, knowledge.documents)[press.index];
				return file === undefined ? { kind: "stale" } : { kind: "file", file };
			}
			case "tick": {
				if (!reply.multiple || reply.choices[press.index] === undefined) return { kind: "stale" };
				const ticked = toggle(record.ticked, press.index);
				await conversations.save(incoming.ref, { ...record, ticked, last: eventOf(incoming) });
				return { kind: "ticks", reply, position: press.reply, sequence: record.sequence, ticked };
			}
			case "done": {
				if (!reply.multiple) return { kind: "stale" };
				const value = reply.choices
					.filter((_, index) => record.ticked.includes(index))
					.map((choice) => choice.value)
					.join(",");
				return answer(options, incoming, record, { kind: "choice", value });
			}
			case "confirm":
				return record.proposal === null
					? { kind: "stale" }
					: answer(options, incoming, record, record.proposal);
			case "reject": {
				if (record.proposal === null) return { kind: "stale" };
				const sentence = knowledge.bot.sentences.readingRejected;
				return remember(options, incoming, record, { replies: [textReply(sentence)], proposal: null });
			}
		}
	};
}

function isRepeated(record: ConversationRecord, incoming: Numbered): boolean {
	if (record.last === null || incoming.event > record.last.event) return false;
	return incoming.at.getTime() - Date.parse(record.last.at) < REDELIVERY_MS;
}

function toggle(ticked: readonly number[], index: number): readonly number[] {
	return ticked.includes(index) ? ticked.filter((one) => one !== index) : [...ticked, index];
}
