import type { Statistics } from "../../core/content/statistics.ts";
import { readStatistics } from "../../scripts/statistics/files.ts";
import { share } from "./eval-report.ts";
import { knowledge } from "./knowledge.ts";

/** Units by standing, of the whole district or of merged groups. */
export type Row = NonNullable<Statistics["total"]>;

let quarters: readonly Statistics[] | undefined;

/** Published quarters, oldest first. */
export function publishedQuarters(): readonly Statistics[] {
	quarters ??= readStatistics();
	return quarters;
}

/** `2026年第三季度`. */
export function quarterName(quarter: string): string {
	return `${quarter.slice(0, 4)}年第${"一二三四"[Number(quarter.slice(6)) - 1]}季度`;
}

/** `26Q3`. */
export const shortQuarter = (quarter: string): string => `${quarter.slice(2, 4)}${quarter.slice(5)}`;

/** Units with an organisation of their own, a joint one or placed members. */
export const organised = ({ own, joined }: Row): number => own + joined;

/** A rate as it is printed: share, then numerator and denominator. */
export interface Rate {
	readonly label: string;
	readonly share: string;
	readonly of: string;
}

/** The four rates of a quarter; a withheld number is left out. */
export function rates({ total, should }: Statistics): Rate[] {
	const rate = (label: string, right: number, of: number, rest: string): Rate => ({
		label,
		share: share(right, of),
		of: `${right}/${of}家${rest}`,
	});
	return [
		...(total
			? [
					rate("组织覆盖率", organised(total), total.units, "在营单位"),
					rate("工作覆盖率", total.work, total.units, "，含指导员和群团"),
				]
			: []),
		...(should ? [rate("应建已建率", should.built, should.units, "有3名以上正式党员")] : []),
		...(total ? [rate("单独组建率", total.own, total.units, "，其余多为联合组建")] : []),
	];
}

/** Printed name of a code in the survey's choices (`orgKind`, `formationMode`) or of a street. */
export function nameOf(field: "orgKind" | "formationMode" | "streetCode", code: string): string {
	const all = knowledge();
	if (field === "streetCode")
		return all.district.streets.find((street) => street.code === code)?.name ?? code;
	return all.survey.fields[field]?.choices?.find(({ value }) => value === code)?.label ?? code;
}
