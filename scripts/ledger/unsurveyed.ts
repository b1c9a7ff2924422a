import { readRegister } from "../../bot/stores/register/register-store.ts";
import { openForReading } from "../../bot/stores/submissions/open.ts";
import { unsurveyedUnits } from "../../core/ledger/register.ts";
import { quarterBounds, quarterLabel } from "../../core/survey/quarter.ts";
import type { LedgerCommand } from "./command.ts";
import { loadOffice } from "./office.ts";
import { dataDirOf, readOptions } from "./options.ts";
import { plainTable } from "./plain-table.ts";
import { selectionOf, streetCodeOf } from "./select.ts";
import { choiceLabel, stateLabel, streetName } from "./words.ts";

/** 未排查: every active registered unit without a verified survey in the quarter. */
export const unsurveyed: LedgerCommand = {
	name: "unsurveyed",
	summary: "未排查：名册里在营、本季度还没有核实数据的单位",
	usage: "ledger unsurveyed [--quarter 2026-Q3] [--street 街道] [--json]",
	async run(args, io) {
		const { values } = readOptions(args, { quarter: { type: "string" }, street: { type: "string" } });
		const office = loadOffice();
		const { quarter } = selectionOf({ quarter: values.quarter }, office);
		const street = streetCodeOf(values.street, office);
		const dataDir = dataDirOf(values, io);
		const register = await readRegister(dataDir, quarterBounds(quarter).last);
		if (register === null) {
			if (values.json) io.print(JSON.stringify({ ok: false, reason: "no-register" }));
			else
				io.explain(
					"还没有导入名册，列不出未排查的单位。请先导入：菜单里的“导入名册”，或 npm run ledger -- register import 名册.xlsx。",
				);
			return 1;
		}
		const rows = await openForReading(dataDir).submissions.rows(quarter);
		const heads = new Map(rows.map((row) => [row.orgCode, row.head]));
		const units = unsurveyedUnits(register, rows)
			.filter(({ streetCode }) => street === undefined || streetCode === street)
			.map((unit) => ({ ...unit, state: heads.get(unit.orgCode)?.state ?? null }));
		const active = register.units.filter(({ status }) => status === "active").length;
		if (values.json) {
			io.print(JSON.stringify({ ok: true, quarter, registerDate: register.date, active, units }));
			return 0;
		}
		for (const { orgCode, orgName, orgKind, streetCode, state } of units) {
			const words = [
				orgCode,
				orgName,
				streetName(streetCode, office),
				choiceLabel("orgKind", orgKind, office),
			];
			io.print([...words, state === null ? "没有填报" : stateLabel(state)].join("　"));
		}
		const streets = [...Map.groupBy(units, ({ streetCode }) => streetCode)].sort();
		for (const line of plainTable(
			["街道", "未排查"],
			streets.map(([code, list]) => [streetName(code, office), list.length]),
		))
			io.explain(line);
		io.explain(
			`${quarterLabel(quarter)}：${register.date}名册在营单位${active}个，未排查${units.length}个${street === undefined ? "" : "（所选街道）"}。`,
		);
		return 0;
	},
};
