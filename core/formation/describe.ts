import type { AssistantWording } from "../content/wording.ts";
import type { Cell, Range } from "./cells.ts";
import type { Conjunction } from "./compile.ts";
import type { Profile, Slot } from "./profile.ts";
import { SLOTS } from "./profile.ts";
import type { Quantity } from "./quantities.ts";

/** Labels the descriptions use; from `content/office/assistant.yaml`. */
export type Labels = Pick<AssistantWording, "slotLabels" | "valueLabels">;

/** Chinese name of a slot or derived quantity. */
export function quantityName(quantity: Quantity | Slot, labels: Labels): string {
	return labels.slotLabels[quantity] ?? quantity;
}

/** A condition in plain Chinese, e.g. `正式党员不足3名` or `组建目的是工程或工作项目`. */
export function describeCell(quantity: Quantity, cell: Cell, labels: Labels): string {
	const name = quantityName(quantity, labels);
	if (cell.kind === "set") {
		const values = cell.values.map((value) => valueName(quantity, value, labels));
		return `${name}：${values.join("或")}`;
	}
	const unit = quantity === "durationMonths" ? "个月" : "名";
	const parts = cell.ranges.map((range) => describeRange(range, unit));
	if (cell.unknown) parts.push("没有说明");
	return `${name}${parts.join("或")}`;
}

function describeRange(range: Range, unit: string): string {
	if (range.to === Infinity) return range.from === 0 ? "已知" : `${range.from}${unit}以上`;
	if (range.open) {
		if (range.from === 0) return range.to === 1 ? "没有" : `不足${range.to}${unit}`;
		return `${range.from}${unit}以上、不足${range.to}${unit}`;
	}
	return range.from === range.to ? `正好${range.from}${unit}` : `${range.from}至${range.to}${unit}`;
}

/** Chinese name of one value of a closed list. */
export function valueName(quantity: string, value: string, labels: Labels): string {
	const slot = quantity === "best" ? "support" : quantity === "ended" ? "taskEnded" : quantity;
	if (quantity === "best" && value === "unknown") return "还没有问清";
	return (
		labels.valueLabels[`${slot}.${value}`] ?? (value === "true" ? "是" : value === "false" ? "否" : value)
	);
}

/** A conjunction in plain Chinese, cells joined by commas. */
export function describeConjunction(conjunction: Conjunction, labels: Labels): string {
	return conjunction.map(([quantity, cell]) => describeCell(quantity, cell, labels)).join("，");
}

/** A profile in plain Chinese: every slot that is stated. */
export function describeProfile(profile: Partial<Profile>, labels: Labels): string {
	return SLOTS.flatMap((slot) => {
		const value = profile[slot];
		if (value === null || value === undefined) return [];
		const text =
			typeof value === "number"
				? `${value}${slot === "durationMonths" ? "个月" : "名"}`
				: typeof value === "object"
					? value.length === 0
						? valueName(slot, "none", labels)
						: value.map((one) => valueName(slot, one, labels)).join("、")
					: valueName(slot, String(value), labels);
		return [`${quantityName(slot, labels)}${text}`];
	}).join("，");
}

/** Leaves out of an example what equals the defaults, so that it reads easily. */
export function withoutDefaults(profile: Partial<Profile>): Partial<Profile> {
	const defaults: Partial<Profile> = {
		orgKind: "two-new",
		task: "standing",
		existing: "none",
		transferable: "unknown",
		probationary: 0,
		relationElsewhere: 0,
		taskEnded: false,
	};
	return Object.fromEntries(
		Object.entries(profile).filter(
			([slot, value]) => value !== null && value !== defaults[slot as keyof Profile],
		),
	);
}
