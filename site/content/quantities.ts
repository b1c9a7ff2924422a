/** A piece of text: plain, or a number with its measure word that must not be split over two lines. */
export interface TextPiece {
	readonly text: string;
	readonly quantity: boolean;
}

const QUANTITY =
	/\d[\d,.]*(?:[—–~至]\d[\d,.]*)?(?:个(?:百分点|工作日|季度|月|街道|单位)?|名|人|家|条|[年月日号]|天|周|次|项|份|页|分|星|级|学时|小时|元|万元|倍|岁|课|门|期|篇|步|列|行|%|％)/g;

/** Splits `text` at its quantities (3名, 1个月, 2026年), so that a page can keep each on one line. */
export function splitQuantities(text: string): TextPiece[] {
	const pieces: TextPiece[] = [];
	let from = 0;
	for (const match of text.matchAll(QUANTITY)) {
		if (match.index > from) pieces.push({ text: text.slice(from, match.index), quantity: false });
		pieces.push({ text: match[0], quantity: true });
		from = match.index + match[0].length;
	}
	if (from < text.length) pieces.push({ text: text.slice(from), quantity: false });
	return pieces;
}
