import { readRegister } from "../../bot/stores/register/register-store.ts";
import { openForReading } from "../../bot/stores/submissions/open.ts";
import { snapshotOf } from "../../core/ledger/snapshot.ts";
import { targetResults } from "../../core/ledger/targets.ts";
import { quarterBounds, quarterLabel } from "../../core/survey/quarter.ts";
import { type LedgerCommand, UsageError } from "./command.ts";
import { loadOffice, loadTargets } from "./office.ts";
import { dataDirOf, readOptions } from "./options.ts";
import { plainTable } from "./plain-table.ts";
import { selectionOf, streetCodeOf } from "./select.ts";
import { streetName } from "./words.ts";

/** 目标责任书: what each street signed for, with what was reached beside it. */
export const targets: LedgerCommand = {
	name: "targets",
	summary: "目标责任书：各街道的目标和实际完成",
	usage: "ledger targets [--quarter 2026-Q3] [--street 街道] [--json]",
	async run(args, io) {
		const { values } = readOptions(args, { quarter: { type: "string" }, street: { type: "string" } });
		const office = loadOffice();
		const file = loadTargets(office);
		const { quarter } = selectionOf({ quarter: values.quarter }, office);
		const street = streetCodeOf(values.street, office);
		const dataDir = dataDirOf(values, io);
		const register = await readRegister(dataDir, quarterBounds(quarter).last);
		const rows = await openForReading(dataDir).submissions.rows(quarter);
		const results = targetResults(file, snapshotOf(quarter, rows, register)).filter(
			(result) => street === undefined || result.street === street,
		);
		if (results.length === 0)
			throw new UsageError(`content/office/targets.yaml 里没有 ${quarter} 的目标，请先写上。`);
		if (values.json) {
			const { sample, source } = file;
			io.print(JSON.stringify({ quarter, sample, source, registerDate: register?.date ?? null, results }));
			return 0;
		}
		const cells = results.map(({ street, measure, target, actual, reached, numerator, denominator }) => [
			streetName(street, office),
			file.measures[measure] ?? measure,
			measure === "newOrganisations" ? `${target}个` : `${target}%`,
			actual,
			denominator === null ? "" : `${numerator}/${denominator}`,
			reached === null ? "—" : reached ? "完成" : "未完成",
		]);
		for (const line of plainTable(["街道", "项目", "目标", "实际", "分子/分母", "结果"], cells))
			io.print(line);
		io.explain(
			`${quarterLabel(quarter)}，${file.sample ? "示例目标，" : ""}来源：${file.source}。${register === null ? "没有名册，分母是已核实的在营单位。" : `分母按${register.date}名册。`}`,
		);
		return 0;
	},
};
