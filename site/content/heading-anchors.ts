import { defineHastPlugin } from "satteri";
import { headingAnchor } from "../../core/content/anchor.ts";

/** Gives the headings of a body text the anchors that passages and links rely on. */
export const headingAnchors = defineHastPlugin({
	name: "heading-anchors",
	element: {
		filter: ["h2", "h3", "h4"],
		visit(node, context) {
			context.setProperty(node, "id", headingAnchor(context.textContent(node)));
		},
	},
});
