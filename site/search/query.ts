import { normalize } from "../../core/language/normalize.ts";
import { bigrams } from "../../core/language/tokenize.ts";

/** Longest query that is looked at; the rest of a pasted text adds nothing. */
const LONGEST_QUERY = 120;

/** A stretch of the query without space or punctuation: what a matching page must contain literally. */
export interface Piece {
	/** Normalised text. */
	readonly text: string;
	/** Index terms of the piece: bigrams of Han runs, other runs whole. */
	readonly terms: readonly string[];
	/** The index alone cannot tell whether the piece stands there literally, so the text must be looked at. */
	readonly ambiguous: boolean;
}

/** A query as the planner sees it. */
export interface Query {
	readonly raw: string;
	readonly pieces: readonly Piece[];
	/** Distinct terms of all pieces. */
	readonly terms: readonly string[];
	/** Written as a question, so that no page can be expected to contain it literally. */
	readonly question: boolean;
	/** Words that carry the meaning, question and filler words dropped; each at least two characters or Latin. */
	readonly words: readonly string[];
}

const PIECE = /[\p{L}\p{N}\p{M}]+/gu;
const RUN = /\p{Script=Han}+|[^\p{Script=Han}]+/gu;
const HAN = /^\p{Script=Han}/u;

/** Normalises and takes apart what a person typed. */
export function parseQuery(raw: string): Query {
	const text = normalize(Array.from(raw).slice(0, LONGEST_QUERY).join(""));
	const pieces = Array.from(text.matchAll(PIECE), ([piece]) => toPiece(piece));
	const words = contentWords(text);
	return {
		raw: raw.trim(),
		pieces,
		terms: [...new Set(pieces.flatMap((piece) => piece.terms))],
		question: QUESTION.test(text),
		words,
	};
}

function toPiece(text: string): Piece {
	const terms: string[] = [];
	const runs = Array.from(text.matchAll(RUN), ([run]) => run);
	for (const run of runs) {
		if (HAN.test(run)) terms.push(...bigrams(run));
		else terms.push(run);
	}
	return { text, terms, ambiguous: new Set(terms).size > 1 };
}

/** Forms that make a sentence a question; the same words are no content. */
const QUESTION_WORDS =
	"怎么办|怎么样|怎么|怎样|如何|什么时候|什么样|什么|为什么|为何|哪些|哪里|哪个|哪种|哪儿|哪家|哪|多少|多久|多长时间|几[家个名位天次年岁票种]|谁|是否|能不能|可不可以|是不是|要不要|行不行|用不用|有没有|该不该|需不需要|咋办|咋|吗|呢|么";
const QUESTION = new RegExp(`${QUESTION_WORDS}|[?？]`, "u");
/** Polite and connecting words that carry no topic. Single characters are only dropped when they stand alone as a word. */
const FILLER_WORDS =
	"请问|我们|我想|我要|你们|咱们|他们|自己|可以|需要|应该|应当|一下|知道|告诉|关于|以及|但是|如果|因为|所以|还是|或者|这个|那个|一个|已经|现在|我|你|他|她|它|咱|您|的|了|是|在|和|与|或|及|要|想|能|会|该|得|地|着|过|就|都|也|还|又|被|把|给|让|对|向|从|到|去|来|啊|吧|呀|哦|个|这|那";
const QUESTION_WORD = new RegExp(`(?:${QUESTION_WORDS})`, "gu");
const FILLER = new Set(FILLER_WORDS.split("|"));
/** 三人, 3名, 两家: pages write counts in another way than people ask for them. */
const COUNT = /^(?:\d+|[零一二两三四五六七八九十百几]+)[人名个家位]?$/u;

interface WordSegmenter {
	segment(text: string): Iterable<{ readonly segment: string; readonly isWordLike?: boolean }>;
}

/** Segmenting is only used for questions: it keeps bigrams that straddle two words out of the weaker search. */
const segmenter: WordSegmenter | null =
	typeof Intl !== "undefined" && "Segmenter" in Intl
		? new Intl.Segmenter("zh", { granularity: "word" })
		: null;

function contentWords(text: string): string[] {
	const words: string[] = [];
	for (const [piece] of text.replaceAll(QUESTION_WORD, " ").matchAll(PIECE)) {
		let loose = "";
		const flush = () => {
			// Dictionaries cut young words such as 入党 into single characters: neighbours belong together.
			if (Array.from(loose).length > 1) words.push(loose);
			loose = "";
		};
		for (const { segment } of segmenter?.segment(piece) ?? [{ segment: piece }]) {
			if (FILLER.has(segment) || COUNT.test(segment)) flush();
			else if (HAN.test(segment) && Array.from(segment).length === 1) loose += segment;
			else {
				flush();
				words.push(segment);
			}
		}
		flush();
	}
	return [...new Set(words)];
}

/** Index terms of one content word. */
export function termsOfWord(word: string): readonly string[] {
	return toPiece(word).terms;
}
