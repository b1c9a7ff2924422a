import { type LedgerCommand, UsageError } from "./command.ts";
import { decideOnRow } from "./decide.ts";
import { readOptions } from "./options.ts";

/** Ends a conflict: takes a waiting revision over, or sets it aside. Both stay on disk. */
export const resolve: LedgerCommand = {
	name: "resolve",
	summary: "处理冲突：采用或搁置待定的一份填报",
	usage:
		"ledger resolve <季度 信用代码> --submission 回执编号 <--apply | --discard> --staff 姓名 [--revision 版本号] [--json]",
	run(args, io) {
		const { values, positionals } = readOptions(args, {
			submission: { type: "string" },
			apply: { type: "boolean", default: false },
			discard: { type: "boolean", default: false },
			revision: { type: "string" },
		});
		const submissionId = values.submission?.trim().toUpperCase();
		if (submissionId === undefined) throw new UsageError("请用 --submission 写明处理哪一份（回执编号）。");
		if (values.apply === values.discard)
			throw new UsageError("请在 --apply（采用）和 --discard（搁置）中写一个。");
		const choice = values.apply ? "apply" : "discard";
		return decideOnRow(positionals, values, io, values.apply ? "已采用" : "已搁置", (store, decision) =>
			store.resolve({ ...decision, submissionId, choice }),
		);
	},
};
