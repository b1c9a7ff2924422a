import { headingAnchor } from "../../core/content/anchor.ts";
import type { Passage } from "../../core/content/knowledge.ts";

/** Splits an MDX body into passages, one per paragraph or list item under its heading. */
export function splitPassages(
	body: string,
	page: { readonly page: string; readonly topic: string | null; readonly title: string },
): Passage[] {
	const passages: Passage[] = [];
	let heading = page.title;
	for (const block of body.split(/\n{2,}/)) {
		const text = block.trim();
		if (text === "" || /^(import|export) /.test(text) || text.startsWith("<")) continue;
		const head = /^#{2,4} +(.+?)\s*$/m.exec(text);
		if (head?.[1] && text.startsWith("#")) heading = head[1];
		const prose = text
			.replace(/^#{1,6} .*$/gm, "")
			.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
			.replace(/[*`|>]/g, "")
			.replace(/\s*\n\s*/g, "")
			.trim();
		if (prose === "") continue;
		passages.push({
			...page,
			anchor: heading === page.title ? (page.topic ?? "") : headingAnchor(heading),
			heading,
			text: prose,
		});
	}
	return passages;
}
