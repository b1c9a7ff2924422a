/** Entries of the navigation bar, in order. */
export const NAVIGATION = [
	{ key: "home", label: "首页", href: "/" },
	{ key: "guides", label: "办事指南", href: "/guides/" },
	{ key: "cases", label: "案例库", href: "/cases/" },
	{ key: "training", label: "教育培训", href: "/training/" },
	{ key: "rating", label: "星级创评", href: "/rating/" },
	{ key: "statistics", label: "数据统计", href: "/statistics/" },
	{ key: "rules", label: "组建规则", href: "/rules/" },
	{ key: "assistant", label: "问一问", href: "/assistant/" },
] as const;

/** What people come for every quarter or in the middle of something else: under the entries of the phone menu and on the home page. */
export const SHORTCUTS = [
	{ label: "五清排查填报", href: "/survey/" },
	{ label: "文书与材料下载", href: "/documents/" },
	{ label: "街道联系方式", href: "/contacts/" },
] as const;

/** Which entry a page belongs to. */
export type NavigationKey = (typeof NAVIGATION)[number]["key"];

/** Columns of links in the footer. */
export const FOOTER = [
	{
		title: "查阅",
		links: [
			{ label: "全部指南", href: "/guides/" },
			{ label: "文书与材料", href: "/documents/" },
			{ label: "示范点与开放基地", href: "/directory/" },
			{ label: "名词解释", href: "/glossary/" },
			{ label: "整本打印", href: "/print/" },
		],
	},
	{
		title: "联系",
		links: [
			{ label: "街道联系方式", href: "/contacts/" },
			{ label: "五清排查填报", href: "/survey/" },
			{ label: "报告错误", href: "/contacts/#report" },
			{ label: "订阅更新", href: "/changes/#subscribe" },
		],
	},
	{
		title: "说明",
		links: [
			{ label: "关于本站", href: "/about/" },
			{ label: "隐私与数据", href: "/about/privacy/" },
			{ label: "修订记录", href: "/changes/" },
			{ label: "回答准确程度", href: "/about/accuracy/" },
			{ label: "无障碍", href: "/about/accessibility/" },
		],
	},
] as const;

/** A step of the breadcrumb trail; the last one has no address. */
export interface Crumb {
	readonly label: string;
	readonly href?: string;
}
