import { type LedgerCommand, UsageError } from "./command.ts";
import { decideOnRow } from "./decide.ts";
import { readOptions } from "./options.ts";

/** Gives a submission back to its sender with a reason. */
export const giveBack: LedgerCommand = {
	name: "return",
	summary: "退回一份填报并写明原因",
	usage: "ledger return <回执编号 | 季度 信用代码> --reason 原因 --staff 姓名 [--revision 版本号] [--json]",
	run(args, io) {
		const { values, positionals } = readOptions(args, {
			reason: { type: "string" },
			revision: { type: "string" },
		});
		const reason = values.reason?.trim() ?? "";
		if (reason === "") throw new UsageError("请用 --reason 写明退回的原因，填报人会看到。");
		return decideOnRow(positionals, values, io, "已退回", (store, decision) =>
			store.giveBack({ ...decision, reason }),
		);
	},
};
