import type { DocumentEntry } from "../../core/content/knowledge.ts";
import type { DocumentModel } from "../../core/documents/blocks.ts";
import { readBlocks } from "./markdown.ts";

/** Front matter and body of a document → the model that every format is made from. */
export function documentModel(entry: DocumentEntry, body: string): DocumentModel {
	const draft = entry.kind === "template" || entry.kind === "form";
	const [year, month, day] = entry.asOf.split("-").map(Number);
	return {
		title: entry.title,
		draft,
		subtitle: draft ? "" : `两新党建手册　核对日期：${year}年${month}月${day}日`,
		blocks: readBlocks(body),
	};
}
