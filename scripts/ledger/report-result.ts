import type { StaffResult } from "../../bot/stores/submissions/store.ts";
import type { LedgerIo } from "./command.ts";
import type { Office } from "./office.ts";
import { explainCodes, stateLabel } from "./words.ts";

/** Prints what became of a decision, for people or machines. @returns exit code. */
export function reportResult(
	result: StaffResult,
	json: boolean,
	done: string,
	office: Office,
	io: LedgerIo,
): number {
	const ok = result.kind === "done";
	if (json) {
		io.print(
			JSON.stringify(
				ok ? { ok, revision: result.submission.revision, state: result.submission.state } : { ok, ...result },
			),
		);
		return ok ? 0 : 1;
	}
	switch (result.kind) {
		case "done":
			io.print(`${done}：${result.submission.orgName}，现为第${result.submission.revision}版。`);
			break;
		case "not-found":
			io.explain("没有可以处理的填报：可能已经撤回，或冲突已经处理。用 npm run ledger -- list 再看一遍。");
			break;
		case "changed":
			io.explain(`没有处理：这个单位刚有了第${result.headRevision}版。请重新查看内容后再决定。`);
			break;
		case "own-submission":
			io.explain("没有处理：核实的人不能是填报的人，请换一位同事核实。");
			break;
		case "wrong-state":
			io.explain(`没有处理：这一版的状态是“${stateLabel(result.state)}”。`);
			break;
		case "invalid":
			io.explain("没有处理，内容还有问题：");
			for (const line of explainCodes(result.errors, office)) io.explain(`  ${line}`);
			if (result.errors.includes("R7")) io.explain("  可以用 --party-org PO-… 在核实时补上党组织编号。");
	}
	return ok ? 0 : 1;
}
