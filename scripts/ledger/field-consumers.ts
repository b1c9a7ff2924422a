import { FIELD_CONSUMERS } from "../../core/survey/field-consumers.ts";
import { headingOf } from "../spreadsheet/survey-columns.ts";
import type { LedgerCommand } from "./command.ts";
import { loadOffice } from "./office.ts";
import { readOptions } from "./options.ts";

/** Each survey field and who uses it: a field nobody uses is not asked. */
export const fieldConsumers: LedgerCommand = {
	name: "field-consumers",
	summary: "每个填报项目用在哪里（没有用处的不问）",
	usage: "ledger field-consumers [--json]",
	async run(args, io) {
		const { values } = readOptions(args, {});
		const office = loadOffice();
		for (const [field, consumers] of Object.entries(FIELD_CONSUMERS)) {
			const label = headingOf(field, office);
			if (values.json) io.print(JSON.stringify({ field, label, consumers }));
			else
				io.print(
					`${label}${label === field ? "" : `（${field}）`}：${consumers.map(({ what }) => what).join("；")}`,
				);
		}
		return 0;
	},
};
