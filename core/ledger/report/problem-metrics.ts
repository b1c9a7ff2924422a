import { NO_ORG_REASONS } from "../../survey/fields.ts";
import { nextQuarter, quarterBounds } from "../../survey/quarter.ts";
import { judge } from "../../survey/rules.ts";
import { percent, recordOf } from "../coverage.ts";
import { chineseDate } from "./chinese-date.ts";
import type { ReportInput } from "./input.ts";
import type { MetricTable } from "./metric.ts";

/** 存在问题: why there is no organisation, what is overdue; and until when the tasks run. */
export function problemMetrics(table: MetricTable, input: ReportInput): void {
	const { active } = input.snapshot;
	const unorganised = active.filter(({ formationMode }) => formationMode === "none");
	for (const reason of NO_ORG_REASONS) {
		const label = input.labelOf("noOrgReason", reason);
		const rows = unorganised.filter(({ noOrgReason }) => noOrgReason === reason);
		const filter = `在营且已核实，未建，原因为${label}`;
		const records = rows.map(recordOf);
		table.fact(`reason.${reason}`, "未建原因", label, "content/office/survey.yaml");
		table.count(`reason.${reason}.units`, `未建原因为“${label}”的单位数`, rows.length, filter, records);
		table.add({
			id: `reason.${reason}.share`,
			label: `未建原因为“${label}”的占比`,
			text: percent(rows.length, unorganised.length),
			numerator: rows.length,
			denominator: unorganised.length,
			filter: `${filter} ÷ 未建单位`,
			records,
			base: unorganised.map(recordOf),
		});
	}
	const planned = unorganised.filter(({ measure }) => measure?.due !== undefined);
	const overdue = planned.filter(({ measure }) => (measure?.due ?? "") < input.asOf);
	table.count(
		"planned",
		"措施有完成期限的单位数",
		planned.length,
		"在营且已核实，未建，措施有期限",
		planned.map(recordOf),
	);
	table.count(
		"overdue",
		"措施逾期单位数",
		overdue.length,
		"在营且已核实，未建，措施期限早于截止日期",
		overdue.map(recordOf),
	);
	const without = unorganised.filter(({ measure }) => measure === undefined);
	table.count(
		"unplanned",
		"没有措施的未建单位数",
		without.length,
		"在营且已核实，未建，没有填写措施",
		without.map(recordOf),
	);
	const small = active.filter((row) => judge(row).warnings.includes("W1"));
	table.count(
		"small-branches",
		"正式党员不足三名的单独党支部数",
		small.length,
		"在营且已核实，单独组建，组织关系在本单位的正式党员不足三名（提示W1）",
		small.map(recordOf),
	);

	const next = nextQuarter(input.quarter);
	table.fact("next-period-end", "下季度末", chineseDate(quarterBounds(next).last), "下季度最后一天");
	const middle =
		quarterBounds(next).first.slice(0, 5) +
		String(Number(quarterBounds(next).first.slice(5, 7)) + 1).padStart(2, "0");
	table.fact("next-period-middle", "下季度中", chineseDate(`${middle}-15`), "下季度第二个月十五日");
	table.fact(
		"snapshot",
		"数据快照",
		input.snapshotHash.slice(0, 16),
		"计入统计的每一版填报的校验和，取前十六位",
	);
	table.count("audit-seq", "审计记录序号", input.auditHead.seq, "审计链", []);
	table.fact("audit-head", "审计链头", input.auditHead.hash, "审计链");
}
