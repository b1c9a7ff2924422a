import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import { saysTheSame } from "../../../bot/stores/submissions/same-content.ts";
import {
	NO_ORG_REASONS,
	OPERATING_STATUSES,
	ORG_KIND_VALUES,
	SURVEY_METHODS,
} from "../../../core/survey/fields.ts";
import { parseSubmission } from "../../../core/survey/schema.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { loadOffice } from "../../../scripts/ledger/office.ts";
import { readCsv } from "../../../scripts/spreadsheet/read-csv.ts";
import { readXlsx } from "../../../scripts/spreadsheet/read-xlsx.ts";
import { readSurveyRows } from "../../../scripts/spreadsheet/survey-rows.ts";
import { surveyTable } from "../../../scripts/spreadsheet/survey-table.ts";
import { toCsv, toXlsx } from "../../../scripts/spreadsheet/write.ts";
import { dataDir } from "../../bot/stores/data-dir.ts";
import { ORGANISED, UNORGANISED } from "../../core/survey/samples.ts";
import { ledger } from "./run-by-name.ts";

const office = loadOffice();
const note = fc
	.string({
		unit: fc.constantFrom("=", "+", "-", "@", "'", '"', ",", " ", "，", "单", "位", "1", "0"),
		maxLength: 20,
	})
	.filter((text) => text.trim() !== "");
const count = fc.integer({ min: 0, max: 40 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
/** Any well-formed content, contradictory or not: rules are not the business of the format. */
const submission = fc
	.record({
		orgName: note.map((text) => `${text}示例`),
		orgKind: fc.constantFrom(...ORG_KIND_VALUES),
		streetCode: fc.constantFrom(...office.streets),
		operatingStatus: fc.constantFrom(...OPERATING_STATUSES),
		employees: count,
		fullMembers: count,
		mobileMembers: optional(count),
		developedThisYear: optional(count),
		hasUnion: fc.boolean(),
		pairedWith: optional(fc.boolean()),
		noOrgReason: optional(fc.constantFrom(...NO_ORG_REASONS)),
		noOrgNote: optional(note),
		partyOrgId: optional(fc.constantFrom("PO-A1", "PO-007", "PO-1E5")),
		establishedOn: optional(fc.constantFrom("2020-02-29", "2026-09-30")),
		measure: optional(
			fc.record({
				text: note,
				ownerPost: optional(fc.constant("办公室主任")),
				due: optional(fc.constant("2026-12-31")),
			}),
		),
		responsiblePersonContacted: optional(fc.boolean()),
		surveyMethod: fc.constantFrom(...SURVEY_METHODS),
	})
	.map((change) => parseSubmission({ ...ORGANISED, ...change }).submission)
	.filter((parsed): parsed is Submission => parsed !== null);

test("what is exported is read back without loss, in both formats", () => {
	fc.assert(
		fc.property(submission, (row) => {
			const table = surveyTable([row], true, office);
			for (const grid of [readXlsx(Buffer.from(toXlsx(table))), readCsv(Buffer.from(toCsv(table)))]) {
				const [read] = readSurveyRows(grid, office, undefined).rows;
				expect(read?.problems).toEqual([]);
				const again = { ...pick(ORGANISED), ...read?.value } as Submission;
				expect(saysTheSame(again, row)).toBe(true);
			}
		}),
		{ numRuns: 60 },
	);
});

/** What the ledger sets, without content: nothing may be taken from the original row unnoticed. */
function pick({ submissionId, revision, channel, submitterRef, submittedAt, state }: Submission) {
	return { submissionId, revision, channel, submitterRef, submittedAt, state };
}

test("edited and imported back, a row becomes the next revision of what was exported", async () => {
	const dir = dataDir();
	const { submissions, audit } = await openSubmissionStore(dir, { trashDays: 30 });
	await submissions.submit(ORGANISED);
	const file = join(dir, "out.csv");
	expect((await ledger(dir, "export", file, "--quarter", "2026-Q3")).code).toBe(0);
	const edited = join(dir, "edited.csv");
	writeFileSync(edited, readFileSync(file, "utf8").replace(",40,", ",41,"));
	expect((await ledger(dir, "import", edited, "--apply")).out).toContain("已导入1份");
	expect((await submissions.row(ORGANISED)).head).toMatchObject({
		revision: 2,
		baseRevision: 1,
		employees: 41,
	});
	// The same edit, made from revision 1 again, is old by now.
	writeFileSync(edited, readFileSync(file, "utf8").replace(",40,", ",42,"));
	expect((await ledger(dir, "import", edited, "--apply")).out).toContain("有冲突待处理1份");
	expect((await audit.lines()).some(({ text }) => text.includes('"action":"exported"'))).toBe(true);
});

test("counts of small units are hidden unless asked for, which is audited; hidden ones are not taken back", async () => {
	const dir = dataDir();
	const { submissions, audit } = await openSubmissionStore(dir, { trashDays: 30 });
	await submissions.submit({ ...UNORGANISED, employees: 4 });
	const masked = join(dir, "masked.csv");
	await ledger(dir, "export", masked, "--quarter", "2026-Q3");
	expect(readFileSync(masked, "utf8")).toContain("（隐去）");
	expect((await ledger(dir, "import", masked)).out).toMatch(/导出时隐去了/);
	const full = join(dir, "full.xlsx");
	await ledger(dir, "export", full, "--quarter", "2026-Q3", "--with-small");
	const [row] = readSurveyRows(readXlsx(readFileSync(full)), office, undefined).rows;
	expect(row?.value).toMatchObject({ employees: 4, fullMembers: 2 });
	expect((await audit.lines()).map(({ text }) => /"code":"([^"]*)"/.exec(text)?.[1]).filter(Boolean)).toEqual(
		["masked", "with-small"],
	);
	expect((await ledger(dir, "export", full, "--quarter", "2026-Q3")).err).toContain("没有覆盖");
});
