import { getEntry, render } from "astro:content";

/** A heading of a body text. */
export interface BodyHeading {
	readonly slug: string;
	readonly text: string;
}

/** The body text of a page, ready to place. */
export interface Body {
	/** Second-level headings, for the table of contents. */
	readonly headings: readonly BodyHeading[];
	/** Text up to the second second-level heading, and the rest. Null for a body with components: it is rendered whole. */
	readonly html: { readonly first: string; readonly rest: string } | null;
	readonly Content: Awaited<ReturnType<typeof render>>["Content"];
}

/** Renders the body of `content/<collection>/<id>.mdx`. */
export async function body(
	collection: "guides" | "cases" | "training" | "documents",
	id: string,
): Promise<Body> {
	const entry = await getEntry(collection, id);
	if (!entry) throw new Error(`content/${collection}/${id}.mdx 没有正文`);
	const { Content, headings } = await render(entry);
	const html = entry.rendered?.html;
	const cut = html === undefined ? -1 : html.indexOf("<h2", html.indexOf("<h2") + 1);
	return {
		Content,
		headings: headings.filter(({ depth }) => depth === 2).map(({ slug, text }) => ({ slug, text })),
		html:
			html === undefined
				? null
				: { first: cut < 0 ? html : html.slice(0, cut), rest: cut < 0 ? "" : html.slice(cut) },
	};
}
