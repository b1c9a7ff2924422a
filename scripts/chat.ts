/** `npm run chat`: the assistant in the terminal. Also takes lines from a pipe. */
import { mkdirSync, openSync, writeSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { assistant } from "../bot/assistant.ts";
import { parseConfig } from "../bot/config.ts";
import { createLog } from "../bot/log.ts";
import { submitterRef } from "../bot/reference.ts";
import { openWorkshop, refusedKinds } from "../bot/service.ts";
import { runTerminal } from "../bot/terminal/terminal.ts";
import { reportFailure } from "./failure.ts";
import { loadKnowledge } from "./knowledge.ts";

try {
	const config = parseConfig(process.env);
	const knowledge = loadKnowledge();
	const interactive = process.stdin.isTTY === true;
	const lines = createInterface({
		input: process.stdin,
		crlfDelay: Number.POSITIVE_INFINITY,
		prompt: "\n> ",
		...(interactive ? { output: process.stdout } : {}),
	});
	// Asked for at once: lines of a short pipe would pass by before the conversation is loaded.
	const input = lines[Symbol.asyncIterator]();
	// The log goes into a file: the screen belongs to the conversation.
	mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
	const file = openSync(join(config.dataDir, "chat.log"), "a", 0o600);
	const log = createLog((line) => writeSync(file, `${line}\n`));
	const surveyUrl = `${config.siteUrl ?? `http://localhost:${config.http.port}`}/survey/`;
	const { exchange, conversations, refKey } = await openWorkshop(
		{ config, knowledge, assistant, log },
		surveyUrl,
	);
	process.stdout.on("error", (error: NodeJS.ErrnoException) => {
		if (error.code === "EPIPE") process.exit(0);
		throw error;
	});
	lines.on("SIGINT", () => lines.close());
	await runTerminal({
		exchange,
		conversations,
		knowledge,
		ref: submitterRef(refKey, "terminal", userInfo().username),
		personalData: refusedKinds,
		input,
		write: (text) => process.stdout.write(text),
		prompt: () => {
			if (interactive) lines.prompt();
		},
		log,
	});
	lines.close();
} catch (error) {
	reportFailure(error);
}
