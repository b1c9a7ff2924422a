/** A text in pieces, as the model of topics sees it: every character and every two in a row, once each. */
export function pieces(text: string): string[] {
	const plain = text.replace(/[^\p{Script=Han}a-z\d]/gu, "");
	const found = new Set<string>();
	for (let length = 1; length <= LONGEST_PIECE; length++) {
		for (let at = 0; at + length <= plain.length; at++) found.add(plain.slice(at, at + length));
	}
	return [...found];
}

const LONGEST_PIECE = 2;

/** Weights of pieces of text for guides, learnt from the ways people ask. Plain JSON, small enough for a page. */
export interface TopicWeights {
	/** Guide ids. */
	readonly ids: readonly string[];
	/**
	 * One line a piece: the piece, a tab, then two characters a guide: its number and the
	 * weight, each as a printable character from `FIRST` on; a weight of `ZERO` is nought.
	 */
	readonly table: string;
	/** Weight of one step. */
	readonly step: number;
}

/** Character code of guide number 0 and of the lowest weight. */
export const FIRST = 0x30;
/** Steps below nought that a weight can go. */
export const ZERO = 12;
/** Most steps above the lowest weight: characters stay printable ASCII. */
export const MOST_STEPS = 24;

/** How likely a text asks for each guide. */
export interface TopicModel {
	/** Probabilities by guide id, those above one in a thousand. */
	likely(text: string): ReadonlyMap<string, number>;
}

/** Unpacks the weights; once per Knowledge value. */
export function topicModel({ ids, table, step }: TopicWeights): TopicModel {
	const weights = new Map<string, string>();
	for (const line of table.split("\n")) {
		const tab = line.indexOf("\t");
		if (tab > 0) weights.set(line.slice(0, tab), line.slice(tab + 1));
	}
	return {
		likely(text) {
			const sums = new Float64Array(ids.length);
			const found = pieces(text);
			for (const piece of found) {
				const packed = weights.get(piece);
				if (packed === undefined) continue;
				for (let at = 0; at < packed.length; at += 2) {
					const number = packed.charCodeAt(at) - FIRST;
					sums[number] = (sums[number] ?? 0) + (packed.charCodeAt(at + 1) - FIRST - ZERO) * step;
				}
			}
			return probabilities(ids, sums, 1 / Math.sqrt(Math.max(1, found.length)));
		},
	};
}

function probabilities(ids: readonly string[], sums: Float64Array, scale: number) {
	let top = Number.NEGATIVE_INFINITY;
	for (const sum of sums) top = Math.max(top, sum * scale);
	let total = 0;
	const odds = sums.map((sum) => {
		const value = Math.exp(sum * scale - top);
		total += value;
		return value;
	});
	const likely = new Map<string, number>();
	for (const [number, value] of odds.entries()) {
		const id = ids[number];
		if (id !== undefined && value / total > 0.001) likely.set(id, value / total);
	}
	return likely;
}
