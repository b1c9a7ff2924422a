import type { Figures } from "../../core/ledger/figures-schema.ts";
import { quarterBounds } from "../../core/survey/quarter.ts";

const SOURCE = "示例数据，由演示程序生成";

/** Invented entered figures of a quarter; `at` is its place in the series. */
export function demoFigures(quarter: string, at: number): Figures {
	const { first, last } = quarterBounds(quarter);
	const day = (date: string) =>
		`${first.slice(0, 5)}${String(Number(first.slice(5, 7)) + 1).padStart(2, "0")}-${date}`;
	return {
		quarter,
		responsibility: { streets: 6, source: SOURCE },
		development: { districtTotal: 90 + 40 * Number(quarter.slice(6)), asOf: last, source: SOURCE },
		stars: [
			{ stars: 3, organisations: 24 + 2 * at, source: SOURCE },
			{ stars: 4, organisations: 13 + at, source: SOURCE },
			{ stars: 5, organisations: 6 + (at >> 1), source: SOURCE },
		],
		awards: { heldOn: day("18"), rewardMin: 2000, rewardMax: 8000, source: SOURCE },
		subsidies: { organisations: 6, amount: 30_000, source: SOURCE },
		trainings: [
			{
				on: day("09"),
				title: "两新党组织书记培训",
				way: "here",
				participants: 84 + 3 * at,
				days: 1,
				source: SOURCE,
			},
			{ on: day("23"), title: "外出参观学习", way: "away", participants: 36 + at, days: 2, source: SOURCE },
		],
	};
}
