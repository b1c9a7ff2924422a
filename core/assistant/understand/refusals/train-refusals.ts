import type { RefusalWords } from "../../../content/refusal-words.ts";
import { LEARNT_CLASSES } from "../../../content/vocabulary.ts";
import { learn } from "../../retrieve/softmax.ts";
import { clues, type RefusalWeights, SLOTS, STEP, STEPS, ZERO } from "./learnt.ts";
import { shapeOf, vocabularyOf } from "./shape.ts";

/** A question, folded, and whether it is refused. */
export interface RefusalExample {
	readonly text: string;
	readonly label: (typeof LEARNT_CLASSES)[number];
}

/** How weights are learnt; other values give other weights. */
export const REFUSAL_TRAINING = { rounds: 16, rate: 0.6, decay: 5e-4 } as const;

/** Weights of clues for the refusals: the same examples and words give the same weights. */
export function trainRefusals(examples: readonly RefusalExample[], words: RefusalWords): RefusalWeights {
	const vocabulary = vocabularyOf(words);
	const rows = examples.map(({ text, label }) => ({
		clues: clues(text, shapeOf(text, vocabulary)),
		label: LEARNT_CLASSES.indexOf(label),
	}));
	const width = LEARNT_CLASSES.length;
	const weights = learn(rows, SLOTS, width, REFUSAL_TRAINING);
	let packed = "";
	for (let k = 1; k < width; k++) {
		for (let at = 0; at < SLOTS; at++) {
			const weight = (weights[at * width + k] ?? 0) - (weights[at * width] ?? 0);
			const steps = Math.max(-STEPS, Math.min(STEPS, Math.round(weight / STEP)));
			packed += String.fromCharCode(ZERO + steps);
		}
	}
	return packed;
}
