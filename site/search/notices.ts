import { element } from "../enhance/element.ts";

/** Stands in place of the results while a search takes longer than a moment. */
export function waiting(): HTMLElement {
	return element(
		"div",
		{ class: "search-waiting" },
		element("p", { class: "visually-hidden" }, "正在查找"),
		...[24, 48, 88, 72].map((width) => element("span", { class: `bar bar-${width}` })),
	);
}

/** Says that the index could not be loaded, and where else to look. */
export function unavailable(): HTMLElement {
	return element(
		"section",
		{ class: "search-empty" },
		element("h2", {}, "搜索暂时打不开"),
		element(
			"p",
			{},
			"索引没有载入，请检查网络后刷新本页。也可以从",
			element("a", { href: "/guides/" }, "全部指南"),
			"或",
			element("a", { href: "/cases/" }, "案例库"),
			"里找。",
		),
	);
}
