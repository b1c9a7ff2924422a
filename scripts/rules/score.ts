import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MutationScore } from "../../core/formation/matrix.ts";
import { MATRIX_PATH } from "./read-matrix.ts";

/** Writes the score into the samples' file, leaving everything else as it is. */
export function writeScore(root: string, score: MutationScore): void {
	const path = join(root, MATRIX_PATH);
	const line = `score: { mutants: ${score.mutants}, equivalent: ${score.equivalent}, killed: ${score.killed} }`;
	writeFileSync(path, readFileSync(path, "utf8").replace(/^score: .*$/m, line));
}

/** Tells the score, and the changes that no sample notices. */
export function printScore(score: MutationScore): string {
	const counted = score.mutants - score.equivalent;
	const head = `改错一格的变体${score.mutants}个：${score.equivalent}个不影响任何结论，其余${counted}个中查出${score.killed}个。`;
	if (score.survivors.length === 0) return head;
	const list = score.survivors.map((name) => `  ${name}`).join("\n");
	return `${head}\n没有样例能发现的改动（请在 formation.matrix.yaml 补上样例）：\n${list}`;
}
