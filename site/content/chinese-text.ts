import { defineHastPlugin } from "satteri";
import { KEEP_CLASS, splitQuantities } from "./quantities.ts";

const HAN = "[\\p{Script=Han}，。、；：？！（）“”‘’《》〔〕—…]";
const BETWEEN = new RegExp(`(?<=${HAN})[ \\t]*\\n[ \\t]*|[ \\t]*\\n[ \\t]*(?=${HAN})`, "gu");

/** Joins hard-wrapped Chinese lines: a line break would be shown as a space and split a searchable word. */
export function joinChineseLines(text: string): string {
	return text.trim() === "" ? text : text.replaceAll(BETWEEN, "");
}

/** Sets Chinese body text: no gaps from line breaks, numbers stay with their measure words. */
export const chineseText = defineHastPlugin({
	name: "chinese-text",
	text(node, context) {
		const joined = joinChineseLines(node.value);
		const pieces = splitQuantities(joined);
		if (pieces.length === 1 && pieces[0]?.kind === "text") {
			return joined === node.value ? undefined : { type: "text", value: joined };
		}
		if (pieces.length === 0) return undefined;
		context.replaceNode(
			node,
			pieces.map((piece) =>
				piece.kind !== "text"
					? {
							type: "element" as const,
							tagName: "span",
							properties: { className: [KEEP_CLASS[piece.kind]] },
							children: [{ type: "text" as const, value: piece.text }],
						}
					: { type: "text" as const, value: piece.text },
			),
		);
		return undefined;
	},
});
