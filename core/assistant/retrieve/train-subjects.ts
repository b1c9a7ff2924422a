import { isRefusal, type REFUSED_GROUPS } from "../../content/vocabulary.ts";
import { learn, noWeights, type Row, type Weights } from "./softmax.ts";
import { clues, FAR, FIRST, MOST_STEPS, type SubjectWeights } from "./subject-model.ts";

/** A question, folded, and what it is about; of a harmless one only that it is not to be refused. */
export interface SubjectExample {
	readonly text: string;
	readonly id: string;
}

/** The group of questions that only look as if they were to be refused. */
const HARMLESS: (typeof REFUSED_GROUPS)[number] = "harmless";

/** How weights are learnt; other values give other weights. */
export const TRAINING = {
	first: { rounds: 10, rate: 0.5, decay: 2e-4 },
	/** Once more, with the entries that are kept and rounded as they are sent. */
	again: { rounds: 8, rate: 0.3, decay: 2e-4 },
	/** Entries kept: more would tell subjects better apart and weigh more in the page. */
	entries: 20_000,
	/** Weight of one step. */
	step: 0.8,
} as const;

/** Weights of clues for subjects: the same examples give the same weights. A few seconds for 5,000 examples. */
export function trainSubjects(examples: readonly SubjectExample[]): SubjectWeights {
	const ids = [...new Set(examples.map(({ id }) => id))].filter((id) => id !== HARMLESS).sort();
	const answered = [...ids.keys()].filter((number) => !isRefusal(ids[number] ?? ""));
	const cut = examples.map(({ text }) => clues(text));
	const slots = [...new Set(cut.flat())].sort((a, b) => a - b);
	const places = new Map(slots.map((slot, place) => [slot, place]));
	const rows = cut.map((found, index): Row => {
		const id = examples[index]?.id ?? HARMLESS;
		return {
			clues: found.map((slot) => places.get(slot) ?? 0),
			labels: id === HARMLESS ? answered : [ids.indexOf(id)],
		};
	});
	const all = noWeights(slots.length, ids.length);
	learn(rows, all, ids.length, TRAINING.first);
	const kept = strongest(all, rows, ids.length);
	const known = rows.map(({ clues: found, labels }) => ({
		clues: found.filter((clue) => (kept.starts[clue] ?? 0) < (kept.starts[clue + 1] ?? 0)),
		labels,
	}));
	learn(known, kept, ids.length, TRAINING.again, (value) => stepsOf(value) * TRAINING.step);
	return pack(ids, slots, kept);
}

const stepsOf = (value: number): number =>
	Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round(value / TRAINING.step)));

/** The entries that decide most: far from what the clue says of most subjects, and of clues that are met often. */
function strongest({ values }: Weights, rows: readonly Row[], width: number): Weights {
	const met = new Float64Array(values.length / width);
	for (const row of rows) for (const clue of row.clues) met[clue] = (met[clue] ?? 0) + 1;
	const shifted = values.slice();
	const strength = new Float64Array(values.length);
	for (const [clue, times] of met.entries()) {
		const from = clue * width;
		const middle = values.slice(from, from + width).sort()[width >> 1] ?? 0;
		for (let at = from; at < from + width; at++) {
			shifted[at] = (values[at] ?? 0) - middle;
			strength[at] = Math.abs(shifted[at] ?? 0) * times ** 0.25;
		}
	}
	const least = strength.slice().sort().at(-TRAINING.entries) ?? 0;
	const starts = new Int32Array(met.length + 1);
	const kept: number[] = [];
	for (let clue = 0; clue < met.length; clue++) {
		for (let at = clue * width; at < (clue + 1) * width; at++) {
			if ((strength[at] ?? 0) >= Math.max(least, 1e-9)) kept.push(at);
		}
		starts[clue + 1] = kept.length;
	}
	return {
		starts,
		subjects: Uint16Array.from(kept, (at) => at % width),
		values: Float64Array.from(kept, (at) => shifted[at] ?? 0),
	};
}

function pack(ids: readonly string[], slots: readonly number[], weights: Weights): SubjectWeights {
	const packed = { slots: "", counts: "", subjects: "", steps: "" };
	const sign = (number: number) => String.fromCharCode(FIRST + number);
	let before = -1;
	for (const [clue, slot] of slots.entries()) {
		let count = 0;
		for (let at = weights.starts[clue] ?? 0; at < (weights.starts[clue + 1] ?? 0); at++) {
			const steps = stepsOf(weights.values[at] ?? 0);
			if (steps === 0) continue;
			packed.subjects += sign(weights.subjects[at] ?? 0);
			packed.steps += sign(MOST_STEPS + steps);
			count++;
		}
		if (count === 0) continue;
		let distance = slot - before;
		for (; distance >= FAR; distance -= FAR) packed.slots += sign(FAR);
		packed.slots += sign(distance);
		packed.counts += sign(count);
		before = slot;
	}
	return { ids, ...packed, step: TRAINING.step };
}
