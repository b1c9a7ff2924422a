import { COMMANDS, type CommandName, type Message } from "../../core/assistant/types.ts";
import type { Knowledge } from "../../core/content/knowledge.ts";
import { isUnderWay } from "../../core/survey/dialogue/step.ts";
import { type PersonalDataFilter, refusalOf, refusalSentence } from "../exchange/admit.ts";
import { fill, type Press, parsePress } from "../exchange/buttons.ts";
import type { Exchange, Incoming, Outgoing } from "../exchange/incoming.ts";
import { errorCode, type Log } from "../log.ts";
import type { ConversationStore } from "../stores/conversations.ts";
import { type Screen, screenOf } from "./screen.ts";

/** What the terminal works with. */
export interface TerminalOptions {
	readonly exchange: Exchange;
	readonly conversations: ConversationStore;
	readonly knowledge: Knowledge;
	/** Keyed reference of whoever sits at this terminal. */
	readonly ref: string;
	readonly personalData: PersonalDataFilter;
	/** Lines as typed, or from a pipe. */
	readonly input: AsyncIterable<string>;
	readonly write: (text: string) => void;
	/** Asks for the next line; does nothing when the input is a pipe. */
	readonly prompt: () => void;
	readonly log: Log;
}

const QUIT = /^\/(quit|exit|bye)$/i;

/** Runs the assistant in the terminal until the input ends or `/quit`. */
export async function runTerminal(options: TerminalOptions): Promise<void> {
	const { knowledge, write, prompt, input } = options;
	const { sentences } = knowledge.bot;
	write(`${sentences.terminalWelcome}\n`);
	let screen: Screen = { lines: [], keys: [], multiple: false };
	const record = await options.conversations.load(options.ref);
	if (isUnderWay(record?.conversation?.draft ?? null)) {
		write(`\n${sentences.terminalResumed}\n`);
		screen = await take(options, screen, { kind: "command", name: "survey", argument: "" });
	}
	prompt();
	for await (const raw of input) {
		const line = raw.trim();
		if (QUIT.test(line)) break;
		if (line !== "") screen = await answerLine(options, screen, line);
		prompt();
	}
	write(`\n${sentences.terminalBye}\n`);
}

/** One line: a key of the screen, a command, or a text for the assistant. */
async function answerLine(options: TerminalOptions, screen: Screen, line: string): Promise<Screen> {
	const { knowledge, write } = options;
	const presses = pressesOf(line, screen);
	if (presses !== null) {
		let next = screen;
		for (const press of presses) next = await take(options, next, { kind: "press", press });
		return next;
	}
	const refusal = refusalOf(line, options.personalData);
	if (refusal !== null) {
		write(`\n${refusalSentence(refusal, knowledge.bot)}\n`);
		return screen;
	}
	const message = messageOf(line);
	if (message === null) {
		const command = line.split(/\s/)[0] ?? line;
		write(`\n${fill(knowledge.bot.problems.unknownCommand, { command })}\n`);
		return screen;
	}
	return take(options, screen, message);
}

/** Presses a line stands for; `null` when it is no key. Several keys may be typed where several may be chosen. */
function pressesOf(line: string, { keys, multiple }: Screen): readonly Press[] | null {
	const names = multiple ? line.split(/[\s,，、]+/).filter(Boolean) : [line];
	const chosen = [...new Set(names)].map((name) => keys.find(({ key }) => key === name.toLowerCase()));
	if (chosen.length === 0 || chosen.some((key) => key === undefined)) return null;
	const presses = chosen.flatMap((key) => (key === undefined ? [] : (parsePress(key.button.data) ?? [])));
	const tick = presses.find((press) => press.kind === "tick");
	return tick === undefined ? presses : [...presses, { ...tick, kind: "done", index: 0 }];
}

/** A command or a text; `null` for an unknown command. */
function messageOf(line: string): Message | null {
	const command = /^[/／](\S*)\s*(.*)$/s.exec(line);
	if (command === null) return { kind: "text", text: line };
	const [, given = "", argument = ""] = command;
	const name = COMMANDS.find((one): one is CommandName => one === given.toLowerCase());
	return name === undefined ? null : { kind: "command", name, argument };
}

/** Hands an input to the assistant and writes what comes back. */
async function take(options: TerminalOptions, screen: Screen, input: Incoming["input"]): Promise<Screen> {
	const { exchange, knowledge, ref, write, log } = options;
	let outgoing: Outgoing;
	try {
		outgoing = await exchange({
			ref,
			chat: "terminal",
			channel: "terminal",
			event: null,
			at: new Date(),
			group: false,
			input,
		});
	} catch (error) {
		log({ event: "terminal.failed", level: "error", code: errorCode(error) });
		write(`\n${knowledge.bot.problems.failed}\n`);
		return screen;
	}
	switch (outgoing.kind) {
		case "answer": {
			const next = screenOf(outgoing, knowledge);
			write(`\n${next.lines.join("\n")}\n`);
			return next;
		}
		case "stale":
			write(`\n${knowledge.bot.problems.staleButton}\n`);
			return screen;
		case "ticks":
			return screen;
		case "section":
		case "file":
		case "private-only":
			// The terminal prints answers whole and is no group: these never come here.
			return screen;
	}
}
