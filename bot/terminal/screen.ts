import type { Reply } from "../../core/assistant/types.ts";
import type { BotWording } from "../../core/content/bot-wording.ts";
import type { Knowledge } from "../../core/content/knowledge.ts";
import { type Button, choiceButtons, parsePress, suggestionButtons } from "../exchange/buttons.ts";
import type { Outgoing } from "../exchange/incoming.ts";

/** A button of the screen with what to type for it. */
export interface Key {
	readonly key: string;
	readonly button: Button;
}

/** What stands on the screen after an answer. */
export interface Screen {
	readonly lines: readonly string[];
	readonly keys: readonly Key[];
	/** Several keys may be typed at once. */
	readonly multiple: boolean;
}

/** Letters stand for choices wherever a number would be an answer: a typed 3 must never become the third choice. */
const keyNames = (letters: boolean) => (index: number) =>
	letters ? String.fromCharCode(97 + (index % 26)) : String(index + 1);

/** Lays an answer out for the terminal: its complete text, then the choices with the keys to type. */
export function screenOf(
	answer: Extract<Outgoing, { kind: "answer" }>,
	{ bot, documents }: Pick<Knowledge, "bot" | "documents">,
): Screen {
	const name = keyNames(answer.takesNumber);
	const lines: string[] = [];
	const buttons: Button[] = [];
	for (const [index, reply] of answer.replies.entries()) {
		lines.push(reply.text);
		const context = {
			sequence: answer.sequence,
			reply: index,
			ticked: [],
			labels: bot.labels,
			documents,
			confirms: answer.confirms,
		};
		buttons.push(...listed(reply, choiceButtons(reply, context)), ...suggestionButtons(reply, context));
	}
	const keys = buttons.map((button, index) => ({ key: name(index), button }));
	return {
		lines: keys.length === 0 ? lines : [...lines, "", hint(bot), ...keys.map(line)],
		keys,
		multiple: answer.replies.some((reply) => reply.multiple),
	};
}

/** Choices worth a line: lines of the review page are numbered in its text already, 选好了 has no use here. */
function listed(reply: Reply, buttons: readonly Button[]): Button[] {
	return buttons.filter(
		({ label, data }) => !/^\d+\. /.test(label) && !(reply.multiple && parsePress(data)?.kind === "done"),
	);
}

const hint = (bot: BotWording) => bot.sentences.terminalChoices;
const line = ({ key, button }: Key) => `  ${key}. ${button.label}`;
