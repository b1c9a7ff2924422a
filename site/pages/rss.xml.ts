import rss from "@astrojs/rss";
import type { APIRoute } from "astro";
import { allChanges } from "../content/changes.ts";
import { knowledge } from "../content/knowledge.ts";

/** The last fifty changes as a feed. */
export const GET: APIRoute = (context) => {
	const all = knowledge();
	return rss({
		title: `${all.district.siteName}：更新`,
		description: "指南、案例、课程和文书的修订",
		site: context.site ?? "http://localhost:4321",
		customData: "<language>zh-CN</language>",
		items: allChanges(all)
			.slice(0, 50)
			.map(({ title, kind, note, href, date }) => ({
				title: `${kind}：${title}`,
				description: note,
				link: href,
				pubDate: new Date(`${date}T00:00:00+08:00`),
			})),
	});
};
