import { openForReading } from "../../../bot/stores/submissions/open.ts";
import { previousQuarter, quarterLabel, quarterOfInstant } from "../../../core/survey/quarter.ts";
import type { LedgerIo } from "../command.ts";
import { loadOffice } from "../office.ts";
import { dataDirOf } from "../options.ts";
import { type Ask, Cancelled, type Choice, step } from "./ask.ts";
import type { Session } from "./session.ts";
import { TASKS, type Task } from "./tasks.ts";

/** The ledger as a menu, for people who do not type commands. @returns exit code. */
export async function runMenu(ask: Ask, io: LedgerIo): Promise<number> {
	const office = loadOffice();
	const dataDir = dataDirOf({}, io);
	try {
		const staff =
			io.env.LEDGER_STAFF?.trim() ||
			(await ask.text("您是谁？（姓名或工号，只保存加密后的代号）", {
				check: (text) => (text === "" ? "请写姓名或工号。" : undefined),
			}));
		let quarter = await chooseQuarter(ask, dataDir);
		const entries: readonly Choice<Task | "quarter" | "end">[] = [
			...TASKS.map((task) => ({ value: task, label: task.label, hint: task.hint })),
			{ value: "quarter", label: "换季度" },
			{ value: "end", label: "退出" },
		];
		/** The entry used last: whoever does one thing for several quarters or streets finds it under the mark. */
		let last = 0;
		for (;;) {
			const title = `${office.district.name}五清台账　${quarterLabel(quarter)}（↑↓选择，回车确定，Esc返回）`;
			const chosen = await ask.choose(title, entries, last);
			last = entries.findIndex(({ value }) => value === chosen);
			if (chosen === "end") return 0;
			const session: Session = { ask, io, office, dataDir, staff, quarter };
			await step(async () => {
				if (chosen === "quarter") quarter = await chooseQuarter(ask, dataDir);
				else await chosen.run(session);
			});
		}
	} catch (error) {
		if (!(error instanceof Cancelled)) throw error;
		return 0;
	}
}

/** The current quarter, the one before (its work goes on after its end) and those that have submissions, newest first. */
async function chooseQuarter(ask: Ask, dataDir: string): Promise<string> {
	const current = quarterOfInstant(new Date().toISOString());
	const stored = await openForReading(dataDir).submissions.quarters();
	const all = [...new Set([current, previousQuarter(current), ...stored])].sort().reverse();
	return ask.choose(
		"哪个季度？（↑↓选择，回车确定，Esc返回）",
		all.map((quarter) => ({
			value: quarter,
			label: quarterLabel(quarter),
			...hintOf([
				...(quarter === current ? ["本季度"] : []),
				...(stored.includes(quarter) ? [] : ["还没有填报"]),
			]),
		})),
	);
}

const hintOf = (said: readonly string[]) => (said.length === 0 ? {} : { hint: said.join("，") });
