import type { Knowledge } from "../content/knowledge.ts";
import type { Profile, Slot } from "../formation/profile.ts";
import { choiceValue } from "./choice-value.ts";
import type { Conversation, Fact } from "./types.ts";
import { fill } from "./wording.ts";

/** Slots shown in this order. */
const ORDER: readonly Slot[] = [
	"orgKind",
	"task",
	"existing",
	"taskEnded",
	"fullMembers",
	"probationary",
	"relationElsewhere",
	"transferable",
	"durationMonths",
	"support",
	"jointFull",
];

/** Below this number a rough count is only said to be below it: 一两个 is 不足3名. */
const BRANCH_MINIMUM = 3;

/** The facts an answer rests on: those stated, and those assumed because nobody stated them. */
export function factsOf(knowledge: Knowledge, conversation: Conversation, turn: number): Fact[] {
	const { profile } = conversation;
	const assumed = assumedSlots(profile);
	return ORDER.flatMap((slot) => {
		const value = profile[slot] ?? assumed[slot];
		if (value === undefined || value === null) return [];
		return [
			{
				slot,
				label: knowledge.wording.slotLabels[slot] ?? slot,
				value: factValue(knowledge, slot, value, conversation.approximate.includes(slot)),
				assumed: profile[slot] === undefined || profile[slot] === null,
				edit: choiceValue(turn, { kind: "edit", slot }),
			},
		];
	});
}

/** Defaults that shape the conclusion and are therefore shown. */
function assumedSlots(profile: Partial<Profile>): Partial<Profile> {
	if (profile.orgKind === "outside") return {};
	return {
		orgKind: "two-new",
		existing: "none",
		...(typeof profile.fullMembers === "number" ? { probationary: 0, relationElsewhere: 0 } : {}),
	};
}

/** A value as people read it. */
export function factValue(
	knowledge: Knowledge,
	slot: Slot,
	value: Profile[Slot],
	approximate = false,
): string {
	const { valueLabels } = knowledge.wording;
	const label = (key: string) => valueLabels[key] ?? key;
	if (typeof value === "number") {
		if (approximate && slot === "fullMembers" && value < BRANCH_MINIMUM) return label("unit.fewer");
		if (value === 0 && slot !== "durationMonths") return label("unit.zero");
		const unit = label(slot === "durationMonths" ? "unit.months" : "unit.members");
		const text = fill(unit, { n: value });
		return approximate ? fill(label("unit.about"), { n: text }) : text;
	}
	if (Array.isArray(value)) {
		const names = value.map((one: string) => label(`support.${one}`));
		return names.length === 0 ? label("support.none") : names.join("、");
	}
	return label(`${slot}.${value}`);
}

/** Lines that say what was assumed, so that the person can correct it. */
export function assumptionsOf(
	knowledge: Knowledge,
	conversation: Conversation,
	withoutSupport: boolean,
): string[] {
	const { profile, approximate, splitStated } = conversation;
	const { assumptions } = knowledge.wording;
	const lines: (string | undefined)[] = [];
	const full = profile.fullMembers ?? null;
	if (profile.orgKind === "outside") return [];
	if (full !== null && full > 0) {
		if (!splitStated && (profile.probationary ?? null) === null) {
			const n = factValue(knowledge, "fullMembers", full, approximate.includes("fullMembers")).replace(
				"名",
				"",
			);
			const fewer = approximate.includes("fullMembers") && full < BRANCH_MINIMUM;
			if (!fewer) lines.push(fill(assumptions["all-full"] ?? "", { n }));
		}
		const moved = profile.existing === "temporary" || profile.task === "adhoc";
		if ((profile.relationElsewhere ?? null) === null && !moved) lines.push(assumptions["relations-here"]);
	}
	if (profile.orgKind === "cluster") lines.push(assumptions["counts-are-total"]);
	if (approximate.length > 0) lines.push(assumptions["approximate"]);
	if (withoutSupport) lines.push(assumptions["no-support"]);
	return lines.filter((line): line is string => line !== undefined && line !== "");
}
