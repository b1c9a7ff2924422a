import type { Block, DocumentModel, Run } from "../../documents/blocks.ts";
import { type ReportBlock, type ReportDocument, type ReportRun, textOf } from "./document.ts";
import { slotPlaceholder } from "./slots.ts";

/**
 * The report as a model for DOCX: official layout, 草稿, no head, number or seal.
 * @param readText turns what staff wrote in a slot into blocks.
 */
export function toDocumentModel(
	report: ReportDocument,
	slots: ReadonlyMap<string, string>,
	readText: (text: string) => readonly Block[],
): DocumentModel {
	const render = (block: ReportBlock): readonly Block[] => {
		switch (block.kind) {
			case "heading":
				return [{ kind: "heading", level: block.level, runs: runs(block.runs) }];
			case "paragraph":
				return [{ kind: "paragraph", runs: runs(block.runs) }];
			case "table":
				return [{ kind: "table", head: block.head.map(runs), rows: block.rows.map((row) => row.map(runs)) }];
			case "slot": {
				const text = slots.get(block.id);
				if (text !== undefined) return readText(text);
				return [{ kind: "paragraph", runs: [{ text: slotPlaceholder(block.hint), blank: true }] }];
			}
		}
	};
	const blocks = report.blocks.flatMap(render);
	return { title: textOf(report.title), draft: true, subtitle: textOf(report.subtitle), blocks };
}

function runs(list: readonly ReportRun[]): Run[] {
	return list.map(({ kind, text }) => (kind === "missing" ? { text, blank: true } : { text }));
}
