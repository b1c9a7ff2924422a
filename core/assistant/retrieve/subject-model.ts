import { scaleOf, softmax } from "./softmax.ts";

/** Slots into which clues are hashed. A clue that was never learnt meets a learnt one in one of ten cases. */
const SLOTS = 65_536;
/** Longest clue, in characters. */
const LONGEST = 2;

/** What a text is judged by: every character and every two in a row, once each, as slots. */
export function clues(text: string): number[] {
	const plain = text.replace(/[^\p{Script=Han}a-z\d]/gu, "");
	const found = new Set<number>();
	for (let length = 1; length <= LONGEST; length++) {
		for (let at = 0; at + length <= plain.length; at++) found.add(slot(plain, at, length));
	}
	return [...found];
}

/** FNV-1a, stirred once more and folded into the slots. */
function slot(text: string, from: number, length: number): number {
	let hash = 0x811c9dc5;
	for (let at = from; at < from + length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return ((hash ^ (hash >>> 12)) >>> 0) % SLOTS;
}

/**
 * Weights of clues for subjects, learnt from questions. Plain JSON, small enough for a
 * page: four rows of printable characters, each a number from `FIRST` on.
 */
export interface SubjectWeights {
	/** Subjects: ids of guides and of groups without one. */
	readonly ids: readonly string[];
	/** Distance of every learnt slot from the one before; `FAR` goes that far and on. */
	readonly slots: string;
	/** How many subjects each of them speaks for or against. */
	readonly counts: string;
	/** Those subjects, by number. */
	readonly subjects: string;
	/** The weight for each, `MOST_STEPS` being none. */
	readonly steps: string;
	/** Weight of one step. */
	readonly step: number;
}

/** Character code of the number 0. */
export const FIRST = 0x23;
/** Largest distance one character tells. */
export const FAR = 56;
/** Steps of the largest weight, either way. */
export const MOST_STEPS = 4;

/** How likely a text is about each subject. */
export interface SubjectModel {
	/** Probabilities by subject, those above one in a thousand. */
	likely(text: string): ReadonlyMap<string, number>;
}

/** Unpacks the weights; once per Knowledge value. */
export function subjectModel({ ids, slots, counts, subjects, steps, step }: SubjectWeights): SubjectModel {
	/** Where the entries of a slot begin and end. */
	const places = new Map<number, readonly [from: number, to: number]>();
	let place = -1;
	let from = 0;
	let known = 0;
	for (let at = 0; at < slots.length; at++) {
		const distance = slots.charCodeAt(at) - FIRST;
		place += distance;
		if (distance === FAR) continue;
		const to = from + counts.charCodeAt(known++) - FIRST;
		places.set(place, [from, to]);
		from = to;
	}
	const numbers = Uint16Array.from(subjects, (sign) => sign.charCodeAt(0) - FIRST);
	const values = Float64Array.from(steps, (sign) => (sign.charCodeAt(0) - FIRST - MOST_STEPS) * step);
	return {
		likely(text) {
			const sums = new Float64Array(ids.length);
			let found = 0;
			for (const clue of clues(text)) {
				const entries = places.get(clue);
				if (entries === undefined) continue;
				found++;
				for (let at = entries[0]; at < entries[1]; at++) {
					const number = numbers[at] ?? 0;
					sums[number] = (sums[number] ?? 0) + (values[at] ?? 0);
				}
			}
			softmax(sums, scaleOf(found));
			const likely = new Map<string, number>();
			for (const [number, value] of sums.entries()) {
				const id = ids[number];
				if (id !== undefined && value > 0.001) likely.set(id, value);
			}
			return likely;
		},
	};
}
