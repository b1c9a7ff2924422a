/** `npm run ledger`: the ledger of the 五清 survey, one command per file in `scripts/ledger/`. */

import { explain } from "./failure.ts";
import { type LedgerIo, UsageError } from "./ledger/command.ts";
import { progressBar } from "./ledger/progress-bar.ts";
import { COMMANDS } from "./ledger/registry.ts";

const [name, ...args] = process.argv.slice(2);
const command = COMMANDS.find((candidate) => candidate.name === name);
const io: LedgerIo = {
	input: process.stdin,
	interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
	print: (line) => process.stdout.write(`${line}\n`),
	explain: (line) => process.stderr.write(`${line}\n`),
	...(process.stderr.isTTY ? { progress: progressBar(process.stderr) } : {}),
	env: process.env,
};
if (command === undefined) {
	if (name !== undefined && name !== "help" && name !== "--help")
		io.explain(`没有“${name}”这个命令。可以用：`);
	for (const { name, summary, usage } of COMMANDS)
		io.explain(`  ${name}　${summary}\n      npm run ledger -- ${usage.replace(/^ledger /, "")}`);
	process.exitCode = name === undefined || name === "help" || name === "--help" ? 0 : 2;
} else {
	try {
		process.exitCode = await command.run(args, io);
	} catch (error) {
		io.explain(
			error instanceof UsageError
				? `${error.message}\n用法：npm run ledger -- ${command.usage.replace(/^ledger /, "")}`
				: `✗ ${explain(error)}`,
		);
		process.exitCode = error instanceof UsageError ? 2 : 1;
	}
}
