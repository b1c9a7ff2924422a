import { join } from "node:path";
import { SlotError } from "../../../core/ledger/report/slots.ts";
import { gatherReport } from "../../report/gather.ts";
import { reportLines } from "../../report/told.ts";
import { loadReportWording } from "../../report/wording.ts";
import { writeReport } from "../../report/write.ts";
import { NotPublishedError, publishQuarter } from "../../statistics/publish.ts";
import { publicationLines } from "../../statistics/told.ts";
import { actorOf } from "../options.ts";
import type { Session } from "./session.ts";

/** The quarterly report, written into a folder. */
export async function writeSummary({ ask, office, dataDir, quarter }: Session): Promise<void> {
	const out = await ask.text("放到哪个文件夹？", {
		initial: "report",
		check: (text) => (text === "" ? "请写文件夹的名称。" : undefined),
	});
	try {
		const input = await gatherReport(dataDir, quarter, office, new Date().toISOString());
		ask.say(reportLines(input, await writeReport(input, loadReportWording(), out)).join("\n"));
	} catch (error) {
		if (!(error instanceof SlotError)) throw error;
		ask.say(`✗ ${join(out, `report-${quarter}.md`)} ${error.message}`);
	}
}

/** The quarter's statistics for the site, after a yes. */
export async function publishStatistics({
	ask,
	io,
	office,
	dataDir,
	staff,
	quarter,
}: Session): Promise<void> {
	const question = `${quarter} 的统计表会写进网站内容，小于5的数合并隐去。写入吗？`;
	if (!(await ask.confirm(question))) return ask.say("没有写入。");
	const actor = actorOf({ staff }, dataDir, io);
	const order = { quarter, dataDir, contentDir: "content", actor, now: new Date().toISOString() };
	try {
		ask.say(publicationLines(await publishQuarter(order, office)).join("\n"));
	} catch (error) {
		if (!(error instanceof NotPublishedError)) throw error;
		ask.say(`✗ ${error.message}`);
	}
}
