/** `npm run check`: the inner loop. What needs neither build nor browser, at once; the rest is left to `npm test`. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { printStage, runStage, STATIC_STAGES, type Stage } from "./quality/stages.ts";

/** Files that differ from the commit before the last one; null where that cannot be told. */
function changedFiles(): readonly string[] | null {
	try {
		const git = (...args: string[]) =>
			execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).split("\n");
		return [...git("diff", "--name-only", "HEAD~1"), ...git("ls-files", "--others", "--exclude-standard")];
	} catch {
		return null;
	}
}

/** Types of everything but `.astro` files, remembered from run to run: a third of the time. */
const QUICK_TYPES: Stage = {
	name: "types without pages",
	command: "tsc",
	arguments: ["--noEmit", "--incremental", "--tsBuildInfoFile", ".cache/tsc.tsbuildinfo"],
};

const changed = changedFiles();
const needsPages = changed?.some((file) => file.endsWith(".astro")) ?? true;
const isPrepared = existsSync(".astro/types.d.ts");
const stages = STATIC_STAGES.map((stage) =>
	stage.name === "types" && isPrepared && !needsPages ? QUICK_TYPES : stage,
);
const unit: Stage = {
	name: "unit tests of what changed",
	command: "vitest",
	arguments: [
		"run",
		...(changed === null ? [] : ["--changed", "HEAD~1"]),
		"--passWithNoTests",
		"--project",
		"unit",
		"--reporter=dot",
	],
};
const results = await Promise.all([...stages, unit].map(runStage));
for (const result of results) printStage(result);
const failed = results.filter((result) => !result.passed).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
