import { FORMATION_MODES, ORG_KIND_VALUES } from "../../survey/fields.ts";
import { quarterBounds } from "../../survey/quarter.ts";
import { recordOf } from "../coverage.ts";
import { type Organisation, organisationsAmong } from "../organisations.ts";
import { isIncubated, transitionsOf } from "../transitions.ts";
import type { ReportInput } from "./input.ts";
import type { MetricTable } from "./metric.ts";

/** 组建: units by form, organisations by kind, what is new, what moved. */
export function formationMetrics(table: MetricTable, input: ReportInput): void {
	const { active } = input.snapshot;
	for (const mode of FORMATION_MODES) {
		const rows = active.filter(({ formationMode }) => formationMode === mode);
		const label = input.labelOf("formationMode", mode);
		table.fact(`form.${mode}`, "组建形式", label, "content/office/survey.yaml");
		table.count(
			`form.${mode}.units`,
			`组建形式为“${label}”的单位数`,
			rows.length,
			`在营且已核实，组建形式为${label}`,
			rows.map(recordOf),
		);
	}
	const all = organisationsAmong(active);
	const { first, last } = quarterBounds(input.quarter);
	const since = (from: string) =>
		all.filter(({ establishedOn: on }) => on !== null && on >= from && on <= last);
	byKind(table, "orgs", "党组织数", "在营单位的单独党组织和联合党组织，联合党组织只算一个", all);
	byKind(
		table,
		"new-year",
		"今年以来新建党组织数",
		"成立日期在本年，截至季末",
		since(`${first.slice(0, 4)}-01-01`),
	);
	byKind(table, "new-quarter", "本季度新建党组织数", "成立日期在本季度", since(first));
	const unnumbered = active.filter(
		({ formationMode, partyOrgId }) => formationMode.startsWith("joint") && partyOrgId === undefined,
	);
	table.count(
		"unnumbered",
		"没有党组织编号的联合组建单位数",
		unnumbered.length,
		"联合组建，没有党组织编号，所属党组织未计数",
		unnumbered.map(recordOf),
	);

	const transitions = transitionsOf(input.rows, input.previousRows);
	const incubated = transitions.filter(isIncubated);
	const records = (list: typeof transitions) => list.flatMap(({ records }) => records);
	table.count(
		"transitions",
		"组建形式有变化的单位数",
		transitions.length,
		"上季与本季已核实的组建形式不同",
		records(transitions),
	);
	table.count(
		"incubated",
		"由联合、挂靠转为单独组建的单位数",
		incubated.length,
		"上季为联合或挂靠，本季为单独组建",
		records(incubated),
	);
	const paired = active.filter(({ pairedWith }) => pairedWith === true);
	table.count(
		"paired",
		"结对共建单位数",
		paired.length,
		"在营且已核实，有结对共建；不计入覆盖",
		paired.map(recordOf),
	);
}

function byKind(
	table: MetricTable,
	id: string,
	label: string,
	filter: string,
	organisations: readonly Organisation[],
): void {
	const add = (suffix: string, name: string, list: readonly Organisation[]) =>
		table.count(
			id + suffix,
			name + label,
			list.length,
			filter,
			list.flatMap(({ records }) => records),
		);
	const names = { enterprise: "非公企业", social_org: "社会组织", individual_business: "个体工商户" };
	add("", "", organisations);
	for (const kind of ORG_KIND_VALUES)
		add(
			`-${kind}`,
			names[kind],
			organisations.filter((one) => one.kind === kind),
		);
	add(
		"-mixed",
		"跨类别",
		organisations.filter(({ kind }) => kind === "mixed"),
	);
}
