import { z } from "zod";
import { isoDate, line } from "./common.ts";

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
	/** Labels of the slots, for "what I understood". */
	slotLabels: z.record(z.string(), line(2, 16)),
	/** Labels of slot values, `slot.value` → text. */
	valueLabels: z.record(z.string(), line(1, 24)),
	/** Lines printed for assumptions, with `{n}` blanks. */
	assumptions: z.record(z.string(), line(4, 80)),
	/** Refusals by topic id: refuse-privacy, refuse-injection, refuse-opinion, refuse-fabrication, off-topic. */
	refusals: z.record(z.string(), z.strictObject({ text: line(6, 160), instead: line(4, 120).optional() })),
	/** Fixed sentences by key: greeting, help, privacy, decisionBelongs, overdue, notUnderstood, … */
	sentences: z.record(z.string(), z.string().min(2).max(800)),
});
export type AssistantWording = z.infer<typeof assistantFile>;
