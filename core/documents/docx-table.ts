import {
	AlignmentType,
	BorderStyle,
	HeightRule,
	LineRuleType,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	WidthType,
} from "docx";
import { type Block, columnLengths, plainText, type Run, SHORT_COLUMN } from "./blocks.ts";
import { FACES, type Scale, TEXT_WIDTH } from "./docx-measures.ts";
import { text } from "./docx-text.ts";

type TableBlock = Extract<Block, { kind: "table" }>;

/** A ruled table over the whole width; its head is repeated on every page. */
export function table(block: TableBlock, scale: Scale): Table {
	const widths = columnWidths(block, scale.table);
	const border = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
	const cell = (runs: readonly Run[], column: number, bold: boolean) =>
		new TableCell({
			width: { size: widths[column] ?? 0, type: WidthType.DXA },
			margins: { top: 60, bottom: 60, left: 80, right: 80 },
			children: [
				new Paragraph({
					spacing: { line: 320, lineRule: LineRuleType.AT_LEAST },
					...(isNumeric(block, column) ? { alignment: AlignmentType.CENTER } : {}),
					children: runs.map((run) =>
						text({ ...run, bold: bold || (run.bold ?? false) }, FACES.body, scale.table),
					),
				}),
			],
		});
	const sides = { top: border, bottom: border, left: border, right: border };
	return new Table({
		width: { size: sum(widths), type: WidthType.DXA },
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

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Whether a column holds numbers and rates only. */
function isNumeric({ rows }: TableBlock, column: number): boolean {
	return rows.length > 0 && rows.every((row) => /^[\d.,%/—-]+$/.test(plainText(row[column] ?? [])));
}

/** Width of a text in Han characters: Latin letters and digits take about half, and a quarter where they meet Han ones. */
function ems(runs: readonly Run[]): number {
	const isLatin = [...plainText(runs)].map((letter) => letter < "\u{2000}");
	return isLatin.reduce((width, latin, at) => {
		const meets = at > 0 && latin !== isLatin[at - 1];
		return width + (latin ? 0.55 : 1) + (meets ? 0.25 : 0);
	}, 0);
}

/** Longest text, in Han characters, of a column that is set without breaking its lines: a date, a department. */
const WHOLE_COLUMN = 9;

/**
 * Widths in twentieths of a point. Columns of short texts (months, points, dates) get what they need, so that
 * nothing in them breaks; the others share the rest by their longest text.
 * @param size letters of the table, in half points.
 */
function columnWidths(block: TableBlock, size: number): number[] {
	const longest = columnLengths(block).map((length, column) => {
		const texts = [block.head, ...block.rows].map((row) => row[column] ?? []);
		// A short column keeps room for the widest letters; an empty one the length it was given for writing by hand.
		const isEmpty = block.rows.every((row) => plainText(row[column] ?? []) === "");
		return length <= SHORT_COLUMN || isEmpty ? length : Math.max(SHORT_COLUMN, ...texts.map(ems));
	});
	const letter = size * 10;
	const needed = (length: number) => (length + 0.5) * letter + 160;
	const isShort = (length: number) => length <= WHOLE_COLUMN;
	const weight = (length: number) => Math.min(Math.max(length, SHORT_COLUMN), 24);
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
