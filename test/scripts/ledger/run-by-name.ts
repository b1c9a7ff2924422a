import { Readable } from "node:stream";
import { type LedgerIo, UsageError } from "../../../scripts/ledger/command.ts";
import { COMMANDS } from "../../../scripts/ledger/registry.ts";

/** What a command wrote and how it ended; a UsageError ends with 2, as in the terminal. */
export interface Run {
	readonly code: number;
	/** Standard output. */
	readonly out: string;
	/** Standard error. */
	readonly err: string;
	/** Standard output as JSON lines. */
	readonly json: () => readonly Readonly<Record<string, unknown>>[];
}

/** Runs `ledger <name> …` in this process against a folder. */
export async function ledger(dataDir: string, name: string, ...args: readonly string[]): Promise<Run> {
	const out: string[] = [];
	const err: string[] = [];
	const io: LedgerIo = {
		input: Readable.from([]),
		interactive: false,
		print: (line) => out.push(line),
		explain: (line) => err.push(line),
		env: { DATA_DIR: dataDir, LEDGER_STAFF: "办公室甲" },
	};
	const entry = COMMANDS.find((candidate) => candidate.name === name);
	if (entry === undefined) throw new Error(`no command ${name}`);
	const command = await entry.load();
	let code: number;
	try {
		code = await command.run(args, io);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		err.push(error.message);
		code = 2;
	}
	return {
		code,
		out: out.join("\n"),
		err: err.join("\n"),
		json: () => out.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>),
	};
}
