/** A piece of text: plain, a number with its measure word that must not be split over two lines, a date, or a blank to fill in. */
export interface TextPiece {
	readonly text: string;
	readonly kind: "text" | "quantity" | "date" | "blank";
}

const DATE = /\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日|\d{4}年(?!度)/.source;
const QUANTITY =
	/\d[\d,.]*(?:[—–~至]\d[\d,.]*)?(?:个(?:百分点|工作日|季度|月|街道|单位)?|名|人|家|条|[年月日号]|天|周|次|项|份|页|分|星|级|学时|小时|元|万元|倍|岁|课|门|期|篇|步|列|行|处|%|％)/
		.source;
/** 【单位全称】. */
const BLANK = /【[^】]+】/.source;
const KEPT = new RegExp(`(${DATE})|(${BLANK})|${QUANTITY}`, "g");

/** Splits `text` at its quantities (3名, 1个月), dates and blanks, so that a page can keep each on one line. */
export function splitQuantities(text: string): TextPiece[] {
	const pieces: TextPiece[] = [];
	let from = 0;
	for (const match of text.matchAll(KEPT)) {
		if (match.index > from) pieces.push({ text: text.slice(from, match.index), kind: "text" });
		pieces.push({ text: match[0], kind: match[1] ? "date" : match[2] ? "blank" : "quantity" });
		from = match.index + match[0].length;
	}
	if (from < text.length) pieces.push({ text: text.slice(from), kind: "text" });
	return pieces;
}

/** Class that keeps a piece on one line; a date also takes no space between digits and characters, a blank is underlined. */
export const KEEP_CLASS = { quantity: "qty", date: "date", blank: "blank" } as const;
