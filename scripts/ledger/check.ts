import { once } from "node:events";
import { createInterface } from "node:readline";
import { checkSubmission } from "../../core/survey/check.ts";
import type { LedgerCommand } from "./command.ts";
import { loadOffice } from "./office.ts";

/** Judges submissions as JSON lines from standard input, each line alone, in order. */
export const check: LedgerCommand = {
	name: "check",
	summary: "逐行检查填报（标准输入，每行一份JSON）",
	usage: 'ledger check < 填报.jsonl　逐行输出 {"ok","errors","warnings"}',
	async run(_args, io) {
		const { streets } = loadOffice();
		const lines = createInterface({ input: io.input, crlfDelay: Number.POSITIVE_INFINITY });
		let allOk = true;
		lines.on("line", (line) => {
			if (line.trim() === "") return;
			const { ok, errors, warnings } = checkLine(line, streets);
			allOk &&= ok;
			io.print(JSON.stringify({ ok, errors, warnings }));
		});
		await once(lines, "close");
		return allOk ? 0 : 1;
	},
};

function checkLine(line: string, streets: ReadonlySet<string>) {
	try {
		return checkSubmission(JSON.parse(line), { streets });
	} catch {
		return { ok: false, errors: ["schema:json"], warnings: [] };
	}
}
