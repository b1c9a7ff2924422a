import type { RefusalWords } from "../../../content/refusal-words.ts";
import { type CompiledRule, compileRules, type Refusal } from "./grammar.ts";
import { type LearntRefusal, learntRefusal, type RefusalWeights } from "./learnt.ts";
import { NAMED, shapeOf, type Vocabulary, vocabularyOf } from "./shape.ts";

interface Prepared {
	readonly vocabulary: Vocabulary;
	readonly rules: readonly CompiledRule[];
	/** Somebody is asked to do it for the asker. */
	readonly forAsker: RegExp;
}

/** Whoever is addressed is not the one who is spoken of: 老师好，打扰一下. */
const ADDRESS =
	/(?<=^|[。,])(?:各位|尊敬的)?(?:老师|领导|书记|主任|师傅|同志|老板|经理)们?(?:[您你]?好|在吗)?(?=[,。])/g;

/** Compiling takes milliseconds, so it happens once per word list. */
const cache = new WeakMap<RefusalWords, Prepared>();

function prepare(words: RefusalWords): Prepared {
	const known = cache.get(words);
	if (known) return known;
	const vocabulary = vocabularyOf(words);
	const asked = ["forme", "handover"].map((name) => vocabulary.marks.get(name)).join("");
	const prepared = { vocabulary, rules: compileRules(vocabulary), forAsker: new RegExp(`[${asked}]`) };
	cache.set(words, prepared);
	return prepared;
}

/** What speaks for refusing a text. */
export interface RefusalReading {
	/** The refusal the grammar of refusals finds, or null. */
	readonly written: Refusal | null;
	/** What learnt weights say. */
	readonly learnt: LearntRefusal;
}

/** Below this a text that the grammar takes for a refusal is none after all. */
const UNLIKELY = 0.08;

/**
 * The refusal a text calls for by the grammar and by what was learnt. Where the weights know
 * a text well as harmless the grammar is not believed, except where somebody is named.
 */
export function readRefusals(text: string, words: RefusalWords, weights: RefusalWeights): RefusalReading {
	const { vocabulary } = prepare(words);
	const written = readRefusal(text, words);
	const shape = shapeOf(text, vocabulary);
	const learnt = learntRefusal(text, shape, weights);
	const isNamed = written === "refuse-privacy" && shape.includes(NAMED);
	return { written: learnt.likely < UNLIKELY && !isNamed ? null : written, learnt };
}

/** The refusal the grammar finds in a text, or null. */
export function readRefusal(text: string, words: RefusalWords): Refusal | null {
	const { vocabulary, rules, forAsker } = prepare(words);
	const shape = shapeOf(text.replace(ADDRESS, ""), vocabulary);
	for (const { refusal, pattern, excuse, within } of rules) {
		for (const match of shape.matchAll(pattern)) {
			const end = match.index + match[0].length;
			if (within?.test(`${match[0]}${shape.slice(end, end + 4)}`)) continue;
			// What may be asked of people in general is a question; about one by name it is not.
			if (refusal === "refuse-privacy" && match[0].includes(NAMED)) return refusal;
			const clause = around(shape, match.index, end, ",。");
			if (excuse?.test(clause)) continue;
			if (excuse?.test(around(shape, match.index, end, "。")) && !forAsker.test(clause)) continue;
			return refusal;
		}
	}
	return null;
}

/** The stretch between the marks of punctuation that enclose a match. */
function around(shape: string, start: number, end: number, marks: string): string {
	let from = start;
	let to = end;
	while (from > 0 && !marks.includes(shape[from - 1] ?? "")) from--;
	while (to < shape.length && !marks.includes(shape[to] ?? "")) to++;
	return shape.slice(from, to);
}
