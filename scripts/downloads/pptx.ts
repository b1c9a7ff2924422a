import PptxGenJS from "pptxgenjs";
import { type Block, type DocumentModel, plainText } from "../../core/documents/blocks.ts";

const INK = "1F1B16";
const ACCENT = "B3261E";
const PAPER = "FBF8F3";
const CAPTION = "73695B";
const SONG = "宋体";
const HEI = "微软雅黑";

/** What a paragraph that is said, not shown, starts with. */
const SPOKEN = "讲解：";

/** A slide: a second-level heading and what stands under it. */
export interface Slide {
	readonly title: string;
	readonly bullets: readonly string[];
	/** What the speaker says: paragraphs that start with 讲解：. */
	readonly notes: readonly string[];
}

/** Slides of a document: every second-level heading starts one. */
export function slidesOf(blocks: readonly Block[]): Slide[] {
	const slides: { title: string; bullets: string[]; notes: string[] }[] = [];
	for (const block of blocks) {
		if (block.kind === "heading" && block.level === 2)
			slides.push({ title: plainText(block.runs), bullets: [], notes: [] });
		const slide = slides.at(-1);
		if (!slide || (block.kind === "heading" && block.level === 2)) continue;
		if (block.kind === "list") slide.bullets.push(...block.items.map(plainText));
		else if (block.kind === "table")
			slide.bullets.push(...block.rows.map((row) => row.map(plainText).join("：")));
		else {
			const text = plainText(block.runs);
			if (text.startsWith(SPOKEN)) slide.notes.push(text.slice(SPOKEN.length));
			else slide.bullets.push(text);
		}
	}
	return slides;
}

/** A 16:9 presentation with real text in Chinese faces that Office and WPS have. */
export async function toPptx(model: DocumentModel): Promise<Uint8Array> {
	const deck = new PptxGenJS();
	deck.layout = "LAYOUT_WIDE";
	deck.title = model.title;
	deck.author = "两新党建手册";
	deck.theme = { headFontFace: SONG, bodyFontFace: HEI };
	const add = () => {
		const slide = deck.addSlide();
		slide.background = { color: PAPER };
		slide.addShape("rect", { x: 0, y: 0, w: 13.33, h: 0.07, fill: { color: ACCENT } });
		return slide;
	};
	const cover = add();
	cover.addText(model.title, {
		x: 1,
		y: 2.3,
		w: 11.3,
		h: 1.4,
		fontFace: SONG,
		fontSize: 40,
		bold: true,
		color: INK,
		valign: "bottom",
	});
	cover.addText(model.subtitle, {
		x: 1,
		y: 3.9,
		w: 11.3,
		h: 0.9,
		fontFace: HEI,
		fontSize: 18,
		color: CAPTION,
		valign: "top",
	});
	const slides = slidesOf(model.blocks);
	slides.forEach(({ title, bullets, notes }, index) => {
		const slide = add();
		if (notes.length > 0) slide.addNotes(notes.join("\n"));
		slide.addText(title, {
			x: 0.9,
			y: 0.5,
			w: 11.5,
			h: 0.9,
			fontFace: SONG,
			fontSize: 30,
			bold: true,
			color: INK,
			valign: "middle",
		});
		slide.addShape("line", { x: 0.9, y: 1.45, w: 11.5, h: 0, line: { color: INK, width: 1.25 } });
		slide.addText(
			bullets.map((text) => ({
				text,
				options: { bullet: { indent: 18 }, breakLine: true, paraSpaceAfter: 12 },
			})),
			{
				x: 0.9,
				y: 1.7,
				w: 11.5,
				h: 4.9,
				fontFace: HEI,
				fontSize: 22,
				color: INK,
				valign: "top",
				fit: "shrink",
			},
		);
		slide.addText(`${index + 1} / ${slides.length}`, {
			x: 11.4,
			y: 6.9,
			w: 1,
			h: 0.35,
			fontFace: HEI,
			fontSize: 12,
			color: CAPTION,
			align: "right",
		});
	});
	return (await deck.write({ outputType: "uint8array" })) as Uint8Array;
}
