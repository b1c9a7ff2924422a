/** Import of 20,000 survey rows from a workbook: reading, judging and durable writing. Fails above 20 s. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadOffice } from "../ledger/office.ts";
import { surveyTable } from "../spreadsheet/survey-table.ts";
import { toXlsx } from "../spreadsheet/write.ts";
import { sample } from "./ledger-set/sample.ts";

const ROWS = 20_000;
const REQUIRED_MS = 20_000;

const root = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), "import-"));
try {
	const file = join(root, "rows.xlsx");
	const rows = Array.from({ length: ROWS }, (_, n) => sample(n));
	writeFileSync(file, toXlsx(surveyTable(rows, true, loadOffice())));
	const begin = performance.now();
	const args = [
		"scripts/ledger.mjs",
		"import",
		file,
		"--apply",
		"--staff",
		"bench",
		"--data",
		join(root, "data"),
	];
	const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8" });
	const elapsed = performance.now() - begin;
	if (status !== 0 || !stdout.includes(`已导入${ROWS}份`))
		throw new Error(`import failed: ${stdout}${stderr}`);
	console.log(
		`import    ${ROWS} rows in ${(elapsed / 1_000).toFixed(1)} s  (required ${REQUIRED_MS / 1_000} s)`,
	);
	if (elapsed > REQUIRED_MS) process.exitCode = 1;
} finally {
	rmSync(root, { recursive: true, force: true });
}
