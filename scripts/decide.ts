/**
 * `npm run -s decide`: reads JSON lines of slots from standard input and writes one
 * decision a line, in order. The table is read once.
 */
import { createInterface } from "node:readline";
import { reportFailure } from "./failure.ts";
import { decideLine } from "./rules/decide-line.ts";
import { readTable } from "./rules/read-table.ts";

try {
	const { table } = readTable();
	process.stdout.on("error", (error: NodeJS.ErrnoException) => {
		if (error.code === "EPIPE") process.exit(0);
		throw error;
	});
	for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
		if (line.trim() === "") continue;
		if (!process.stdout.write(`${JSON.stringify(decideLine(table, line))}\n`)) {
			await new Promise((resolve) => process.stdout.once("drain", resolve));
		}
	}
} catch (error) {
	reportFailure(error);
}
