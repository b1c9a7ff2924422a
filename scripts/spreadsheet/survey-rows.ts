import type { Office } from "../ledger/office.ts";
import type { Grid } from "./cell.ts";
import { readTable } from "./columns.ts";
import { cellProblem, type RowProblem, rowProblem } from "./problem.ts";
import { headingOf, readerOf, SURVEY_COLUMNS, surveyColumns } from "./survey-columns.ts";

/** Columns a survey file must have; the quarter may be given apart. */
const REQUIRED = [
	"orgCode",
	"orgName",
	"orgKind",
	"streetCode",
	"operatingStatus",
	"employees",
	"fullMembers",
	"probationaryMembers",
	"hasUnion",
	"hasYouthLeague",
	"instructorAssigned",
	"formationMode",
	"surveyMethod",
	"surveyedOn",
] as const;
/** Columns of an export that the ledger sets itself: recognised and not read. */
const SET_BY_LEDGER: ReadonlySet<string> = new Set([
	"state",
	"returnReason",
	"submissionId",
	"channel",
	"submittedAt",
]);
/** Stored where a file has no 告知版本: the unit has not agreed to the notice of our own form. */
export const IMPORT_CONSENT = "staff-import";

/** A survey row as read: the content for a submission, and what is wrong with its cells. */
export interface SurveyRow {
	readonly number: number;
	/** Fields of a submission, without what the ledger sets; incomplete when there are problems. */
	readonly value: Readonly<Record<string, unknown>>;
	/** Revision that was edited, when the file is an export. */
	readonly baseRevision: number | undefined;
	readonly problems: readonly RowProblem[];
}

/**
 * Reads the rows of a survey file.
 * @param quarter for files without the column, or rows that leave it empty.
 * @throws SpreadsheetError when the heading cannot be understood.
 */
export function readSurveyRows(
	grid: Grid,
	office: Office,
	quarter: string | undefined,
): { readonly rows: readonly SurveyRow[]; readonly ignored: readonly string[] } {
	const table = readTable(grid, surveyColumns(office), REQUIRED);
	const readers = new Map(
		[...table.fields]
			.filter((field) => !SET_BY_LEDGER.has(field))
			.map((field) => [field, readerOf(field, office)] as const),
	);
	const seen = new Map<string, number>();
	const rows = table.rows.map(({ number, cell: cellOf, merged }): SurveyRow => {
		const problems: RowProblem[] = merged ? [rowProblem("merged", office)] : [];
		const read: Record<string, string | number | boolean> = {};
		for (const [field, reader] of readers) {
			const cell = cellOf(field);
			if (cell === undefined) continue;
			const result = reader(cell);
			if (result.ok) read[field] = result.value;
			else problems.push(cellProblem(field, headingOf(field, office), result, office));
		}
		for (const field of REQUIRED) {
			if (cellOf(field) !== undefined) continue;
			problems.push(cellProblem(field, headingOf(field, office), { ok: false, code: "required" }, office));
		}
		if (cellOf("quarter") === undefined) {
			if (quarter === undefined) problems.push(rowProblem("no-quarter", office));
			else read["quarter"] = quarter;
		}
		if (typeof read["quarter"] === "string" && typeof read["orgCode"] === "string") {
			const key = `${read["quarter"]} ${read["orgCode"]}`;
			const first = seen.get(key);
			if (first !== undefined) problems.push(rowProblem("duplicate", office, { row: first }));
			else seen.set(key, number);
		}
		const { revision } = read;
		return {
			number,
			value: contentOf(read),
			baseRevision: typeof revision === "number" && revision > 0 ? revision : undefined,
			problems,
		};
	});
	return { rows, ignored: table.ignored };
}

/** The columns of a measure become one field. */
function contentOf(
	read: Readonly<Record<string, string | number | boolean>>,
): Readonly<Record<string, unknown>> {
	const { measure, measureOwnerPost, measureDue, revision: _, consentVersion, ...rest } = read;
	const parts = {
		...(measure === undefined ? {} : { text: measure }),
		...(measureOwnerPost === undefined ? {} : { ownerPost: measureOwnerPost }),
		...(measureDue === undefined ? {} : { due: measureDue }),
	};
	return {
		...rest,
		...(Object.keys(parts).length === 0 ? {} : { measure: parts }),
		consentVersion: consentVersion ?? IMPORT_CONSENT,
	};
}

/** Field of a rule's remark → heading, so that a message can name the columns to look at. */
export function headingsOf(fields: readonly string[], office: Office): readonly string[] {
	return fields
		.filter((field) => (SURVEY_COLUMNS as readonly string[]).includes(field))
		.map((field) => headingOf(field, office));
}
