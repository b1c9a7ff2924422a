import {
	AlignmentType,
	Document,
	Footer,
	Header,
	type ISectionOptions,
	NumberFormat,
	Packer,
	PageNumber,
	Paragraph,
	type Table,
	TextRun,
} from "docx";
import {
	ADVICE_HEADING,
	type Block,
	type DocumentModel,
	PAPER_HEADING,
	placement,
	plainText,
	type Run,
} from "./blocks.ts";
import { FACES, MARGINS, OFFICIAL, READING, type Scale } from "./docx-measures.ts";
import { table } from "./docx-table.ts";
import { line } from "./docx-text.ts";

/** A DOCX: official layout for drafts (without red head, number or seal), reading layout for handouts. */
export async function toDocx(model: DocumentModel): Promise<Uint8Array> {
	const scale = model.draft ? OFFICIAL : READING;
	const document = new Document({
		title: model.title,
		creator: "两新党建手册",
		description: model.draft ? "草稿，以上级党组织要求为准" : "",
		evenAndOddHeaderAndFooters: true,
		styles: {
			default: {
				document: { run: { font: FACES.body, size: scale.body, language: { eastAsia: "zh-CN" } } },
			},
		},
		sections: splitPapers(model.blocks).map((blocks, index) =>
			section(blocks, index === 0 ? title(model, scale) : [], scale, model.draft),
		),
	});
	return Packer.pack(document, "uint8array");
}

/** The advice of a template starts on a page of its own, so that it is not filed with the paper. */
function splitPapers(blocks: readonly Block[]): Block[][] {
	const parts: Block[][] = [[]];
	for (const block of blocks) {
		const heading = block.kind === "heading" ? plainText(block.runs) : "";
		if (heading === PAPER_HEADING) continue;
		if (heading === ADVICE_HEADING && parts.at(-1)?.length) parts.push([]);
		parts.at(-1)?.push(block);
	}
	return parts;
}

function section(
	blocks: readonly Block[],
	before: readonly Paragraph[],
	scale: Scale,
	draft: boolean,
): ISectionOptions {
	const header = () =>
		new Header({
			children: draft
				? [
						line(scale, {
							alignment: AlignmentType.RIGHT,
							runs: [{ text: "草稿" }],
							size: scale.small,
							indent: false,
						}),
					]
				: [],
		});
	return {
		properties: {
			page: {
				size: { width: 11906, height: 16838 },
				margin: MARGINS,
				pageNumbers: { formatType: NumberFormat.DECIMAL },
			},
		},
		headers: { default: header(), even: header() },
		footers: {
			default: new Footer({
				children: [pageNumber(scale, draft ? AlignmentType.RIGHT : AlignmentType.CENTER)],
			}),
			even: new Footer({ children: [pageNumber(scale, draft ? AlignmentType.LEFT : AlignmentType.CENTER)] }),
		},
		children: [
			...before,
			...blocks.flatMap((block, index) =>
				render(block, scale, draft, {
					first: before.length > 0 && draft && index === 0,
					next: blocks[index + 1],
				}),
			),
		],
	};
}

function title(model: DocumentModel, scale: Scale): Paragraph[] {
	const heading = line(scale, {
		alignment: AlignmentType.CENTER,
		runs: [{ text: model.title }],
		face: FACES.title,
		size: scale.title,
		indent: false,
		pitch: 640,
		after: model.subtitle ? 120 : scale.pitch,
	});
	if (!model.subtitle) return [heading];
	const subtitle = line(scale, {
		alignment: AlignmentType.CENTER,
		runs: [{ text: model.subtitle }],
		size: scale.small,
		indent: false,
		after: scale.pitch,
	});
	return [heading, subtitle];
}

interface Place {
	/** Where an addressee may stand. */
	readonly first: boolean;
	readonly next: Block | undefined;
}

function render(block: Block, scale: Scale, draft: boolean, place: Place): (Paragraph | Table)[] {
	switch (block.kind) {
		case "heading":
			return [
				line(scale, {
					runs: block.runs,
					face: block.level === 2 ? FACES.level1 : block.level === 3 ? FACES.level2 : FACES.body,
					...(draft ? {} : { indent: false }),
					before: scale.headingGap,
					keepNext: true,
				}),
			];
		case "paragraph":
			return [paragraph(block.runs, scale, place)];
		case "list":
			return block.items.map((runs, index) =>
				line(scale, { runs: [{ text: block.ordered ? `${index + 1}. ` : "·　" }, ...runs] }),
			);
		case "table": {
			// A little air on both sides: at a fixed pitch the rules would touch the text.
			const gap = (pitch: number, keepNext: boolean) =>
				line(scale, { runs: [], indent: false, pitch, keepNext });
			return [gap(120, true), table(block, scale), gap(240, false)];
		}
	}
}

function paragraph(runs: readonly Run[], scale: Scale, { first, next }: Place): Paragraph {
	// A signature must not stand alone on a page, nor a table without the line that announces it.
	const keepNext =
		next?.kind === "table" || (next?.kind === "paragraph" && placement(next.runs, false) === "signature");
	switch (placement(runs, first)) {
		case "addressee":
			return line(scale, { runs, indent: false });
		case "signature":
			// Four characters stay free on the right, as for a paper without a seal.
			return line(scale, {
				runs,
				alignment: AlignmentType.RIGHT,
				indent: false,
				right: 1280,
				before: 120,
				keepNext,
			});
		case "annex":
			return line(scale, { runs, before: scale.pitch, keepNext });
		case "body":
			return line(scale, { runs, keepNext });
	}
}

/** “— 1 —”; of a paper on the outer side, one character in: odd pages right, even pages left. */
function pageNumber(scale: Scale, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Paragraph {
	const side = alignment === AlignmentType.CENTER ? 0 : scale.small * 10;
	return new Paragraph({
		alignment,
		indent: { left: side, right: side },
		children: [
			new TextRun({
				children: ["— ", PageNumber.CURRENT, " —"],
				font: FACES.title,
				size: scale.small,
			}),
		],
	});
}
