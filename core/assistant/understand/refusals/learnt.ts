import { LEARNT_CLASSES } from "../../../content/vocabulary.ts";
import { scaleOf, softmax } from "../../retrieve/softmax.ts";
import type { Refusal } from "./grammar.ts";
import { isMark } from "./shape.ts";

/**
 * Weights of clues for the four refusals, each relative to “harmless”: for every refusal in
 * turn a character a slot, `STEPS` at nought. Clues share slots, so that none need be named.
 */
export type RefusalWeights = string;

/** Number of slots. More would tell clues better apart and weigh more in the page. */
export const SLOTS = 4_096;
/** Largest weight, in steps either way. */
export const STEPS = 2;
/** Weight of one step. */
export const STEP = 1.8;

/**
 * Slots of the clues in a text, each once: characters and pairs of characters of the text
 * and of its shape, and classes of words that follow one another closely, so that what is
 * learnt from one wording holds for other words of the same classes.
 */
export function clues(text: string, shape: string): number[] {
	const found = new Set<number>();
	for (const line of [text, shape]) {
		let before = "";
		for (const sign of line) {
			if (!TOLD.test(sign)) continue;
			found.add(slot(sign));
			if (before !== "") found.add(slot(before + sign));
			before = sign;
		}
	}
	const marks = [...shape].filter(isMark);
	for (const [at, mark] of marks.entries()) {
		for (const next of marks.slice(at + 1, at + 1 + NEAR)) found.add(slot(`${mark}~${next}`));
	}
	return [...found];
}

/** Characters that tell something: no punctuation. */
const TOLD = /[\p{Script=Han}a-z\d\ue000-\uf000]/u;
/** How many classes further on another one still belongs to the same thought. */
const NEAR = 3;

/** FNV-1a, folded into the slots. */
function slot(clue: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < clue.length; at++) hash = Math.imul(hash ^ clue.charCodeAt(at), 16_777_619);
	return ((hash ^ (hash >>> 15)) >>> 0) % SLOTS;
}

/** The likeliest refusal, and how likely it is that the text is to be refused at all, 0–1. */
export interface LearntRefusal {
	readonly refusal: Refusal;
	readonly likely: number;
}

/** What the learnt weights say of a text. */
export function learntRefusal(text: string, shape: string, weights: RefusalWeights): LearntRefusal {
	const found = clues(text, shape);
	const sums = new Float64Array(LEARNT_CLASSES.length);
	for (const at of found) {
		for (let k = 1; k < sums.length; k++) {
			sums[k] = (sums[k] ?? 0) + ((weights.charCodeAt((k - 1) * SLOTS + at) - ZERO) * STEP || 0);
		}
	}
	softmax(sums, scaleOf(found.length));
	let best = 1;
	for (let k = 2; k < sums.length; k++) if ((sums[k] ?? 0) > (sums[best] ?? 0)) best = k;
	return { refusal: LEARNT_CLASSES[best] as Refusal, likely: 1 - (sums[0] ?? 0) };
}

/** Character code of the weight nought. */
export const ZERO = 0x30 + STEPS;
