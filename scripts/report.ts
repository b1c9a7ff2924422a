/** `npm run -s report -- --quarter 2026-Q3 --out DIR [--data DIR]`: the quarterly report as DOCX, Markdown and manifest. */
import { join } from "node:path";
import { SlotError } from "../core/ledger/report/slots.ts";
import { reportFailure } from "./failure.ts";
import { loadOffice } from "./ledger/office.ts";
import { fail, readQuarterOptions } from "./quarter-command.ts";
import { gatherReport } from "./report/gather.ts";
import { reportLines } from "./report/told.ts";
import { loadReportWording } from "./report/wording.ts";
import { writeReport } from "./report/write.ts";

const USAGE = "用法：npm run report -- --quarter 2026-Q3 --out 文件夹 [--data 台账文件夹]";

const { quarter, dataDir, out } = readQuarterOptions(USAGE, ["out"]);
if (out === undefined) fail(`请用 --out 写明放到哪个文件夹。${USAGE}`, 2);
try {
	const input = await gatherReport(dataDir, quarter, loadOffice(), new Date().toISOString());
	const written = await writeReport(input, loadReportWording(), out);
	for (const line of reportLines(input, written)) console.log(line);
} catch (error) {
	if (error instanceof SlotError) fail(`${join(out, `report-${quarter}.md`)} ${error.message}`, 1);
	reportFailure(error);
}
