import { districtFile } from "../../core/content/office.ts";
import { spreadsheetFile } from "../../core/content/spreadsheet-wording.ts";
import { surveyFile } from "../../core/content/survey-wording.ts";
import { ContentReader } from "../content/reader.ts";
import { ContentError } from "../knowledge.ts";

/** District and survey wording alone: the ledger does not depend on every page being right. */
export function loadOffice(root = "content") {
	const reader = new ContentReader(root);
	const district = reader.yaml(districtFile, "office/district.yaml");
	const survey = reader.yaml(surveyFile, "office/survey.yaml");
	const spreadsheet = reader.yaml(spreadsheetFile, "office/spreadsheet.yaml");
	if (!district || !survey || !spreadsheet) throw new ContentError(reader.problems);
	return {
		district: district.data,
		survey: survey.data,
		spreadsheet: spreadsheet.data,
		streets: new Set(district.data.streets.map((street) => street.code)),
	};
}
export type Office = ReturnType<typeof loadOffice>;
