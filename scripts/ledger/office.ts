import { type District, districtFile } from "../../core/content/office.ts";
import { spreadsheetFile } from "../../core/content/spreadsheet-wording.ts";
import { surveyFile } from "../../core/content/survey-wording.ts";
import { type Targets, targetsFile } from "../../core/content/targets.ts";
import { ContentError } from "../content/content-error.ts";
import { ContentReader } from "../content/reader.ts";

/** The district alone, for what needs no wording of the survey: it is a third of the reading. @throws ContentError */
export function loadDistrict(root = "content"): District {
	const reader = new ContentReader(root);
	const district = reader.yaml(districtFile, "office/district.yaml");
	if (!district) throw new ContentError(reader.problems);
	return district.data;
}

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

/** Targets of the streets. @throws ContentError, also for a street the district does not list. */
export function loadTargets({ district }: Office, root = "content"): Targets {
	const reader = new ContentReader(root);
	const targets = reader.yaml(targetsFile, "office/targets.yaml");
	if (!targets) throw new ContentError(reader.problems);
	const streets = district.streets.map(({ code }) => code);
	for (const [index, { street }] of targets.data.targets.entries()) {
		if (streets.includes(street)) continue;
		reader.problems.push({
			file: targets.file.file,
			line: targets.file.lineOf(["targets", index, "street"]),
			what: `没有街道 ${street}`,
			mend: `改成 district.yaml 里的一个：${streets.join("、")}`,
		});
	}
	if (reader.problems.length > 0) throw new ContentError(reader.problems);
	return targets.data;
}
export type Office = ReturnType<typeof loadOffice>;
