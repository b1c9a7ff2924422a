/** `npm run publish-stats -- --quarter 2026-Q3 [--data DIR] --staff 姓名`: publishes the statistics of a closed quarter on the site. */
import { isDemo } from "./demo/marker.ts";
import { reportFailure } from "./failure.ts";
import { UsageError } from "./ledger/command.ts";
import { loadOffice } from "./ledger/office.ts";
import { actorOf } from "./ledger/options.ts";
import { fail, readQuarterOptions } from "./quarter-command.ts";
import { NotPublishedError, publishQuarter } from "./statistics/publish.ts";

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
	const { path, statistics, written, recordedLater, waiting } = await publishQuarter(
		order,
		loadOffice(content),
	);
	console.log(
		written
			? `已写入 ${path}。重新构建网站（npm run build）后，数据统计页会显示。`
			: `${path} 已经公布过，数字相同，没有改动。`,
	);
	if (recordedLater) console.log("审计记录里原来没有这次公布，已补记。");
	if (waiting > 0) console.log(`还有${waiting}家的填报待核实，没有计入。`);
	for (const [name, table] of Object.entries({
		街道: statistics.mergings.streets,
		类别: statistics.mergings.kinds,
	})) {
		const merged = table.filter((group) => group.length > 1);
		if (merged.length > 0)
			console.log(`${name}中有${merged.length}处合并公布：单独公布会让人推算出小于5的数。`);
	}
	if (statistics.total === null) console.log("全区合计中有小于5的数，本季度的表没有公布。");
} catch (error) {
	if (error instanceof NotPublishedError) fail(error.message, 1);
	if (error instanceof UsageError) fail(`${error.message}${USAGE}`, 2);
	reportFailure(error);
}
