/**
 * The simple document model between Markdown and the file formats. Plain JSON, so that the assistant page can
 * load templates and fill them in the browser.
 */

/** A stretch of text with one style. */
export interface Run {
	readonly text: string;
	readonly bold?: boolean;
	/** An unfilled blank: printed underlined, with its name in 【】. */
	readonly blank?: boolean;
	/** Absolute or site-relative address. */
	readonly href?: string;
}

export type Block =
	| { readonly kind: "heading"; readonly level: 2 | 3 | 4; readonly runs: readonly Run[] }
	| { readonly kind: "paragraph"; readonly runs: readonly Run[] }
	| { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
	| {
			readonly kind: "table";
			readonly head: readonly (readonly Run[])[];
			readonly rows: readonly (readonly (readonly Run[])[])[];
	  };

/** A document with what its first page and its foot need. */
export interface DocumentModel {
	readonly title: string;
	/** Official layout with 草稿 mark for templates and forms; reading layout for handouts. */
	readonly draft: boolean;
	/** Line under the title of reading matter, e.g. sources and date; empty for templates. */
	readonly subtitle: string;
	readonly blocks: readonly Block[];
}

/** Heading of the part of a template that is the paper itself. */
export const PAPER_HEADING = "范本正文";
/** Heading of the advice that is not part of the paper. */
export const ADVICE_HEADING = "填写说明";

/** Text of runs without styles. */
export function plainText(runs: readonly Run[]): string {
	return runs.map((run) => run.text).join("");
}

/** Where a paragraph of a paper stands: addressee flush left, signature lines right, others indented. */
export function placement(
	runs: readonly Run[],
	first: boolean,
): "addressee" | "signature" | "annex" | "body" {
	const text = plainText(runs).trim();
	if (first && text.endsWith("：")) return "addressee";
	if (/^【?(落款单位|成文日期)】?$/.test(text) || /^(\d{4}年\d{1,2}月\d{1,2}日)$/.test(text))
		return "signature";
	if (text.startsWith("附件：")) return "annex";
	return "body";
}

/** Longest text, in characters, of a table column that is set without breaking its lines. */
export const SHORT_COLUMN = 6;

/** Room, in characters, of a column that is left empty for writing by hand. */
const HAND_COLUMN = 16;

/**
 * Length of each column's longest text. An empty column is there to be written in: it counts as long, unless a
 * heading of up to four characters says that a tick, a number or a post will do.
 */
export function columnLengths(table: Extract<Block, { kind: "table" }>): number[] {
	return table.head.map((head, column) => {
		const heading = plainText(head).length;
		const cells = Math.max(0, ...table.rows.map((row) => plainText(row[column] ?? []).length));
		return cells === 0 && heading > 4 ? HAND_COLUMN : Math.max(heading, cells);
	});
}
