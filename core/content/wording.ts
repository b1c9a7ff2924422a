import { z } from "zod";
import { isoDate, line } from "./common.ts";

/** A suggested answer. `value` is read by `core/assistant/slot-value`; a trailing `~` marks a rough number. */
const choice = z.strictObject({ value: z.string().min(1).max(24), label: line(1, 20) });

/** `office/assistant.yaml`: what the assistant says around its conclusions. */
export const assistantFile = z.strictObject({
	asOf: isoDate,
	/** Questions for the slots the table may ask for. */
	questions: z.strictObject({
		fullMembers: z.strictObject({ prompt: line(4, 120), choices: z.array(choice) }),
		durationMonths: z.strictObject({ prompt: line(4, 120), choices: z.array(choice) }),
		support: z.strictObject({ prompt: line(4, 120), choices: z.array(choice) }),
	}),
	/** Questions asked when a person wants to change a fact that is never asked for. */
	edits: z.record(z.string(), z.strictObject({ prompt: line(4, 120), choices: z.array(choice).min(1) })),
	/** Labels of the slots, for "what I understood". */
	slotLabels: z.record(z.string(), line(2, 16)),
	/** Labels of slot values, `slot.value` → text. */
	valueLabels: z.record(z.string(), line(1, 24)),
	/** Lines printed for assumptions, with `{n}` blanks. */
	assumptions: z.record(z.string(), line(4, 80)),
	/** Directions that would change the conclusion, by kind, with `{n}` blanks. */
	changes: z.record(z.string(), line(4, 80)),
	/** Titles of the parts of an answer. */
	titles: z.record(z.string(), line(2, 16)),
	/** Refusals by topic id: refuse-privacy, refuse-injection, refuse-opinion, refuse-fabrication, off-topic. */
	refusals: z.record(z.string(), z.strictObject({ text: line(6, 160), instead: line(4, 120).optional() })),
	/** Fixed sentences by key: greeting, help, privacy, decisionBelongs, overdue, notUnderstood, … */
	sentences: z.record(z.string(), z.string().min(2).max(800)),
});
export type AssistantWording = z.infer<typeof assistantFile>;
