import { type FoldedText, findRanges, type Range } from "./literal.ts";

/** A stretch of text, marked or not; the page puts it into `<mark>` or a text node. */
export interface Span {
	readonly text: string;
	readonly marked: boolean;
}

/** Characters of an excerpt: about two lines of the text column. */
const LENGTH = 88;
/** Characters kept before the first match when no sentence starts nearer. */
const LEAD = 24;

/** The stretch of text with most distinct matches, from the start of a clause where one is near. */
export function excerpt(text: FoldedText, needles: readonly string[], skip = 0): Span[] {
	const ranges = findRanges(text, needles).filter((range) => range.from >= skip);
	const start = clauseStart(text.printed, bestStart(text, ranges) ?? skip, skip);
	const end = Math.min(text.printed.length, start + LENGTH);
	const spans = markRanges(text.printed, ranges, start, end);
	if (start > skip) spans.unshift({ text: "…", marked: false });
	if (end < text.printed.length) spans.push({ text: "…", marked: false });
	return spans;
}

/** The whole text with its matches marked, for titles. */
export function marked(text: FoldedText, needles: readonly string[]): Span[] {
	return markRanges(text.printed, findRanges(text, needles), 0, text.printed.length);
}

/** Position of the match from which most distinct words fall into one excerpt. */
function bestStart(text: FoldedText, ranges: readonly Range[]): number | null {
	let best: { readonly from: number; readonly score: number } | null = null;
	for (const [index, range] of ranges.entries()) {
		const words = new Set<string>();
		let length = 0;
		for (const other of ranges.slice(index)) {
			if (other.to > range.from + LENGTH - LEAD) break;
			words.add(text.printed.slice(other.from, other.to));
			length += other.to - other.from;
		}
		const score = words.size * 100 + Math.min(length, 40);
		if (best === null || score > best.score) best = { from: range.from, score };
	}
	return best?.from ?? null;
}

/** Moves back to the start of the sentence or clause when it is near. */
function clauseStart(text: string, position: number, skip: number): number {
	const floor = Math.max(skip, position - LEAD);
	const before = text.slice(floor, position);
	const sentence = Math.max(...["。", "！", "？", "；", ". "].map((mark) => before.lastIndexOf(mark)));
	if (sentence >= 0) return floor + sentence + (before.startsWith(". ", sentence) ? 2 : 1);
	if (floor === skip) return skip;
	const clause = Math.max(before.lastIndexOf("，"), before.lastIndexOf("："), before.lastIndexOf(" "));
	return clause >= 0 ? floor + clause + 1 : floor;
}

function markRanges(text: string, ranges: readonly Range[], start: number, end: number): Span[] {
	const spans: Span[] = [];
	let at = start;
	const push = (to: number, marked: boolean) => {
		if (to > at) spans.push({ text: text.slice(at, to), marked });
		at = Math.max(at, to);
	};
	for (const range of ranges) {
		if (range.to <= start || range.from >= end) continue;
		push(Math.max(range.from, start), false);
		push(Math.min(range.to, end), true);
	}
	push(end, false);
	return spans;
}
