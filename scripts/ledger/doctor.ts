import { examine } from "../../bot/stores/doctor/examine.ts";
import type { LedgerCommand } from "./command.ts";
import { findingLine } from "./doctor-words.ts";
import { loadOffice } from "./office.ts";
import { dataDirOf, readOptions } from "./options.ts";

/** Examines the whole ledger and explains what it finds; changes nothing. */
export const doctor: LedgerCommand = {
	name: "doctor",
	summary: "全面检查台账，只看不改",
	usage: "ledger doctor [--json]",
	async run(args, io) {
		const { values } = readOptions(args, {});
		const { survey } = loadOffice();
		const result = await examine(dataDirOf(values, io), { trashDays: survey.trashDays });
		const errors = result.findings.filter(({ level }) => level === "error").length;
		if (values.json) {
			io.print(JSON.stringify({ ok: errors === 0, ...result }));
			return errors === 0 ? 0 : 1;
		}
		for (const finding of result.findings) io.print(findingLine(finding));
		io.print(`检查了${result.rows}个单位、${result.revisions}版填报、${result.auditEntries}条审计记录。`);
		if (result.auditHead !== "") io.print(`审计链头：${result.auditHead}`);
		io.print(errors === 0 ? "没有发现错误。" : `发现${errors}处错误，请按上面的说明处理。`);
		return errors === 0 ? 0 : 1;
	},
};
