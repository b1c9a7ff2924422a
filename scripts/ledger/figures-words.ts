import { stringify } from "yaml";
import type { Figures } from "../../core/ledger/figures-schema.ts";

/** Part of the figures → its name and an example of how it is filled in. */
const PARTS: Readonly<Record<Exclude<keyof Figures, "quarter">, readonly [name: string, example: string]>> = {
	responsibility: [
		"目标责任书：签订的街道数",
		`responsibility:
  streets: 0
  source: 写文件或台账的名称`,
	],
	development: [
		"发展党员：全区本年发展总数，是两新占比的分母",
		`development:
  districtTotal: 0
  asOf: "2026-09-30"
  source: 写统计表的名称`,
	],
	stars: [
		"星级创评：各星级现有党组织数",
		`stars:
  - { stars: 5, organisations: 0, source: 写通报的名称 }
  - { stars: 4, organisations: 0, source: 写通报的名称 }`,
	],
	awards: [
		"授牌和奖励：授牌日期，奖励金额从多少元到多少元",
		`awards:
  heldOn: "2026-09-30"
  rewardMin: 0
  rewardMax: 0
  source: 写文件的名称`,
	],
	subsidies: [
		"活动经费补贴：补贴的党组织数，金额（元）",
		`subsidies:
  organisations: 0
  amount: 0
  source: 写拨付单的名称`,
	],
	trainings: [
		"培训：每次一行；way 写 here（请进来）或 away（走出去）",
		`trainings:
  - { on: "2026-09-18", title: 党务干部培训, way: here, participants: 0, days: 1, source: 写签到表的名称 }`,
	],
};
type Part = keyof typeof PARTS;
/** Parts of the figures in the order of the form. */
export const FIGURE_PARTS = Object.keys(PARTS) as readonly Part[];

/** 目标责任书, 发展党员 and so on. */
export const partName = (part: Part) => PARTS[part][0].split("：")[0] ?? part;

/** A form in YAML: what is known already is filled in, the rest stands there as an example behind #. */
export function figuresForm(quarter: string, current: Figures | null): string {
	const parts = FIGURE_PARTS.map((part) => {
		const [name, example] = PARTS[part];
		const value = current?.[part];
		const body =
			value === undefined
				? example.replaceAll(/^/gm, "# ")
				: stringify({ [part]: value }, { schema: "core" }).trim();
		return `# ${name}\n${body}\n`;
	});
	return `# ${quarter} 录入数据。去掉要填的段落每行开头的“# ”，改成真实数字；没有的项目不动。\n# source 写数据出自哪份文件或表，不写人名。\nquarter: ${quarter}\n\n${parts.join("\n")}`;
}

/** What was entered, one line each. */
export function figuresSummary(figures: Figures): readonly string[] {
	const { responsibility, development, stars, awards, subsidies, trainings } = figures;
	const missing = FIGURE_PARTS.filter((part) => figures[part] === undefined).map(partName);
	const participants = (trainings ?? []).reduce((sum, one) => sum + one.participants, 0);
	return [
		`${figures.quarter} 录入数据`,
		...(responsibility ? [`目标责任书：${responsibility.streets}个街道（${responsibility.source}）`] : []),
		...(development
			? [`全区发展党员：${development.districtTotal}名，截至${development.asOf}（${development.source}）`]
			: []),
		...(stars ?? []).map((level) => `${level.stars}星级党组织：${level.organisations}个（${level.source}）`),
		...(awards
			? [`授牌：${awards.heldOn}，奖励${awards.rewardMin}至${awards.rewardMax}元（${awards.source}）`]
			: []),
		...(subsidies
			? [`活动经费补贴：${subsidies.organisations}个党组织，${subsidies.amount}元（${subsidies.source}）`]
			: []),
		...(trainings ? [`培训：${trainings.length}次，${participants}人次`] : []),
		...(missing.length === 0 ? [] : [`没有录入：${missing.join("、")}`]),
	];
}

/** What each value has to look like. */
const HINTS: Readonly<Record<string, string>> = {
	quarter: "写成 2026-Q3",
	source: "写明出自哪份文件或表，2到80个字，不写人名",
	on: '写成 "2026-09-18"，要有英文引号',
	asOf: '写成 "2026-09-30"，要有英文引号',
	heldOn: '写成 "2026-09-30"，要有英文引号',
	title: "写培训名称，2到60个字",
	way: "写 here（请进来）或 away（走出去）",
	days: "写天数，0.5到60",
	stars: "写1到5，每个星级只写一行",
};

/** A sentence about one wrong place of a form. */
export function figuresProblem(path: readonly PropertyKey[]): string {
	const field = [...path].reverse().find((name) => typeof name === "string") ?? "";
	const where = path.map((name) => (typeof name === "number" ? `第${name + 1}行` : String(name))).join(" → ");
	return `${where === "" ? "整张表" : where}：${HINTS[String(field)] ?? "应为一个整数，或有本表没有的项目；请对照填写表改正"}。`;
}
