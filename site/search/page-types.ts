/** Kinds of page a reader can narrow a search to, in the order of the tabs. */
export const PAGE_TYPES = ["guide", "case", "material", "training", "other"] as const;
export type PageType = (typeof PAGE_TYPES)[number];

export const PAGE_TYPE_LABELS: Readonly<Record<PageType, string>> = {
	guide: "指南",
	case: "案例",
	material: "材料",
	training: "培训",
	other: "其他",
};

/** The type follows from the address, so that no layout can forget it. */
export function pageTypeOf(url: string): PageType {
	if (/^\/guides\/./.test(url)) return "guide";
	if (/^\/cases\/./.test(url)) return "case";
	if (/^\/documents\/./.test(url)) return "material";
	if (/^\/training\/./.test(url)) return "training";
	return "other";
}

/** Topic id of a guide page, else null. */
export function topicOf(url: string): string | null {
	return /^\/guides\/([a-z0-9-]+)\/$/.exec(url)?.[1] ?? null;
}
