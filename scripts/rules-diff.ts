/**
 * `npm run rules:diff -- <git-ref>`: which inputs change their conclusion between the
 * table at a Git reference and the one in the working tree.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { outcomesFile } from "../core/content/rules.ts";
import { ContentError } from "./content/content-error.ts";
import { ContentReader } from "./content/reader.ts";
import { reportFailure } from "./failure.ts";
import { describeDifference } from "./rules/diff.ts";
import { readTable } from "./rules/read-table.ts";

/** Files the comparison needs, below `content/`. */
const FILES = ["rules/formation.yaml", "office/assistant.yaml"];

/** Copies the content of another commit to a temporary content root. */
function checkOut(reference: string): string {
	const root = mkdtempSync(join(tmpdir(), "rules-diff-"));
	for (const file of FILES) {
		const shown = spawnSync("git", ["show", `${reference}:content/${file}`], { encoding: "utf8" });
		if (shown.status !== 0) {
			rmSync(root, { recursive: true });
			console.error(`✗ 取不到“${reference}”里的 content/${file}。用 git log --oneline 查看可以比较的版本。`);
			process.exit(1);
		}
		mkdirSync(join(root, file, ".."), { recursive: true });
		writeFileSync(join(root, file), shown.stdout);
	}
	return root;
}

const reference = process.argv[2];
if (!reference || reference.startsWith("-")) {
	console.error("用法：npm run rules:diff -- <版本>，例如 npm run rules:diff -- HEAD~1");
	process.exit(2);
}
try {
	const old = checkOut(reference);
	const before = readTable(old);
	rmSync(old, { recursive: true });
	const after = readTable();
	const reader = new ContentReader("content");
	const outcomes = reader.yaml(outcomesFile, "rules/outcomes.yaml");
	if (!outcomes) throw new ContentError(reader.problems);
	const names = new Map(
		outcomes.data.outcomes.map((outcome) => [outcome.code as string, outcome.name] as const),
	);
	console.log(`与“${reference}”比较：`);
	console.log(describeDifference(before.table, after.table, after.labels, names));
} catch (error) {
	reportFailure(error);
}
