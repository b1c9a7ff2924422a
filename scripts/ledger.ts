/** `npm run ledger`: the ledger of the 五清 survey. A menu in a terminal; with arguments one command of `scripts/ledger/`. */

import { explain } from "./failure.ts";
import { type LedgerCommand, type LedgerIo, UsageError } from "./ledger/command.ts";
import { clackAsk } from "./ledger/menu/clack-ask.ts";
import { runMenu } from "./ledger/menu/menu.ts";
import { progressBar } from "./ledger/progress-bar.ts";
import { COMMANDS } from "./ledger/registry.ts";

const [name, ...args] = process.argv.slice(2);
const io: LedgerIo = {
	input: process.stdin,
	interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
	print: (line) => process.stdout.write(`${line}\n`),
	explain: (line) => process.stderr.write(`${line}\n`),
	...(process.stderr.isTTY ? { progress: progressBar(process.stderr) } : {}),
	env: process.env,
};
process.exitCode = await main();

async function main(): Promise<number> {
	if (name === undefined && io.interactive) return guarded(() => runMenu(clackAsk, io));
	const command = COMMANDS.find((candidate) => candidate.name === name);
	if (command === undefined) {
		const asked = name === undefined || ["help", "--help", "-h"].includes(name);
		const say = asked ? io.print : io.explain;
		if (!asked) say(`没有“${name}”这个命令。可以用：`);
		for (const line of overview()) say(line);
		return asked ? 0 : 2;
	}
	if (args.includes("--help")) {
		io.print(`${command.summary}\n${usageOf(command)}`);
		return 0;
	}
	return guarded(() => command.run(args, io), command);
}

async function guarded(task: () => Promise<number>, command?: LedgerCommand): Promise<number> {
	try {
		return await task();
	} catch (error) {
		if (!(error instanceof UsageError)) {
			io.explain(`✗ ${explain(error)}`);
			return 1;
		}
		io.explain(command === undefined ? error.message : `${error.message}\n用法：${usageOf(command)}`);
		return 2;
	}
}

function usageOf({ usage }: LedgerCommand): string {
	return usage.replaceAll(/^(\s*)ledger /gm, "$1npm run ledger -- ");
}

/** Every command on a line of its own. */
function overview(): readonly string[] {
	const width = Math.max(...COMMANDS.map(({ name }) => name.length));
	return [
		"在终端里运行 npm run ledger，不写命令，就是菜单。命令：",
		...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
		"每个命令加 --help 看用法，加 --json 给程序读；数据文件夹用 --data 或 DATA_DIR，不写就是 data。",
	];
}
