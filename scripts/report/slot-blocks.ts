import type { Block } from "../../core/documents/blocks.ts";
import { readBlocks } from "../downloads/markdown.ts";

/** What staff wrote in a slot. Markdown that papers do not use is set as plain lines: text of staff is never refused. */
export function slotBlocks(text: string): readonly Block[] {
	try {
		return readBlocks(text);
	} catch {
		return text
			.split("\n")
			.filter((line) => line.trim() !== "")
			.map((line): Block => ({ kind: "paragraph", runs: [{ text: line.trim() }] }));
	}
}
