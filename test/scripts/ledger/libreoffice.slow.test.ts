import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { saysTheSame } from "../../../bot/stores/submissions/same-content.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { loadOffice } from "../../../scripts/ledger/office.ts";
import type { Grid } from "../../../scripts/spreadsheet/cell.ts";
import { readCsv } from "../../../scripts/spreadsheet/read-csv.ts";
import { readXlsx } from "../../../scripts/spreadsheet/read-xlsx.ts";
import { readSurveyRows } from "../../../scripts/spreadsheet/survey-rows.ts";
import { surveyTable } from "../../../scripts/spreadsheet/survey-table.ts";
import { toXlsx } from "../../../scripts/spreadsheet/write.ts";
import { dataDir } from "../../bot/stores/data-dir.ts";
import { ORGANISED, UNORGANISED } from "../../core/survey/samples.ts";

const office = loadOffice();
const hasOffice = spawnSync("soffice", ["--version"]).status === 0;

/** What spreadsheet programs like to change: codes of digits only, exponents, dates, texts that look like formulas. */
const ROWS: readonly Submission[] = [
	{ ...ORGANISED, orgCode: "91990101MA00003300", partyOrgId: "PO-1E5", orgName: "=SUM(1,2)示例" },
	{
		...UNORGANISED,
		orgName: "+86示例，“引号”与'撇号",
		noOrgReason: "other",
		noOrgNote: "@提到；-1与=2",
		measure: { text: "0012号事项", ownerPost: "办公室主任", due: "2026-12-31" },
	},
];

/** Opens a workbook in LibreOffice and saves it in another format. */
function throughLibreOffice(folder: string, format: string): Buffer {
	const out = join(folder, format.slice(0, 4));
	mkdirSync(out);
	execFileSync(
		"soffice",
		[
			`-env:UserInstallation=file://${folder}/profile`,
			"--headless",
			"--convert-to",
			format,
			"--outdir",
			out,
			join(folder, "台账.xlsx"),
		],
		{ stdio: "ignore" },
	);
	return readFileSync(join(out, `台账.${format.split(":")[0]}`));
}

function expectSame(grid: Grid): void {
	const { rows } = readSurveyRows(grid, office, undefined);
	expect(rows.map(({ problems }) => problems)).toEqual(ROWS.map(() => []));
	for (const [at, row] of ROWS.entries()) {
		// What the ledger sets is not read back; everything else has to come from the file.
		const { submissionId, revision, channel, submitterRef, submittedAt, state } = row;
		const set = { submissionId, revision, channel, submitterRef, submittedAt, state };
		expect(saysTheSame({ ...set, ...rows[at]?.value } as Submission, row), row.orgName).toBe(true);
	}
}

test("the heading is frozen in a window of the workbook, and cells are texts", () => {
	const parts = unzipSync(toXlsx(surveyTable(ROWS, true, office)));
	const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
	// LibreOffice without a screen keeps no views, so this cannot be seen in what it saves.
	expect(part("xl/worksheets/sheet1.xml")).toMatch(
		/<sheetView workbookViewId="0"[^>]*><pane ySplit="1" topLeftCell="A2"[^>]*state="frozen"\/>/,
	);
	expect(part("xl/workbook.xml")).toContain("<bookViews><workbookView/></bookViews><sheets>");
	expect(part("xl/worksheets/sheet1.xml")).not.toMatch(/<c [^>]*t="n"|<f/);
});

describe.skipIf(!hasOffice)(
	`an exported workbook in LibreOffice${hasOffice ? "" : " (no soffice here; CI installs it)"}`,
	() => {
		test("opens with every text as it was, is saved with its filters, and is read back without loss", () => {
			const folder = dataDir();
			writeFileSync(join(folder, "台账.xlsx"), toXlsx(surveyTable(ROWS, true, office)));
			const saved = throughLibreOffice(folder, "xlsx");
			expectSame(readXlsx(saved));
			const sheet = strFromU8(unzipSync(saved)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
			expect(sheet).toContain("<autoFilter ");
			expect(sheet).not.toContain("<f");
			// As a person sees the cells: comma, quotes, UTF-8, shown text.
			expectSame(
				readCsv(throughLibreOffice(folder, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true")),
			);
		});
	},
);
