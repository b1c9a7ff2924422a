import type { LedgerCommand, LedgerIo } from "../command.ts";
import { UsageError } from "../command.ts";
import type { Office } from "../office.ts";
import type { Ask } from "./ask.ts";

/** Lines shown before the person is asked whether to go on. */
export const PAGE_LINES = 20;

/** What the menu carries from one task to the next. */
export interface Session {
	readonly ask: Ask;
	readonly io: LedgerIo;
	readonly office: Office;
	readonly dataDir: string;
	/** Name or number of the staff member, asked once. */
	readonly staff: string;
	readonly quarter: string;
}

/** Runs a command as if it had been typed, and shows what it says page by page. @returns its exit code. */
export async function runCommand(
	{ ask, io, dataDir, staff }: Session,
	command: LedgerCommand,
	args: readonly string[],
): Promise<number> {
	const lines: string[] = [];
	const explained: string[] = [];
	const quiet: LedgerIo = {
		...io,
		print: (line) => lines.push(...line.split("\n")),
		explain: (line) => explained.push(line),
	};
	let code: number;
	try {
		code = await command.run([...args, "--data", dataDir, "--staff", staff], quiet);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		explained.push(error.message);
		code = 2;
	}
	await showPages(ask, lines);
	for (const line of explained) ask.say(line);
	return code;
}

/** Shows lines a page at a time. @returns whether the person saw them all. */
export async function showPages(ask: Ask, lines: readonly string[]): Promise<boolean> {
	for (let from = 0; from < lines.length; from += PAGE_LINES) {
		ask.say(lines.slice(from, from + PAGE_LINES).join("\n"));
		const left = lines.length - from - PAGE_LINES;
		if (left <= 0) return true;
		const more = await ask.choose(`还有${left}行`, [
			{ value: true, label: "下一页" },
			{ value: false, label: "不看了" },
		]);
		if (!more) return false;
	}
	return true;
}
