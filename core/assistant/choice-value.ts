import { SLOTS, type Slot } from "../formation/profile.ts";

/**
 * What the assistant's buttons carry. Every value starts with the number of the
 * answer it belongs to, so that a button of an older answer is recognised:
 * `a12:s:fullMembers=3` sets a fact, `a12:e:support` asks how to change one,
 * `a12:e` shows what can be changed, `a12:o:fullMembers` waits for a typed number.
 */
export type ChoiceAction =
	| { readonly kind: "set"; readonly slot: Slot; readonly value: string }
	| { readonly kind: "edit"; readonly slot: Slot | null }
	| { readonly kind: "other"; readonly slot: Slot };

/** Writes a choice value; at most 64 bytes, which Telegram's buttons can carry. */
export function choiceValue(turn: number, action: ChoiceAction): string {
	switch (action.kind) {
		case "set":
			return `a${turn}:s:${action.slot}=${action.value}`;
		case "edit":
			return action.slot === null ? `a${turn}:e` : `a${turn}:e:${action.slot}`;
		case "other":
			return `a${turn}:o:${action.slot}`;
	}
}

/** A pressed button: the answer it belongs to, and what it wants. `null` when it cannot be read. */
export function readChoice(value: string): { readonly turn: number; readonly action: ChoiceAction } | null {
	const match = /^a(\d{1,9}):([seo])(?::(\w+)(?:=([\w~.-]*))?)?$/.exec(value);
	if (!match) return null;
	const [, turn = "", kind, name, text] = match;
	const slot = SLOTS.find((one) => one === name) ?? null;
	if (name !== undefined && slot === null) return null;
	const action: ChoiceAction | null =
		kind === "e"
			? { kind: "edit", slot }
			: slot === null
				? null
				: kind === "o"
					? { kind: "other", slot }
					: text
						? { kind: "set", slot, value: text }
						: null;
	return action && { turn: Number(turn), action };
}
