import { type ReportWording, reportFile } from "../../core/content/report-wording.ts";
import { ContentReader } from "../content/reader.ts";
import { ContentError } from "../knowledge.ts";

/** @throws ContentError with file, line and how to mend it. */
export function loadReportWording(root = "content"): ReportWording {
	const reader = new ContentReader(root);
	const entry = reader.yaml(reportFile, "office/report.yaml");
	if (!entry) throw new ContentError(reader.problems);
	return entry.data;
}
