import { explain } from "../failure.ts";
import { type LedgerCommand, type LedgerIo, UsageError } from "./command.ts";
import { progressBar } from "./progress-bar.ts";
import { COMMANDS } from "./registry.ts";

/** Runs what the command line says: the menu in a terminal, with arguments one command. @returns exit code. */
export async function runLedgerProgram([name, ...args]: readonly string[]): Promise<number> {
	const io: LedgerIo = {
		input: process.stdin,
		interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
		print: (line) => process.stdout.write(`${line}\n`),
		explain: (line) => process.stderr.write(`${line}\n`),
		...(process.stderr.isTTY ? { progress: progressBar(process.stderr) } : {}),
		env: process.env,
	};
	if (name === undefined && io.interactive) return guarded(io, () => runInteractively(io));
	const entry = COMMANDS.find((candidate) => candidate.name === name);
	if (entry === undefined) {
		const asked = name === undefined || ["help", "--help", "-h"].includes(name);
		const say = asked ? io.print : io.explain;
		if (!asked) say(`没有“${name}”这个命令。可以用：`);
		for (const line of await overview()) say(line);
		return asked ? 0 : 2;
	}
	const command = await entry.load();
	if (args.includes("--help")) {
		io.print(`${command.summary}\n${usageOf(command)}`);
		return 0;
	}
	return guarded(io, () => command.run(args, io), command);
}

async function runInteractively(io: LedgerIo): Promise<number> {
	const [{ runMenu }, { clackAsk }] = await Promise.all([
		import("./menu/menu.ts"),
		import("./menu/clack-ask.ts"),
	]);
	return runMenu(clackAsk, io);
}

async function guarded(io: LedgerIo, task: () => Promise<number>, command?: LedgerCommand): Promise<number> {
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
async function overview(): Promise<readonly string[]> {
	const commands = await Promise.all(COMMANDS.map(({ load }) => load()));
	const width = Math.max(...commands.map(({ name }) => name.length));
	return [
		"在终端里运行 npm run ledger，不写命令，就是菜单。命令：",
		...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
		"每个命令加 --help 看用法，加 --json 给程序读；数据文件夹用 --data 或 DATA_DIR，不写就是 data。",
	];
}
