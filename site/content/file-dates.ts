import { execFileSync } from "node:child_process";

let dates: ReadonlyMap<string, string> | undefined;

/** Day of the last commit of each file below `content/`, read from git once. Empty where there is no history. */
function readDates(): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	try {
		const log = execFileSync("git", ["log", "--format=@%cs", "--name-only", "--", "content"], {
			encoding: "utf8",
			maxBuffer: 64 * 1024 * 1024,
			stdio: ["ignore", "pipe", "ignore"],
		});
		let day = "";
		for (const line of log.split("\n")) {
			if (line.startsWith("@")) day = line.slice(1);
			else if (line !== "" && !found.has(line)) found.set(line, day);
		}
	} catch {
		// An archive without git history: pages then show their own change notes only.
	}
	return found;
}

/** Day on which `file` (path from the project root) was last committed, if known. */
export function fileDate(file: string): string | undefined {
	dates ??= readDates();
	return dates.get(file);
}
