import type { Profile, Slot, Support } from "../formation/profile.ts";
import { CHOICES } from "../formation/quantities.ts";

/** A value for one slot, and whether it is only rough. */
export interface SlotValue {
	readonly slots: Partial<Profile>;
	readonly approximate: boolean;
}

const SUPPORTS: readonly Support[] = ["area", "industry", "lead", "host"];

/**
 * Reads the value a choice carries: `3`, a rough `4~`, `all` for every full member,
 * a word of a closed list, `none` for no support. `null` when the slot has no such value.
 * @param values several when the person ticked several
 * @param known facts so far, for `all`
 */
export function readSlotValue(
	slot: Slot,
	values: readonly string[],
	known: Partial<Profile>,
): SlotValue | null {
	const [value = ""] = values;
	const exact = (slots: Partial<Profile>): SlotValue => ({ slots, approximate: false });
	switch (slot) {
		case "orgKind":
		case "task":
		case "existing":
		case "transferable": {
			const allowed: readonly string[] = CHOICES[slot];
			return allowed.includes(value) ? exact({ [slot]: value } as Partial<Profile>) : null;
		}
		case "support": {
			const chosen = SUPPORTS.filter((one) => values.includes(one));
			return chosen.length > 0 || values.includes("none") ? exact({ support: chosen }) : null;
		}
		case "taskEnded":
			return value === "true" || value === "false" ? exact({ taskEnded: value === "true" }) : null;
		default: {
			if (slot === "relationElsewhere" && value === "all") {
				return exact({ relationElsewhere: known.fullMembers ?? 0 });
			}
			const match = /^(\d{1,6})(~?)$/.exec(value);
			return match ? { slots: { [slot]: Number(match[1]) }, approximate: match[2] === "~" } : null;
		}
	}
}
