import type { Profile, Slot } from "../../core/formation/profile.ts";
import { SLOTS } from "../../core/formation/profile.ts";

/**
 * Facts in the fragment of the address, e.g. `#fullMembers=3&support=area,host`. A fragment never
 * leaves the browser. `~` after a number means that it is only rough; `q` is a question to ask at once.
 */
export interface FragmentState {
	readonly profile: Partial<Profile>;
	readonly approximate: readonly Slot[];
	readonly question: string | null;
}

const NUMBERS: ReadonlySet<Slot> = new Set<Slot>([
	"fullMembers",
	"probationary",
	"relationElsewhere",
	"durationMonths",
	"jointFull",
]);
/** Values of the closed lists; anything else in the address is ignored. */
const WORDS: Readonly<Partial<Record<Slot, readonly string[]>>> = {
	orgKind: ["two-new", "cluster", "outside"],
	task: ["standing", "project", "adhoc"],
	existing: ["none", "branch", "joint", "affiliated", "general-branch", "committee", "temporary"],
	transferable: ["yes", "no", "unknown"],
};
const SUPPORTS = ["area", "industry", "lead", "host"];

export function readFragment(hash: string): FragmentState {
	const parameters = new URLSearchParams(hash.replace(/^#/, ""));
	const profile: Record<string, unknown> = {};
	const approximate: Slot[] = [];
	for (const slot of SLOTS) {
		const text = parameters.get(slot);
		if (text === null) continue;
		const value = readValue(slot, text.replace(/~$/, ""));
		if (value === null) continue;
		profile[slot] = value;
		if (text.endsWith("~")) approximate.push(slot);
	}
	return { profile: profile as Partial<Profile>, approximate, question: parameters.get("q") };
}

function readValue(slot: Slot, text: string): Profile[Slot] {
	if (NUMBERS.has(slot)) return /^\d{1,6}$/.test(text) ? Number(text) : null;
	if (slot === "taskEnded") return text === "true" ? true : text === "false" ? false : null;
	if (slot === "support") {
		const chosen = SUPPORTS.filter((support) => text.split(",").includes(support));
		return chosen.length > 0 || text === "none" ? (chosen as unknown as Profile["support"]) : null;
	}
	return WORDS[slot]?.includes(text) ? (text as Profile[Slot]) : null;
}

/** The facts as a fragment with its `#`, or an empty text when there are none. */
export function writeFragment(profile: Partial<Profile>, approximate: readonly Slot[]): string {
	const parts = SLOTS.flatMap((slot) => {
		const value = profile[slot];
		if (value === undefined || value === null) return [];
		return [`${slot}=${slotText(value)}${approximate.includes(slot) ? "~" : ""}`];
	});
	return parts.length === 0 ? "" : `#${parts.join("&")}`;
}

/** A value as a button carries it: lists joined with commas, no support as `none`. */
export function slotText(value: NonNullable<Profile[Slot]>): string {
	if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(",");
	return String(value);
}
