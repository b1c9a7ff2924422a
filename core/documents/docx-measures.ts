/**
 * Page of GB/T 9704—2012: top 37 mm, bottom 35 mm, left 28 mm, right 26 mm; 3号 (16 pt) body at a fixed pitch of
 * 29 pt gives 22 lines. Values in twentieths of a point.
 */
export const MARGINS = { top: 2097, bottom: 1984, left: 1587, right: 1474, footer: 1587 };
/** Width of the text, twentieths of a point. */
export const TEXT_WIDTH = 11906 - MARGINS.left - MARGINS.right;

/** Sizes of one kind of document: half points for letters, twentieths of a point for distances. */
export interface Scale {
	readonly body: number;
	readonly title: number;
	readonly table: number;
	readonly small: number;
	/** Fixed line pitch. */
	readonly pitch: number;
	/** Space above a second-level heading. */
	readonly headingGap: number;
	/** Added between the letters of the body, twentieths of a point: brings 28 of 3号 into the width of 156 mm. */
	readonly tracking: number;
}
/** Papers: 3号 on 29 pt, title in 2号. */
export const OFFICIAL: Scale = {
	body: 32,
	title: 44,
	table: 24,
	small: 28,
	pitch: 580,
	headingGap: 0,
	tracking: -5,
};
/** Reading matter: 小四 on 20 pt. */
export const READING: Scale = {
	body: 24,
	title: 40,
	table: 21,
	small: 21,
	pitch: 400,
	headingGap: 240,
	tracking: 0,
};

/** Faces named by the standard first in Word's own substitution order; sizes in half points. */
export const FACES = {
	body: { eastAsia: "仿宋", ascii: "Times New Roman", hAnsi: "Times New Roman" },
	title: { eastAsia: "宋体", ascii: "Times New Roman", hAnsi: "Times New Roman" },
	level1: { eastAsia: "黑体", ascii: "Times New Roman", hAnsi: "Times New Roman" },
	level2: { eastAsia: "楷体", ascii: "Times New Roman", hAnsi: "Times New Roman" },
} as const;
export type Face = (typeof FACES)[keyof typeof FACES];
