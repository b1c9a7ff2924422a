import { element } from "../enhance/element.ts";
import type { SearchAnswer } from "./answer.ts";
import { FACET_LABELS, type Facet, facetLabel, type SearchState, writeState } from "./facets.ts";
import { PAGE_TYPE_LABELS, PAGE_TYPES } from "./page-types.ts";

const CASE_FACETS = ["mode", "kind", "industry", "star", "year"] as const satisfies readonly Facet[];

/** Tabs over the results: all pages, then each type with its number in the exact tier. */
export function typeTabs(answer: SearchAnswer, state: SearchState, shown: number): Node[] {
	const chosen = answer.selection.type ?? [];
	const { type: _, ...others } = state.selection;
	const all = Object.values(answer.counts.type).reduce((sum, count) => sum + count, 0);
	const tab = (label: string, count: number, selection: SearchState["selection"], current: boolean) =>
		element(
			"li",
			{},
			element(
				"a",
				{
					href: `?${writeState({ query: state.query, selection })}`,
					"aria-current": current ? "true" : null,
					"data-search-link": true,
				},
				label,
				" ",
				element("span", current ? { id: "search-count" } : {}, String(current ? shown : count)),
			),
		);
	return [
		tab("全部", all, others, chosen.length === 0),
		...PAGE_TYPES.filter(
			(type) => type !== "other" || (answer.counts.type[type] ?? 0) > 0 || chosen.includes(type),
		).map((type) =>
			tab(
				PAGE_TYPE_LABELS[type],
				answer.counts.type[type] ?? 0,
				{ ...others, type: [type] },
				chosen.includes(type),
			),
		),
	];
}

/** Tick boxes of the case facets; empty when neither results nor choices have any. */
export function caseFacets({ counts, selection, names }: SearchAnswer): Node[] {
	return CASE_FACETS.flatMap((facet) => {
		const chosen = selection[facet] ?? [];
		const found = counts[facet];
		const values = Object.keys(found).sort((a, b) => order(facet, a, b, found));
		for (const value of chosen) if (!values.includes(value)) values.push(value);
		if (values.length === 0) return [];
		return [
			element(
				"fieldset",
				{ class: "facet-group" },
				element("legend", {}, FACET_LABELS[facet]),
				...values.map((value) =>
					element(
						"label",
						{ class: "check" },
						element("input", { type: "checkbox", name: facet, value, checked: chosen.includes(value) }),
						element("span", {}, facetLabel(names, facet, value)),
						element("span", { class: "facet-count" }, String(found[value] ?? 0)),
					),
				),
			),
		];
	});
}

function order(facet: Facet, a: string, b: string, counts: Readonly<Record<string, number>>): number {
	if (facet === "star" || facet === "year") return b.localeCompare(a);
	return (counts[b] ?? 0) - (counts[a] ?? 0) || a.localeCompare(b);
}
