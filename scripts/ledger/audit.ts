import { verifyAudit } from "../../bot/stores/audit/verify.ts";
import { openForReading } from "../../bot/stores/submissions/open.ts";
import { type LedgerCommand, UsageError } from "./command.ts";
import { dataDirOf, readOptions } from "./options.ts";

/** Recomputes the audit chain and shows its head. */
export const audit: LedgerCommand = {
	name: "audit",
	summary: "核对审计链，显示链头",
	usage: "ledger audit [--expect 以前打印的链头] [--json]",
	async run(args, io) {
		const { values } = readOptions(args, { expect: { type: "string" } });
		if (values.expect !== undefined && !/^[0-9a-f]{64}$/i.test(values.expect)) {
			throw new UsageError("--expect 应为64位十六进制数，照以前的季度总结抄写。");
		}
		const trail = openForReading(dataDirOf(values, io)).audit;
		const { entries, head, breaks, containsExpected } = await verifyAudit(trail, values.expect);
		const ok = breaks.length === 0 && containsExpected !== false;
		if (values.json) {
			io.print(JSON.stringify({ ok, entries: entries.length, head, breaks, containsExpected }));
			return ok ? 0 : 1;
		}
		io.print(`审计记录${entries.length}条，链头 ${head.hash}（第${head.seq}条）。`);
		for (const { file, line, why } of breaks) {
			const what = why === "chain" ? "与前一条接不上，这里或之前的记录被改过" : "读不出来";
			io.explain(`✗ audit/${file} 第${line}行${what}。请与备份比对，并报告负责人。`);
		}
		if (containsExpected === false)
			io.explain("✗ 链里没有您给的链头：打印之后有记录被删除或改写，请与备份比对。");
		if (containsExpected === true) io.print("您给的链头在链里，打印之前的记录没有改过。");
		if (ok) io.print("审计链完整。");
		return ok ? 0 : 1;
	},
};
