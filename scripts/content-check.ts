/** `npm run content:check`: explains every problem in `content/`. */

import { ContentError } from "./content/content-error.ts";
import { reportFailure } from "./failure.ts";
import { loadKnowledge } from "./knowledge.ts";
import { loadOffice, loadTargets } from "./ledger/office.ts";
import { checkReportWording } from "./report/wording.ts";
import { readStatistics } from "./statistics/files.ts";

const root = process.argv[2] ?? "content";
try {
	const { guides, cases, courses, documents } = loadKnowledge(root);
	// The ledger's own files are not part of the knowledge that site and bot load.
	const office = loadOffice(root);
	const problems = [() => loadTargets(office, root), () => checkReportWording(office, root)].flatMap(
		(load) => {
			try {
				load();
				return [];
			} catch (error) {
				if (error instanceof ContentError) return error.problems;
				throw error;
			}
		},
	);
	if (problems.length > 0) throw new ContentError(problems);
	readStatistics(root);
	console.log(
		`内容检查通过：指南${guides.length}篇，案例${cases.length}个，课程${courses.length}门，文书${documents.length}份。`,
	);
} catch (error) {
	reportFailure(error);
}
