import { percent, recordOf } from "../coverage.ts";
import { chineseDate } from "./chinese-date.ts";
import type { ReportInput } from "./input.ts";
import type { MetricTable } from "./metric.ts";

/** 提升: development of members (share from an entered denominator), stars, training. */
export function qualityMetrics(table: MetricTable, { snapshot, figures }: ReportInput): void {
	const rows = snapshot.active.filter(({ developedThisYear }) => (developedThisYear ?? 0) > 0);
	const developed = rows.reduce((sum, row) => sum + (row.developedThisYear ?? 0), 0);
	const records = rows.map(recordOf);
	table.count(
		"developed",
		"今年以来两新组织发展党员数",
		developed,
		"在营且已核实，合计本年发展党员数",
		records,
	);
	const { development, stars, awards, subsidies, trainings } = figures ?? {};
	table.entered(
		"district-developed",
		"今年以来全区发展党员数",
		development?.districtTotal ?? null,
		development?.source,
	);
	table.add({
		id: "developed-share",
		label: "两新组织占全区发展党员的比例",
		text: development ? percent(developed, development.districtTotal) : null,
		numerator: developed,
		denominator: development?.districtTotal ?? null,
		filter: "两新组织发展党员数 ÷ 录入的全区发展党员数",
		records,
		...(development ? { source: development.source } : {}),
	});

	const ofLevel = (level: number) => stars?.find((one) => one.stars === level);
	for (const level of [1, 2, 3, 4, 5]) {
		const value = stars ? (ofLevel(level)?.organisations ?? 0) : null;
		table.entered(
			`stars-${level}`,
			`${"一二三四五".charAt(level - 1)}星级党组织数`,
			value,
			ofLevel(level)?.source,
		);
	}
	const total = stars?.reduce((sum, { organisations }) => sum + organisations, 0) ?? null;
	table.entered("stars", "星级党组织数", total, stars?.[0]?.source);
	table.fact(
		"awards-date",
		"授牌日期",
		awards ? chineseDate(awards.heldOn) : null,
		"工作人员录入",
		awards?.source,
	);
	table.entered("reward-min", "奖励下限（元）", awards?.rewardMin ?? null, awards?.source);
	table.entered("reward-max", "奖励上限（元）", awards?.rewardMax ?? null, awards?.source);
	table.entered(
		"subsidised",
		"获得工作经费补贴的党组织数",
		subsidies?.organisations ?? null,
		subsidies?.source,
	);
	table.entered("subsidies", "工作经费补贴总额（元）", subsidies?.amount ?? null, subsidies?.source);

	const source = trainings?.[0]?.source;
	const sum = (value: (training: NonNullable<typeof trainings>[number]) => number) =>
		trainings?.reduce((all, training) => all + value(training), 0) ?? null;
	table.entered("trainings", "培训期数", trainings?.length ?? null, source);
	table.entered(
		"trainings-here",
		"“请进来”培训期数",
		sum(({ way }) => (way === "here" ? 1 : 0)),
		source,
	);
	table.entered(
		"trainings-away",
		"“走出去”培训期数",
		sum(({ way }) => (way === "away" ? 1 : 0)),
		source,
	);
	table.entered(
		"participants",
		"参训人次",
		sum(({ participants }) => participants),
		source,
	);
	for (const [at, training] of (trainings ?? []).entries()) {
		const id = `training.${at}`;
		table.fact(`${id}.on`, "培训日期", chineseDate(training.on), "工作人员录入", training.source);
		table.fact(`${id}.title`, "培训名称", training.title, "工作人员录入", training.source);
		table.fact(
			`${id}.way`,
			"培训方式",
			training.way === "here" ? "请进来" : "走出去",
			"工作人员录入",
			training.source,
		);
		table.entered(`${id}.participants`, "参训人数", training.participants, training.source);
		table.entered(`${id}.days`, "培训天数", training.days, training.source);
	}
}
