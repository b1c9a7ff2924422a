import { readRegister } from "../../bot/stores/register/register-store.ts";
import { openForReading } from "../../bot/stores/submissions/open.ts";
import { percent } from "../../core/ledger/coverage.ts";
import { type Counted, SNAPSHOT_FIELDS, type Snapshot, snapshotOf } from "../../core/ledger/snapshot.ts";
import { DIMENSIONS, type Dimension, type StatsRow, statsBy, statsOf } from "../../core/ledger/stats.ts";
import { isIncubated, TRANSITION_FIELDS, transitionsOf } from "../../core/ledger/transitions.ts";
import { FORMATION_MODES, ORG_KIND_VALUES } from "../../core/survey/fields.ts";
import {
	previousQuarter,
	QUARTER_PATTERN,
	quarterBounds,
	quarterLabel,
	quarterOfInstant,
} from "../../core/survey/quarter.ts";
import { isDemo } from "../demo/marker.ts";
import { type LedgerCommand, type LedgerIo, UsageError } from "./command.ts";
import { loadDistrict, loadOffice } from "./office.ts";
import { dataDirOf, readOptions } from "./options.ts";
import { plainTable } from "./plain-table.ts";
import { choiceLabel } from "./words.ts";

const BY = [...DIMENSIONS, "quarter"] as const;
const TITLES = { street: "街道", kind: "类别", form: "形式", quarter: "季度" } as const;

/** Coverage of active units from verified revisions, by street, kind, form or quarter. */
export const stats: LedgerCommand = {
	name: "stats",
	summary: "统计覆盖情况（只用已核实的填报）",
	usage: "ledger stats [--quarter 2026-Q3] [--by street|kind|form|quarter] [--json]",
	async run(args, io) {
		const { values } = readOptions(args, {
			quarter: { type: "string" },
			by: { type: "string", default: "street" },
		});
		const by = BY.find((name) => name === values.by);
		if (by === undefined) throw new UsageError(`--by 可以是 ${BY.join("、")}。`);
		const quarter = values.quarter ?? quarterOfInstant(new Date().toISOString());
		if (!QUARTER_PATTERN.test(quarter)) throw new UsageError("季度写成 2026-Q3。");
		const dataDir = dataDirOf(values, io);
		const { submissions } = openForReading(dataDir);
		const registerOf = (name: string) => readRegister(dataDir, quarterBounds(name).last);
		if (by === "quarter") {
			const rows: StatsRow[] = [];
			for (const name of await submissions.quarters()) {
				const { units } = snapshotOf(
					name,
					await submissions.rowsWith(name, SNAPSHOT_FIELDS),
					await registerOf(name),
				);
				rows.push(statsOf(name, units));
			}
			if (values.json) io.print(JSON.stringify({ by, rows }));
			else if (rows.length === 0) io.print("还没有任何季度的填报。");
			else printTable(by, rows, new Map(), io);
			return 0;
		}
		const rows = await submissions.rowsWith(quarter, SNAPSHOT_FIELDS);
		const snapshot = snapshotOf(quarter, rows, await registerOf(quarter));
		const labels = labelsOf(by);
		const groups = statsBy(snapshot.units, by, [...labels.keys()]);
		const total = statsOf("total", snapshot.units);
		const transitions = transitionsOf(
			rows,
			await submissions.rowsWith(previousQuarter(quarter), TRANSITION_FIELDS),
		);
		if (values.json) {
			const { units, active, inactive, ...counts } = snapshot;
			const base = { ...counts, units: units.length, active: active.length, inactive: inactive.length };
			io.print(
				JSON.stringify({ by, ...base, total, rows: groups, transitions: countTransitions(transitions) }),
			);
			return 0;
		}
		io.print(`${quarterLabel(quarter)}${isDemo(dataDir) ? "（示例数据）" : ""}`);
		printTable(by, [...groups, total], labels, io);
		printNotes(snapshot, total, io);
		const incubated = transitions.filter(isIncubated).length;
		if (transitions.length > 0)
			io.print(
				`与上季相比，${transitions.length}家单位组建形式有变化，其中联建、挂靠转为单独组建的${incubated}家。`,
			);
		return 0;
	},
};

/** Groups in their order, each with its label. */
type Labels = ReadonlyMap<string, string>;

function labelsOf(by: Dimension): Labels {
	if (by === "street") return new Map(loadDistrict().streets.map(({ code, name }) => [code, name]));
	const [field, values] =
		by === "kind" ? (["orgKind", ORG_KIND_VALUES] as const) : (["formationMode", FORMATION_MODES] as const);
	const office = loadOffice();
	return new Map(values.map((value) => [value, choiceLabel(field, value, office)]));
}

function printTable(by: (typeof BY)[number], rows: readonly StatsRow[], labels: Labels, io: LedgerIo): void {
	const head = [
		TITLES[by],
		"单位",
		"单独",
		"联合",
		"挂靠",
		"组织覆盖",
		"工作覆盖",
		"应建",
		"已建",
		"应建已建",
		"党组织",
	];
	const cells = rows.map(({ key, coverage: c, organisations }) => [
		key === "total" ? "合计" : (labels.get(key) ?? key),
		c.units,
		c.own,
		c.joint,
		c.affiliated,
		percent(c.organised, c.units),
		percent(c.work, c.units),
		c.should,
		c.shouldBuilt,
		percent(c.shouldBuilt, c.should),
		organisations,
	]);
	for (const line of plainTable(head, cells)) io.print(line);
}

function printNotes(snapshot: Snapshot<Counted>, { coverage, unnumbered }: StatsRow, io: LedgerIo): void {
	const { waiting, returned, withdrawn, inactive, registered, registerDate } = snapshot;
	io.print(
		`待核实${waiting}家，已退回${returned}家，已撤回${withdrawn}家；停业、注销、迁出或查无的${inactive.length}家不计入分母。`,
	);
	io.print(
		registered === null
			? "没有导入登记名册，分母是已核实的在营单位；导入名册后才能看出哪些单位未排查。"
			: `${registerDate}名册在营单位${registered}家，其中未排查${coverage.unsurveyed}家，计入分母。`,
	);
	if (coverage.apart > 0) io.print(`临时、流动党组织涉及${coverage.apart}家，只计工作覆盖，不计组织覆盖。`);
	if (unnumbered > 0) io.print(`联合组建的${unnumbered}家没有党组织编号，所属党组织没有计数。`);
	io.print("“单位”数的是单位，“党组织”数的是组织：一个联合党支部覆盖几家单位，只算一个组织。");
}

function countTransitions(transitions: ReturnType<typeof transitionsOf>) {
	const groups = Map.groupBy(transitions, ({ from, to }) => `${from}>${to}`);
	return [...groups].map(([key, { length }]) => ({ change: key, units: length }));
}
