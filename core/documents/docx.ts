import {
	AlignmentType,
	BorderStyle,
	Document,
	Footer,
	Header,
	HeightRule,
	type ISectionOptions,
	LineRuleType,
	NumberFormat,
	Packer,
	PageNumber,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	WidthType,
} from "docx";
import {
	ADVICE_HEADING,
	type Block,
	columnLengths,
	type DocumentModel,
	PAPER_HEADING,
	placement,
	plainText,
	type Run,
	SHORT_COLUMN,
} from "./blocks.ts";

/**
 * Page of GB/T 9704—2012: top 37 mm, bottom 35 mm, left 28 mm, right 26 mm; 3号 (16 pt) body at a fixed pitch of
 * 29 pt gives 22 lines. Values in twentieths of a point.
 */
const MARGINS = { top: 2097, bottom: 1984, left: 1587, right: 1474, footer: 1587 };
const TEXT_WIDTH = 11906 - MARGINS.left - MARGINS.right;

/** Sizes of one kind of document: half points for letters, twentieths of a point for distances. */
interface Scale {
	readonly body: number;
	readonly title: number;
	readonly table: number;
	readonly small: number;
	/** Fixed line pitch. */
	readonly pitch: number;
	/** Space above a second-level heading. */
	readonly headingGap: number;
}
/** Papers: 3号 on 29 pt, title in 2号. */
const OFFICIAL: Scale = { body: 32, title: 44, table: 24, small: 28, pitch: 580, headingGap: 0 };
/** Reading matter: 小四 on 20 pt. */
const READING: Scale = { body: 24, title: 40, table: 21, small: 21, pitch: 400, headingGap: 240 };

/** Faces named by the standard first in Word's own substitution order; sizes in half points. */
const FACES = {
	body: { eastAsia: "仿宋", ascii: "Times New Roman", hAnsi: "Times New Roman" },
	title: { eastAsia: "宋体", ascii: "Times New Roman", hAnsi: "Times New Roman" },
	level1: { eastAsia: "黑体", ascii: "Times New Roman", hAnsi: "Times New Roman" },
	level2: { eastAsia: "楷体", ascii: "Times New Roman", hAnsi: "Times New Roman" },
} as const;

/** A DOCX: official layout for drafts (without red head, number or seal), reading layout for handouts. */
export async function toDocx(model: DocumentModel): Promise<Uint8Array> {
	const layout = new Layout(model.draft ? OFFICIAL : READING, model.draft);
	const document = new Document({
		title: model.title,
		creator: "两新党建手册",
		description: model.draft ? "草稿，以上级党组织要求为准" : "",
		styles: {
			default: {
				document: { run: { font: FACES.body, size: layout.scale.body, language: { eastAsia: "zh-CN" } } },
			},
		},
		sections: splitPapers(model.blocks).map((blocks, index) =>
			layout.section(blocks, index === 0 ? layout.title(model) : []),
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

interface Line {
	readonly runs: readonly Run[];
	readonly face?: (typeof FACES)[keyof typeof FACES];
	readonly size?: number;
	readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
	readonly indent?: boolean;
	readonly right?: number;
	readonly before?: number;
	readonly after?: number;
	readonly pitch?: number;
	readonly keepNext?: boolean;
}

/** Sets blocks in one scale. */
class Layout {
	readonly scale: Scale;
	readonly draft: boolean;

	constructor(scale: Scale, draft: boolean) {
		this.scale = scale;
		this.draft = draft;
	}

	section(blocks: readonly Block[], before: readonly Paragraph[]): ISectionOptions {
		const mark = this.line({
			alignment: AlignmentType.RIGHT,
			runs: [{ text: "草稿" }],
			size: this.scale.small,
			indent: false,
		});
		return {
			properties: {
				page: {
					size: { width: 11906, height: 16838 },
					margin: MARGINS,
					pageNumbers: { formatType: NumberFormat.DECIMAL },
				},
			},
			headers: { default: new Header({ children: this.draft ? [mark] : [] }) },
			footers: { default: new Footer({ children: [this.pageNumber()] }) },
			children: [
				...before,
				...blocks.flatMap((block, index) =>
					this.render(block, before.length > 0 && this.draft && index === 0, blocks[index + 1]),
				),
			],
		};
	}

	title(model: DocumentModel): Paragraph[] {
		const heading = this.line({
			alignment: AlignmentType.CENTER,
			runs: [{ text: model.title }],
			face: FACES.title,
			size: this.scale.title,
			indent: false,
			pitch: 640,
			after: model.subtitle ? 120 : this.scale.pitch,
		});
		if (!model.subtitle) return [heading];
		const subtitle = this.line({
			alignment: AlignmentType.CENTER,
			runs: [{ text: model.subtitle }],
			size: this.scale.small,
			indent: false,
			after: this.scale.pitch,
		});
		return [heading, subtitle];
	}

	render(block: Block, isAddressee: boolean, next: Block | undefined): (Paragraph | Table)[] {
		switch (block.kind) {
			case "heading":
				return [
					this.line({
						runs: block.runs,
						face: block.level === 2 ? FACES.level1 : block.level === 3 ? FACES.level2 : FACES.body,
						indent: this.draft,
						before: this.scale.headingGap,
						keepNext: true,
					}),
				];
			case "paragraph":
				return [this.paragraph(block.runs, isAddressee, next)];
			case "list":
				return block.items.map((runs, index) =>
					this.line({ runs: [{ text: block.ordered ? `${index + 1}. ` : "·　" }, ...runs] }),
				);
			case "table":
				return [this.table(block), this.line({ runs: [], indent: false, pitch: 240 })];
		}
	}

	paragraph(runs: readonly Run[], isAddressee: boolean, next: Block | undefined): Paragraph {
		// A signature must not stand alone on a page: what comes before it goes with it.
		const keepNext = next?.kind === "paragraph" && placement(next.runs, false) === "signature";
		switch (placement(runs, isAddressee)) {
			case "addressee":
				return this.line({ runs, indent: false });
			case "signature":
				// Four characters stay free on the right, as for a paper without a seal.
				return this.line({
					runs,
					alignment: AlignmentType.RIGHT,
					indent: false,
					right: 1280,
					before: 120,
					keepNext,
				});
			case "annex":
				return this.line({ runs, before: this.scale.pitch, keepNext });
			case "body":
				return this.line({ runs, keepNext });
		}
	}

	line(options: Line): Paragraph {
		const { body, pitch } = this.scale;
		return new Paragraph({
			spacing: {
				line: options.pitch ?? pitch,
				lineRule: LineRuleType.EXACT,
				before: options.before ?? 0,
				after: options.after ?? 0,
			},
			// Two characters; a half point of letter size is ten twentieths.
			indent: { firstLine: options.indent === false ? 0 : body * 20, right: options.right ?? 0 },
			keepNext: options.keepNext ?? false,
			keepLines: options.keepNext ?? false,
			...(options.alignment ? { alignment: options.alignment } : {}),
			children: options.runs.map((run) => text(run, options.face ?? FACES.body, options.size ?? body)),
		});
	}

	table(block: Extract<Block, { kind: "table" }>): Table {
		const widths = columnWidths(block, this.scale.table);
		const border = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
		const cell = (runs: readonly Run[], column: number, bold: boolean) =>
			new TableCell({
				width: { size: widths[column] ?? 0, type: WidthType.DXA },
				margins: { top: 60, bottom: 60, left: 80, right: 80 },
				children: [
					new Paragraph({
						spacing: { line: 320, lineRule: LineRuleType.AT_LEAST },
						children: runs.map((run) =>
							text({ ...run, bold: bold || (run.bold ?? false) }, FACES.body, this.scale.table),
						),
					}),
				],
			});
		const sides = { top: border, bottom: border, left: border, right: border };
		return new Table({
			width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
			layout: TableLayoutType.FIXED,
			columnWidths: widths,
			borders: { ...sides, insideHorizontal: border, insideVertical: border },
			rows: [
				new TableRow({
					tableHeader: true,
					cantSplit: true,
					children: block.head.map((runs, column) => cell(runs, column, true)),
				}),
				...block.rows.map(
					(row) =>
						new TableRow({
							cantSplit: true,
							// Nine millimetres where somebody writes.
							...(row.some((runs) => plainText(runs) === "")
								? { height: { value: 510, rule: HeightRule.ATLEAST } }
								: {}),
							children: row.map((runs, column) => cell(runs, column, false)),
						}),
				),
			],
		});
	}

	/** “— 1 —”. */
	pageNumber(): Paragraph {
		return new Paragraph({
			alignment: AlignmentType.CENTER,
			children: [
				new TextRun({
					children: ["— ", PageNumber.CURRENT, " —"],
					font: FACES.title,
					size: this.scale.small,
				}),
			],
		});
	}
}

function text(run: Run, font: (typeof FACES)[keyof typeof FACES], size: number): TextRun {
	return new TextRun({
		text: run.text,
		font,
		size,
		bold: run.bold ?? false,
		...(run.blank ? { underline: {} } : {}),
	});
}

/**
 * Widths in twentieths of a point. Short columns (months, points, ticks) get what their text needs, so that it
 * does not break; the others share the rest by their longest text.
 * @param size letters of the table, in half points.
 */
function columnWidths(block: Extract<Block, { kind: "table" }>, size: number): number[] {
	const longest = columnLengths(block);
	const letter = size * 10;
	const needed = (length: number) => (length + 0.5) * letter + 160;
	const isShort = (length: number) => length <= SHORT_COLUMN;
	const weight = (length: number) => Math.min(Math.max(length, SHORT_COLUMN), 24);
	const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
	const long = longest.filter((length) => !isShort(length));
	const room = TEXT_WIDTH - sum(longest.filter(isShort).map(needed));
	if (long.length === 0 || room < long.length * needed(SHORT_COLUMN)) {
		const all = sum(longest.map(weight));
		return longest.map((length) => Math.floor((TEXT_WIDTH * weight(length)) / all));
	}
	const shared = sum(long.map(weight));
	return longest.map((length) =>
		Math.floor(isShort(length) ? needed(length) : (room * weight(length)) / shared),
	);
}
