import { isOrganised, percent, type Unit } from "../coverage.ts";
import type { ReportInput } from "./input.ts";
import type { MetricTable } from "./metric.ts";

type Is = (unit: Unit) => boolean;

/** Name of a unit in the manifest: its revision, or its entry in the register. */
export const nameOf = ({ record, orgCode }: Unit): string => record ?? `register:${orgCode}`;

/** Rates of a set of units, named `<prefix>…`. */
function rates(table: MetricTable, prefix: string, place: string, units: readonly Unit[]): void {
	const rate = (id: string, label: string, base: readonly Unit[], is: Is, filter: string) => {
		const hit = base.filter(is);
		table.add({
			id: `${prefix}${id}`,
			label: `${place}${label}`,
			text: percent(hit.length, base.length),
			numerator: hit.length,
			denominator: base.length,
			filter: `${place}${filter}`,
			records: hit.map(nameOf),
			base: base.map(nameOf),
		});
	};
	const should = units.filter((unit) => unit.should);
	rate("org-coverage", "组织覆盖率", units, isOrganised, "单独、联合组建或有党员编入的挂靠单位 ÷ 在营单位");
	rate(
		"work-coverage",
		"工作覆盖率",
		units,
		({ standing }) => standing !== "nothing",
		"有党组织、党建指导员、工会或团组织的单位 ÷ 在营单位",
	);
	rate("own-rate", "单独组建率", units, ({ standing }) => standing === "own", "单独组建的单位 ÷ 在营单位");
	rate(
		"should-rate",
		"应建已建率",
		should,
		isOrganised,
		"已建单位 ÷ 有三名以上组织关系在本单位的正式党员的单位",
	);
	const missing = should.filter((unit) => !isOrganised(unit));
	table.count(
		`${prefix}should-missing`,
		`${place}应建未建单位数`,
		missing.length,
		`${place}有三名以上组织关系在本单位的正式党员，未建`,
		missing.map(nameOf),
	);
	const nothing = units.filter(({ standing }) => standing === "nothing");
	table.count(
		`${prefix}uncovered`,
		`${place}党的工作未覆盖单位数`,
		nothing.length,
		`${place}没有党组织、党建指导员、工会和团组织`,
		nothing.map(nameOf),
	);
}

/** Coverage of the district and of each street, and its change since last quarter. */
export function coverageMetrics(table: MetricTable, { snapshot, previous, streets }: ReportInput): void {
	rates(table, "", "", snapshot.units);
	for (const { code, name } of streets) {
		const units = snapshot.units.filter(({ streetCode }) => streetCode === code);
		table.fact(`street.${code}`, "街道", name, "content/office/district.yaml");
		table.count(
			`street.${code}.units`,
			`${name}在营单位数`,
			units.length,
			`${name}，在营`,
			units.map(nameOf),
		);
		rates(table, `street.${code}.`, name, units);
	}
	const affiliated = snapshot.units.filter(({ standing }) => standing === "affiliated");
	table.count(
		"affiliated",
		"计入组织覆盖的挂靠单位数",
		affiliated.length,
		"挂靠组建，有党员编入",
		affiliated.map(nameOf),
	);
	change(table, "org-coverage-change", "组织覆盖率较上季变化", snapshot.units, previous.units, isOrganised);
	change(
		table,
		"work-coverage-change",
		"工作覆盖率较上季变化",
		snapshot.units,
		previous.units,
		({ standing }) => standing !== "nothing",
	);
}

function change(
	table: MetricTable,
	id: string,
	label: string,
	now: readonly Unit[],
	before: readonly Unit[],
	is: Is,
): void {
	const share = (units: readonly Unit[]) => Math.round((units.filter(is).length * 1000) / units.length);
	// A quarter nobody surveyed has a register and no coverage: 0 % then, and a rise now, would both be untrue.
	const comparable = now.length > 0 && before.some(({ surveyed }) => surveyed);
	const tenths = comparable ? share(now) - share(before) : null;
	const words =
		tenths === null
			? "上季没有可比数据"
			: tenths === 0
				? "与上季持平"
				: `较上季${tenths > 0 ? "上升" : "下降"}${(Math.abs(tenths) / 10).toFixed(1)}个百分点`;
	table.add({
		id,
		label,
		text: words,
		numerator: tenths,
		denominator: null,
		filter: "两个季度取整到千分之一后的差，单位为千分之一",
		records: [],
	});
}
