/**
 * Child of the crash tests: `node crash-writer.ts <DATA_DIR> <run> [<function>:<before|after>:<n>]`.
 * Submits and acknowledges on standard output for ever; kills itself (SIGKILL) before or after
 * the n-th call of a file-system function when told to.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { crashSample } from "./crash-samples.ts";

const [dataDir = "", run = "0", point = ""] = process.argv.slice(2);
const WRITERS = 4;

const [name = "", when = "", nth = "0"] = point.split(":");
let armed = false;
if (name !== "") {
	let calls = 0;
	const functions = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
	const original = functions[name];
	if (original === undefined) throw new Error(`no function ${name}`);
	const die = () => process.kill(process.pid, "SIGKILL");
	functions[name] = (...args) => {
		if (!armed || ++calls !== Number(nth)) return original(...args);
		if (when === "before") die();
		const callback = args.at(-1);
		if (typeof callback === "function") {
			return original(...args.slice(0, -1), (...results: unknown[]) => {
				die();
				callback(...results);
			});
		}
		const result = original(...args);
		die();
		return result;
	};
	syncBuiltinESMExports();
}

const { openSubmissionStore } = await import("../../../bot/stores/submissions/open.ts");
const { submissions } = await openSubmissionStore(dataDir, { trashDays: 30 });
fs.writeSync(1, "ready\n");
armed = true;
let next = 0;
await Promise.all(
	Array.from({ length: WRITERS }, async () => {
		for (;;) {
			const submission = crashSample(Number(run), next++);
			const { kind } = await submissions.submit(submission);
			// The acknowledgement: only what is durable may be said.
			armed = false;
			fs.writeSync(1, `${submission.submissionId} ${kind}\n`);
			armed = true;
		}
	}),
);
