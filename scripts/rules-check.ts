/**
 * `npm run rules:check`: proves that the decision table has no gap and no overlap and
 * compares it with the reviewed samples. `--score` also measures how well the samples
 * guard the table and writes the result beside them.
 */
import { parseArgs } from "node:util";
import { complete } from "../core/formation/complete.ts";
import { describeProfile } from "../core/formation/describe.ts";
import { failingSamples, mutationScore } from "../core/formation/matrix.ts";
import { reportFailure } from "./failure.ts";
import { readMatrix } from "./rules/read-matrix.ts";
import { readTable } from "./rules/read-table.ts";
import { printScore, writeScore } from "./rules/score.ts";

try {
	const { values, positionals } = parseArgs({
		options: { score: { type: "boolean", default: false } },
		allowPositionals: true,
	});
	const root = positionals[0] ?? "content";
	const { file, table, labels } = readTable(root);
	const started = performance.now();
	const proof = complete(table);
	const milliseconds = Math.round(performance.now() - started);
	console.log(
		`组建判断表第${table.version}版：${table.rows.length}行，${proof.parts}类情况逐一检查，每类恰好落在一行，没有遗漏和重叠（${milliseconds}毫秒）。`,
	);
	const { samples } = readMatrix(root);
	const failures = failingSamples(table, samples);
	for (const { sample, got } of failures) {
		console.log(
			`✗ ${describeProfile(sample.given, labels) || "什么都没说"}\n  核对样例是 ${sample.row} ${sample.conclusion}，判断表给出 ${got}`,
		);
	}
	console.log(
		`核对样例${samples.length}条，${failures.length === 0 ? "全部一致" : `${failures.length}条不一致`}。`,
	);
	let survivors = 0;
	if (values.score) {
		const score = mutationScore(file, samples);
		survivors = score.survivors.length;
		console.log(printScore(score));
		writeScore(root, score);
	}
	if (failures.length > 0 || survivors > 0) process.exitCode = 1;
} catch (error) {
	reportFailure(error);
}
