import { PARTY_ORG_ID_PATTERN } from "../../core/survey/fields.ts";
import { type LedgerCommand, UsageError } from "./command.ts";
import { decideOnRow } from "./decide.ts";
import { readOptions } from "./options.ts";

/** Marks the newest revision as verified; only verified revisions count. */
export const verify: LedgerCommand = {
	name: "verify",
	summary: "核实一份填报（核实人不能是填报人）",
	usage:
		"ledger verify <回执编号 | 季度 信用代码> --staff 姓名 [--party-org PO-…] [--revision 版本号] [--json]",
	run(args, io) {
		const { values, positionals } = readOptions(args, {
			"party-org": { type: "string" },
			revision: { type: "string" },
		});
		const partyOrgId = values["party-org"]?.trim().toUpperCase();
		if (partyOrgId !== undefined && !PARTY_ORG_ID_PATTERN.test(partyOrgId)) {
			throw new UsageError("党组织编号以 PO- 开头，后面是大写字母和数字，例如 PO-A12。");
		}
		return decideOnRow(positionals, values, io, "已核实", (store, decision) =>
			store.verify({ ...decision, partyOrgId }),
		);
	},
};
