/**
 * `npm run -s ask -- "问题"` prints the answer; without an argument JSON lines
 * {"id","q"} from standard input become one JSON line each, in order.
 */
import { createInterface } from "node:readline";
import { answerLine, ask } from "./ask/answer-line.ts";
import { reportFailure } from "./failure.ts";
import { loadKnowledge } from "./knowledge.ts";

try {
	const knowledge = loadKnowledge();
	const now = new Date().toISOString();
	const text = process.argv.slice(2).join(" ").trim();
	process.stdout.on("error", (error: NodeJS.ErrnoException) => {
		if (error.code === "EPIPE") process.exit(0);
		throw error;
	});
	if (text !== "") process.stdout.write(`${ask(text, knowledge, now)?.text ?? ""}\n`);
	else {
		for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
			if (line.trim() === "") continue;
			if (!process.stdout.write(`${JSON.stringify(answerLine(line, knowledge, now))}\n`)) {
				await new Promise((resolve) => process.stdout.once("drain", resolve));
			}
		}
	}
} catch (error) {
	reportFailure(error);
}
