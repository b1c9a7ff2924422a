/** `npm test`: everything. The last line is `N passed, N failed` (`, N skipped` may follow). */
import { readFileSync, rmSync } from "node:fs";
import { buildIfStale } from "./build/site.ts";
import { explain } from "./failure.ts";
import { printStage, runStage, STATIC_STAGES } from "./quality/stages.ts";

let passed = 0;
let failed = 0;
let skipped = 0;
const count = (ok: boolean) => {
	if (ok) passed++;
	else failed++;
};

for (const stage of STATIC_STAGES) {
	const result = await runStage(stage);
	printStage(result);
	count(result.passed);
}

try {
	const started = performance.now();
	await buildIfStale();
	console.log(`✓ build (${((performance.now() - started) / 1000).toFixed(1)} s)`);
	count(true);
} catch (error) {
	console.log(`✗ build\n${explain(error)}`);
	count(false);
}

const report = ".cache/vitest.json";
rmSync(report, { force: true });
const tests = await runStage({
	name: "tests",
	command: "vitest",
	arguments: ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
});
printStage(tests);
if (tests.passed) console.log(tests.output.split("\n").slice(-8).join("\n").trimEnd());
try {
	const totals = JSON.parse(readFileSync(report, "utf8")) as Record<string, unknown>;
	const number = (key: string) => (typeof totals[key] === "number" ? totals[key] : 0);
	passed += number("numPassedTests");
	failed += number("numFailedTests");
	skipped += number("numPendingTests") + number("numTodoTests");
	// A suite that could not even be loaded has no failed test of its own.
	if (!tests.passed && number("numFailedTests") === 0) failed++;
} catch {
	failed++;
}
if (process.env["CI"] && skipped > 0) {
	console.log("CI has every system program the tests need, so nothing may be skipped there.");
	failed++;
}
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exit(failed > 0 ? 1 : 0);
