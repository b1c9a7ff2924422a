import { COUNT_FIELDS } from "../../core/survey/fields.ts";
import type { Submission } from "../../core/survey/submission.ts";
import type { Office } from "../ledger/office.ts";
import { isSmall, stateLabel, streetName } from "../ledger/words.ts";
import { HIDDEN_COUNT } from "./read-cell.ts";
import { headingOf, META_COLUMNS, SURVEY_COLUMNS } from "./survey-columns.ts";
import type { Table } from "./write.ts";

const COLUMNS = [...SURVEY_COLUMNS, ...META_COLUMNS] as const;

/** Submissions as a table that `readSurveyRows` takes back without loss, except hidden counts. */
export function surveyTable(rows: readonly Submission[], withSmall: boolean, office: Office): Table {
	return {
		name: office.spreadsheet.sheet,
		headings: COLUMNS.map((field) => headingOf(field, office)),
		rows: rows.map((row) => {
			const hide = isSmall(row) && !withSmall;
			return COLUMNS.map((field) =>
				hide && (COUNT_FIELDS as readonly string[]).includes(field)
					? HIDDEN_COUNT
					: cellText(row, field, office),
			);
		}),
	};
}

/** A field as an office reads it; empty when it was not answered. */
export function cellText(row: Submission, field: (typeof COLUMNS)[number], office: Office): string {
	switch (field) {
		case "measure":
			return row.measure?.text ?? "";
		case "measureOwnerPost":
			return row.measure?.ownerPost ?? "";
		case "measureDue":
			return row.measure?.due ?? "";
		case "streetCode":
			return streetName(row.streetCode, office);
		case "state":
			return stateLabel(row.state);
		default: {
			const value = row[field];
			if (value === undefined) return "";
			const wanted = typeof value === "boolean" ? (value ? "yes" : "no") : value;
			const choice = office.survey.fields[field]?.choices?.find((choice) => choice.value === wanted);
			return choice?.label ?? String(value);
		}
	}
}
