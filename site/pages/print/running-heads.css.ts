import type { APIRoute } from "astro";
import { longDate } from "../../content/dates.ts";
import { knowledge } from "../../content/knowledge.ts";

/** Names the chapter and its date of review in the margins of each sheet of the printed collections. */
export const GET: APIRoute = () => {
	const { guides, cases } = knowledge();
	const rules = [
		...guides.map(({ id, title, asOf }) =>
			chapterRule(id, title, `核对日期${longDate(asOf)}，以上级党组织批复为准`),
		),
		...cases.map(({ slug, title, asOf }) => chapterRule(slug, title, `示例，核对日期${longDate(asOf)}`)),
	];
	return new Response(`${rules.join("\n")}\n`, { headers: { "Content-Type": "text/css; charset=utf-8" } });
};

/** A named page of its own for a chapter; anchors are letters, digits and hyphens. */
function chapterRule(anchor: string, title: string, foot: string): string {
	return `@page chapter-${anchor}{@top-right{content:${quote(title)}}@bottom-left{content:${quote(foot)}}}[data-chapter="${anchor}"]{page:chapter-${anchor}}`;
}

/** A CSS string; content holds no line breaks. */
function quote(text: string): string {
	return `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}
