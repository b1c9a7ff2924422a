import type { Block, DocumentModel, Run } from "./blocks.ts";

/**
 * Fills the blanks whose values are known; the others stay blank.
 * @param values blank name → text, see `blankValues`.
 */
export function fill(model: DocumentModel, values: ReadonlyMap<string, string>): DocumentModel {
	return { ...model, blocks: model.blocks.map((block) => fillBlock(block, values)) };
}

function fillBlock(block: Block, values: ReadonlyMap<string, string>): Block {
	const runs = (from: readonly Run[]) => from.map((run) => fillRun(run, values));
	switch (block.kind) {
		case "heading":
		case "paragraph":
			return { ...block, runs: runs(block.runs) };
		case "list":
			return { ...block, items: block.items.map(runs) };
		case "table":
			return { ...block, head: block.head.map(runs), rows: block.rows.map((row) => row.map(runs)) };
	}
}

function fillRun(run: Run, values: ReadonlyMap<string, string>): Run {
	if (!run.blank) return run;
	const value = values.get(run.text.slice(1, -1));
	return value === undefined ? run : { text: value };
}

/** Splits text at blanks, so that 【单位全称】 becomes a run of its own. */
export function splitBlanks(text: string, style: Omit<Run, "text" | "blank"> = {}): Run[] {
	return text
		.split(/(【[^】]+】)/)
		.filter((part) => part !== "")
		.map((part) =>
			part.startsWith("【") ? { text: part, blank: true, ...style } : { text: part, ...style },
		);
}
