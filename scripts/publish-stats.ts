/** `npm run publish-stats -- --quarter 2026-Q3 [--data DIR] --staff 姓名`: publishes the statistics of a closed quarter on the site. */
import { isDemo } from "./demo/marker.ts";
import { reportFailure } from "./failure.ts";
import { UsageError } from "./ledger/command.ts";
import { loadOffice } from "./ledger/office.ts";
import { actorOf } from "./ledger/options.ts";
import { fail, readQuarterOptions } from "./quarter-command.ts";
import { NotPublishedError, publishQuarter } from "./statistics/publish.ts";
import { publicationLines } from "./statistics/told.ts";

const USAGE = "用法：npm run publish-stats -- --quarter 2026-Q3 --staff 姓名或工号 [--data 台账文件夹]";

const { quarter, dataDir, staff, content = "content" } = readQuarterOptions(USAGE, ["staff", "content"]);
try {
	const io = {
		env: process.env,
		input: process.stdin,
		interactive: false,
		print: console.log,
		explain: console.error,
	};
	const actor = actorOf({ staff: staff ?? (isDemo(dataDir) ? "示例" : undefined) }, dataDir, io);
	const order = { quarter, dataDir, contentDir: content, actor, now: new Date().toISOString() };
	const published = await publishQuarter(order, loadOffice(content));
	for (const line of publicationLines(published)) console.log(line);
} catch (error) {
	if (error instanceof NotPublishedError) fail(error.message, 1);
	if (error instanceof UsageError) fail(`${error.message}${USAGE}`, 2);
	reportFailure(error);
}
