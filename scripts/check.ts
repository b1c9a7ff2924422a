/** `npm run check`: the inner loop. Everything that needs neither build nor browser, at once. */
import { printStage, runStage, STATIC_STAGES } from "./quality/stages.ts";

const unit = {
	name: "unit tests of what changed",
	command: "vitest",
	arguments: ["run", "--changed", "HEAD~1", "--passWithNoTests", "--project", "unit", "--reporter=dot"],
};
const results = await Promise.all([...STATIC_STAGES, unit].map(runStage));
for (const result of results) printStage(result);
const failed = results.filter((result) => !result.passed).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
