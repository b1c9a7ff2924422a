import { expect, test } from "vitest";
import { mutationScore } from "../../../core/formation/matrix.ts";
import { readMatrix } from "../../../scripts/rules/read-matrix.ts";
import { readTable } from "../../../scripts/rules/read-table.ts";

test("the samples notice every one-cell change of the published table that matters", () => {
	const matrix = readMatrix();
	const { survivors, ...score } = mutationScore(readTable().file, matrix.samples);
	expect(survivors).toEqual([]);
	expect(score, "npm run rules:check -- --score 重新计算并写回").toEqual(matrix.score);
	expect(score.killed).toBe(score.mutants - score.equivalent);
});
