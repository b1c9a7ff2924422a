/** `npm run content:check`: explains every problem in `content/`. */
import { reportFailure } from "./failure.ts";
import { loadKnowledge } from "./knowledge.ts";
import { loadOffice, loadTargets } from "./ledger/office.ts";

try {
	const { guides, cases, courses, documents } = loadKnowledge(process.argv[2]);
	// The ledger's own files are not part of the knowledge that site and bot load.
	loadTargets(loadOffice(process.argv[2]), process.argv[2]);
	console.log(
		`内容检查通过：指南${guides.length}篇，案例${cases.length}个，课程${courses.length}门，文书${documents.length}份。`,
	);
} catch (error) {
	reportFailure(error);
}
