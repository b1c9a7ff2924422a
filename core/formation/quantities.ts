/**
 * What a condition of the decision table may speak of: the slots a person can
 * state, and the quantities computed from them in `derive`.
 */

/** Quantities with a closed list of values; unstated slots have their default here. */
export const CHOICES = {
	orgKind: ["two-new", "cluster", "outside"],
	task: ["standing", "project", "adhoc"],
	existing: ["none", "branch", "joint", "affiliated", "general-branch", "committee", "temporary"],
	transferable: ["yes", "no", "unknown"],
	/** Best of the supports by the table's order, after those that cannot work are removed. */
	best: ["area", "industry", "lead", "host", "none", "unknown"],
	/** An existing temporary branch whose task has ended. */
	ended: ["true", "false"],
	/** More relations elsewhere than full members: somebody miscounted. */
	elsewhereExcess: ["true", "false"],
} as const satisfies Record<string, readonly string[]>;
export type ChoiceQuantity = keyof typeof CHOICES;

/** Quantities that are numbers, or unknown. Members are counted in persons, duration in months. */
export const NUMBERS = [
	"fullMembers",
	"probationary",
	"relationElsewhere",
	/** Full members whose relation is here. */
	"here",
	/** Members, probationary included, whose relation is here. */
	"membersHere",
	/** Members, probationary included, who work here. */
	"membersWorking",
	"durationMonths",
	"jointFull",
] as const;
export type NumberQuantity = (typeof NUMBERS)[number];

export type Quantity = ChoiceQuantity | NumberQuantity;

/** Whether a name written in the table is a quantity of that kind. */
export function isChoiceQuantity(name: string): name is ChoiceQuantity {
	return Object.hasOwn(CHOICES, name);
}
export function isNumberQuantity(name: string): name is NumberQuantity {
	return (NUMBERS as readonly string[]).includes(name);
}

/** Every quantity with a value; `null` is an unknown number. */
export type Quantities = { readonly [K in ChoiceQuantity]: (typeof CHOICES)[K][number] } & {
	readonly [K in NumberQuantity]: number | null;
};
