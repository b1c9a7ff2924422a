import { element } from "../enhance/element.ts";
import type { ResultItem, SearchAnswer, Tier } from "./answer.ts";
import type { Span } from "./excerpt.ts";
import { type FacetNames, facetLabel, type SearchState, writeState } from "./facets.ts";
import { PAGE_TYPE_LABELS, type PageType } from "./page-types.ts";

/** Called when the reader wants to see more of a tier. */
type More = (tier: "exact" | "related") => void;

/** Builds the lists of a search answer; whatever is counted but not listed is offered by a button. */
export function resultLists(answer: SearchAnswer, state: SearchState, more: More): Node[] {
	const { exact, related } = answer;
	if (exact.total + related.total === 0) return [emptyState(answer, state)];
	const lists: Node[] = [];
	if (exact.total > 0) lists.push(exactList(answer, state, more));
	else lists.push(noExact(answer));
	if (related.total > 0) lists.push(relatedList(answer, exact.total > 0, more));
	return lists;
}

function exactList({ exact, pieces, names }: SearchAnswer, state: SearchState, more: More): HTMLElement {
	const meaning =
		state.query === "" ? `${exact.total}条，按所选条件列出` : `${exact.total}条，全文含有${quoted(pieces)}`;
	return element(
		"section",
		{ class: "tier", "aria-labelledby": "tier-exact" },
		element(
			"div",
			{ class: "tier-head" },
			element("h2", { id: "tier-exact" }, "完全匹配"),
			element("p", {}, meaning),
		),
		element("ol", { class: "results" }, ...exact.items.map((item) => resultItem(item, names, "data-result"))),
		moreLine(exact, "结果", () => more("exact")),
	);
}

function noExact({ pieces }: SearchAnswer): HTMLElement {
	return element("p", { class: "tier-none" }, `没有页面原样写着${quoted(pieces)}，下面是意思相近的内容。`);
}

/** Beside exact results the related ones are a second offer, so they carry another mark. */
function relatedList({ related, names }: SearchAnswer, second: boolean, more: More): HTMLElement {
	return element(
		"section",
		{ class: second ? "tier related" : "tier", "aria-labelledby": "tier-related" },
		element(
			"div",
			{ class: "tier-head" },
			element("h2", { id: "tier-related" }, "相关结果"),
			element("p", {}, `${related.total}条，只含其中一部分，按相关程度排列`),
		),
		element(
			"ol",
			{ class: "results" },
			...related.items.map((item) => resultItem(item, names, second ? "data-related" : "data-result")),
		),
		moreLine(related, "相关结果", () => more("related")),
	);
}

/** Adds to the list of exact results what the answer holds beyond it; what stands there already stays, focus and all. */
export function extendExact(results: HTMLElement, { exact, names }: SearchAnswer, more: More): void {
	const section = results.querySelector('[aria-labelledby="tier-exact"]');
	const list = section?.querySelector("ol");
	if (!section || !list) return;
	list.append(
		...exact.items.slice(list.children.length).map((item) => resultItem(item, names, "data-result")),
	);
	section.querySelector(".tier-more")?.remove();
	const line = moreLine(exact, "结果", () => more("exact"));
	if (line) section.append(line);
}

/** Says how many of a tier are listed and lists more of them; nothing when all are. */
function moreLine({ total, items }: Tier, what: string, more: () => void): HTMLElement | false {
	const rest = total - items.length;
	if (rest === 0) return false;
	const button = element("button", { type: "button", class: "button secondary" }, `再显示一些${what}`);
	button.addEventListener("click", () => {
		button.ariaDisabled = "true";
		more();
	});
	return element(
		"p",
		{ class: "tier-more" },
		button,
		element("span", {}, `已列出${items.length}条，还有${rest}条`),
	);
}

/** One line of a list; `mark` is the attribute that tells the tiers apart. */
function resultItem(item: ResultItem, names: FacetNames, mark: "data-result" | "data-related"): HTMLElement {
	const type = (item.facets.type?.[0] ?? "other") as PageType;
	return element(
		"li",
		{ class: "result" },
		element(
			"p",
			{ class: "result-kind" },
			element("b", {}, PAGE_TYPE_LABELS[type]),
			type === "case" && element("span", { class: "tag example" }, "示例"),
			element("span", {}, pathOf(item, names)),
		),
		element("h3", {}, element("a", { href: item.url, [mark]: true }, ...spans(item.title))),
		item.excerpt.length > 0 && element("p", { class: "result-excerpt" }, ...spans(item.excerpt)),
	);
}

/** Cases are placed by their facets, other pages by the trail above them. */
function pathOf({ path, facets }: ResultItem, names: FacetNames): string {
	const values = (["mode", "kind", "star"] as const).flatMap((facet) =>
		(facets[facet] ?? []).map((value) => facetLabel(names, facet, value)),
	);
	return values.length > 0 ? values.join(" / ") : path;
}

function spans(parts: readonly Span[]): Node[] {
	return parts.map(({ text, marked }) =>
		marked ? element("mark", {}, text) : document.createTextNode(text),
	);
}

function emptyState(answer: SearchAnswer, state: SearchState): HTMLElement {
	const narrowed = Object.keys(state.selection).length > 0;
	const ask = element(
		"a",
		{ href: `/assistant/#q=${encodeURIComponent(state.query)}` },
		"把情况写给“问一问”",
	);
	return element(
		"section",
		{ class: "search-empty" },
		element(
			"h2",
			{},
			answer.pieces.length > 1
				? `没有找到同时含有${quoted(answer.pieces)}的内容`
				: `没有找到含有“${state.query}”的内容`,
		),
		element("p", {}, answer.pieces.length > 1 ? "去掉一个词再试，或者" : "换一个说法再试，或者", ask, "。"),
		narrowed &&
			element(
				"p",
				{},
				"现在只在所选条件里找。",
				element(
					"a",
					{ href: `?${writeState({ query: state.query, selection: {} })}` },
					"去掉条件，在全部内容里找",
				),
			),
		...answer.fewer.map(({ text, total }) =>
			element(
				"p",
				{},
				`只搜“${text}”有`,
				element("a", { href: `?${writeState({ query: text, selection: {} })}` }, `${total}条结果`),
			),
		),
	);
}

/** “甲”和“乙” */
export function quoted(pieces: readonly string[]): string {
	const shown = pieces.slice(0, 4).map((piece) => `“${piece}”`);
	const last = shown.pop();
	return shown.length === 0 ? (last ?? "") : `${shown.join("、")}和${last}${pieces.length > 4 ? "等" : ""}`;
}
