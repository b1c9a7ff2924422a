/** `npm run rules:check`: proves that the decision table has no gap and no overlap. */
import { complete } from "../core/formation/complete.ts";
import { reportFailure } from "./failure.ts";
import { readTable } from "./rules/read-table.ts";

try {
	const { table } = readTable(process.argv[2]);
	const started = performance.now();
	const proof = complete(table);
	const milliseconds = Math.round(performance.now() - started);
	console.log(
		`组建判断表第${table.version}版：${table.rows.length}行，${proof.parts}类情况逐一检查，每类恰好落在一行，没有遗漏和重叠（${milliseconds}毫秒）。`,
	);
} catch (error) {
	reportFailure(error);
}
