import { defineHastPlugin } from "satteri";
import { placement } from "../../core/documents/blocks.ts";

/** Marks the paragraphs of a paper that hold its signature and its date: they stand at the right, as in the file. */
export const signatureLines = defineHastPlugin({
	name: "signature-lines",
	element: {
		filter: ["p"],
		visit(node, context) {
			if (placement([{ text: context.textContent(node) }], false) === "signature")
				context.setProperty(node, "className", ["signature"]);
		},
	},
});
