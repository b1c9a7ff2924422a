import { openForReading } from "../../bot/stores/submissions/open.ts";
import { openMeasures } from "../../core/ledger/measures.ts";
import { quarterOfDate, shanghaiDate } from "../../core/survey/quarter.ts";
import type { LedgerCommand } from "./command.ts";
import { loadOffice } from "./office.ts";
import { dataDirOf, readOptions } from "./options.ts";
import { quartersUpTo } from "./quarters-up-to.ts";
import { streetCodeOf } from "./select.ts";
import { streetName } from "./words.ts";

/** 一企一策 with owner post and due date; what is overdue. */
export const measures: LedgerCommand = {
	name: "measures",
	summary: "一企一策：措施、责任岗位、期限，逾期的排在前面",
	usage: "ledger measures [--overdue] [--street 街道] [--json]",
	async run(args, io) {
		const { values } = readOptions(args, {
			overdue: { type: "boolean", default: false },
			street: { type: "string" },
		});
		const office = loadOffice();
		const street = streetCodeOf(values.street, office);
		const today = shanghaiDate(new Date().toISOString());
		const { submissions } = openForReading(dataDirOf(values, io));
		const all = openMeasures(await quartersUpTo(submissions, quarterOfDate(today)), today).filter(
			({ row, daysOverdue }) =>
				(street === undefined || row.streetCode === street) && (!values.overdue || daysOverdue > 0),
		);
		const overdue = all.filter(({ daysOverdue }) => daysOverdue > 0).length;
		if (values.json) {
			const items = all.map(({ row: { orgCode, orgName, streetCode, quarter }, ...measure }) => ({
				orgCode,
				orgName,
				streetCode,
				quarter,
				...measure,
			}));
			io.print(JSON.stringify({ today, overdue, measures: items }));
			return 0;
		}
		for (const { row, text, ownerPost, due, daysOverdue } of all) {
			const when =
				due === null ? "没有期限" : `${due} 前${daysOverdue > 0 ? `（逾期${daysOverdue}天）` : ""}`;
			const place = streetName(row.streetCode, office);
			io.print(
				`${daysOverdue > 0 ? "！" : "·"} ${row.orgName}（${place}）　${when}　${ownerPost ?? "没有责任岗位"}`,
			);
			io.print(`    ${text}`);
		}
		io.explain(`措施${all.length}条，逾期${overdue}条。办完的，在下次填报里删去或改写这一项。`);
		return 0;
	},
};
