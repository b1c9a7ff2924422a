/** `npm run -s report -- --quarter 2026-Q3 --out DIR [--data DIR]`: the quarterly report as DOCX, Markdown and manifest. */
import { join } from "node:path";
import { SlotError } from "../core/ledger/report/slots.ts";
import { reportFailure } from "./failure.ts";
import { loadOffice } from "./ledger/office.ts";
import { fail, readQuarterOptions } from "./quarter-command.ts";
import { gatherReport } from "./report/gather.ts";
import { loadReportWording } from "./report/wording.ts";
import { writeReport } from "./report/write.ts";

const USAGE = "用法：npm run report -- --quarter 2026-Q3 --out 文件夹 [--data 台账文件夹]";

const { quarter, dataDir, out } = readQuarterOptions(USAGE, ["out"]);
if (out === undefined) fail(`请用 --out 写明放到哪个文件夹。${USAGE}`, 2);
try {
	const input = await gatherReport(dataDir, quarter, loadOffice(), new Date().toISOString());
	const written = await writeReport(input, loadReportWording(), out);
	console.log(`已生成${input.sample ? "（示例数据）" : ""}：`);
	for (const path of [written.docx, written.markdown, written.manifest]) console.log(`  ${path}`);
	if (input.snapshot.active.length === 0) console.log("这个季度还没有已核实的填报，比率都写作“—”。");
	if (written.missing.length > 0) console.log(`还要录入：${written.missing.join("")}`);
	console.log(
		`保留了工作人员填写的${written.kept}处内容。要补充情况，请改 Markdown 里的“填写”处，再运行一次。`,
	);
	if (written.copy !== null)
		console.log(`“填写”处以外有改动，会被重新计算的内容代替；原文件留在 ${written.copy}。`);
} catch (error) {
	if (error instanceof SlotError) fail(`${join(out, `report-${quarter}.md`)} ${error.message}`, 1);
	reportFailure(error);
}
