import { openForReading } from "../../bot/stores/submissions/open.ts";
import { isIncubated, transitionsOf } from "../../core/ledger/transitions.ts";
import { previousQuarter, quarterLabel } from "../../core/survey/quarter.ts";
import type { LedgerCommand } from "./command.ts";
import { loadOffice } from "./office.ts";
import { dataDirOf, readOptions } from "./options.ts";
import { selectionOf } from "./select.ts";
import { choiceLabel } from "./words.ts";

/** 转化: units whose form changed against the quarter before, joint or affiliated to standalone first. */
export const transitions: LedgerCommand = {
	name: "transitions",
	summary: "转化：组建形式的变化，联建、挂靠转单独组建的单列",
	usage: "ledger transitions [--quarter 2026-Q3] [--json]",
	async run(args, io) {
		const { values } = readOptions(args, { quarter: { type: "string" } });
		const office = loadOffice();
		const { quarter } = selectionOf(values, office);
		const { submissions } = openForReading(dataDirOf(values, io));
		const rows = await submissions.rows(quarter);
		const names = new Map(rows.map((row) => [row.orgCode, row.verified?.orgName ?? ""]));
		const all = transitionsOf(rows, await submissions.rows(previousQuarter(quarter))).map((one) => ({
			...one,
			orgName: names.get(one.orgCode) ?? "",
			incubated: isIncubated(one),
		}));
		const incubated = all.filter((one) => one.incubated);
		if (values.json) {
			io.print(JSON.stringify({ quarter, incubated: incubated.length, transitions: all }));
			return 0;
		}
		for (const { orgCode, orgName, from, to, incubated } of all.toSorted(
			(a, b) => Number(b.incubated) - Number(a.incubated),
		)) {
			const [before, after] = [from, to].map((form) => choiceLabel("formationMode", form, office));
			io.print(`${incubated ? "★" : "·"} ${orgCode}　${orgName}　${before} → ${after}`);
		}
		io.explain(
			`${quarterLabel(quarter)}：形式有变化的${all.length}个，其中联建、挂靠转为单独组建的${incubated.length}个（★）。只用已核实的填报。`,
		);
		return 0;
	},
};
