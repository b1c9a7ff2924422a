import { Readable } from "node:stream";
import type { LedgerCommand } from "../../../scripts/ledger/command.ts";

/** Runs a ledger command in this process, with its streams in memory. */
export async function runLedger(
	command: LedgerCommand,
	args: readonly string[],
	{ input = "", env = {} }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<{ readonly code: number; readonly lines: readonly string[]; readonly explained: string }> {
	const lines: string[] = [];
	const explained: string[] = [];
	const code = await command.run(args, {
		input: Readable.from([input]),
		interactive: false,
		print: (line) => lines.push(line),
		explain: (line) => explained.push(line),
		env,
	});
	return { code, lines, explained: explained.join("\n") };
}
