import { SURVEY_METHODS } from "../../survey/fields.ts";
import { quarterLabel } from "../../survey/quarter.ts";
import type { Submission } from "../../survey/submission.ts";
import { recordOf } from "../coverage.ts";
import { chineseDate } from "./chinese-date.ts";
import type { ReportInput } from "./input.ts";
import type { MetricTable } from "./metric.ts";

/** 排查: what was surveyed, how, and what the five 清 say. */
export function surveyMetrics(table: MetricTable, input: ReportInput): void {
	const { snapshot, figures, asOf, quarter } = input;
	const { active, inactive } = snapshot;
	const verified = [...active, ...inactive];
	const among = (id: string, label: string, filter: string, rows: readonly Submission[]) =>
		table.count(id, label, rows.length, filter, rows.map(recordOf));
	const sum = (id: string, label: string, value: (row: Submission) => number | undefined) => {
		const rows = active.filter((row) => (value(row) ?? 0) > 0);
		const total = rows.reduce((all, row) => all + (value(row) ?? 0), 0);
		table.count(id, label, total, `在营且已核实，合计${label}`, rows.map(recordOf));
	};

	table.fact("period", "填报季度", quarterLabel(quarter), "命令行参数");
	table.fact("as-of", "截止日期", chineseDate(asOf), "季度最后一天，季度未结束时为当天");
	table.count("streets", "街道数", input.streets.length, "content/office/district.yaml", []);
	const signed = figures?.responsibility;
	table.entered("streets-signed", "签订目标责任书的街道数", signed?.streets ?? null, signed?.source);
	const { registerDate, registered } = snapshot;
	table.fact("register-date", "登记名册日期", registerDate && chineseDate(registerDate), "登记名册");
	table.fact(
		"registered",
		"名册在营单位数",
		registered === null ? null : String(registered),
		"登记名册，在营",
	);

	among("verified", "已核实单位数", "本季度已核实", verified);
	among("active", "在营且已核实单位数", "本季度已核实，经营状态为在营", active);
	among("inactive", "停业、注销、迁出或查无单位数", "本季度已核实，经营状态不是在营", inactive);
	table.count("waiting", "待核实单位数", snapshot.waiting, "最新一版待核实", []);
	table.count("returned", "已退回单位数", snapshot.returned, "最新一版已退回", []);
	const unsurveyed = snapshot.units.filter((unit) => !unit.surveyed);
	table.count(
		"unsurveyed",
		"未排查单位数",
		unsurveyed.length,
		"名册在营，本季度没有已核实的填报",
		unsurveyed.map(({ orgCode }) => `register:${orgCode}`),
	);
	table.count(
		"units",
		"在营单位数",
		snapshot.units.length,
		"在营且已核实，加名册在营但未排查",
		snapshot.units.map(({ record, orgCode }) => record ?? `register:${orgCode}`),
	);

	for (const method of SURVEY_METHODS) {
		const label = input.labelOf("surveyMethod", method);
		among(
			`method-${method}`,
			`摸排方式为“${label}”的单位数`,
			`本季度已核实，摸排方式为${label}`,
			verified.filter(({ surveyMethod }) => surveyMethod === method),
		);
	}
	sum("employees", "职工数", ({ employees }) => employees);
	sum("full-members", "正式党员数", ({ fullMembers }) => fullMembers);
	sum("probationary", "预备党员数", ({ probationaryMembers }) => probationaryMembers);
	sum("elsewhere", "组织关系不在本单位的正式党员数", ({ relationElsewhere }) => relationElsewhere);
	sum("mobile", "流动党员数", ({ mobileMembers }) => mobileMembers);
	among(
		"unions",
		"有工会的单位数",
		"在营且已核实，有工会",
		active.filter(({ hasUnion }) => hasUnion),
	);
	among(
		"leagues",
		"有团组织的单位数",
		"在营且已核实，有团组织",
		active.filter(({ hasYouthLeague }) => hasYouthLeague),
	);
	among(
		"contacted",
		"已与负责人沟通的单位数",
		"在营且已核实，已与负责人沟通",
		active.filter(({ responsiblePersonContacted }) => responsiblePersonContacted === true),
	);
	const unorganised = active.filter(({ formationMode }) => formationMode === "none");
	among("unorganised", "未建党组织单位数", "在营且已核实，组建形式为未建", unorganised);
	among(
		"measures",
		"有一企一策措施的单位数",
		"在营且已核实，未建，填有措施",
		unorganised.filter(({ measure }) => measure !== undefined),
	);
	among(
		"instructors",
		"未建单位中有党建指导员的单位数",
		"在营且已核实，未建，有党建指导员",
		unorganised.filter(({ instructorAssigned }) => instructorAssigned),
	);
}
