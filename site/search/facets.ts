import { MODE_LABELS, ORG_KIND_LABELS } from "../../core/content/vocabulary.ts";
import { PAGE_TYPE_LABELS } from "./page-types.ts";

/** Facets a search can be narrowed by; names are those of the Pagefind filters and of the address. */
export const FACETS = ["type", "mode", "kind", "industry", "star", "year"] as const;
export type Facet = (typeof FACETS)[number];

export const FACET_LABELS: Readonly<Record<Facet, string>> = {
	type: "页面类型",
	mode: "组建模式",
	kind: "组织类别",
	industry: "行业",
	star: "星级",
	year: "年份",
};

/** Chosen values by facet; a page passes a facet when it has any of its values. */
export type Selection = Readonly<Partial<Record<Facet, readonly string[]>>>;

/** What a person searched for, as it stands in the address. */
export interface SearchState {
	readonly query: string;
	readonly selection: Selection;
	/** How many screens of exact results are listed; absent means one. */
	readonly screens?: number;
	/** All related results are listed, not only the first. */
	readonly allRelated?: boolean;
}

/** Most screens an address may ask for. */
const MOST_SCREENS = 200;

/** Value → printed label, by facet. */
export type FacetNames = Readonly<Record<Facet, Readonly<Record<string, string>>>>;

const STARS = { "0": "未评星", "1": "一星", "2": "二星", "3": "三星", "4": "四星", "5": "五星" };

/** Labels of all values; industries are content and come from outside. */
export function facetNames(industries: Readonly<Record<string, string>>): FacetNames {
	return {
		type: PAGE_TYPE_LABELS,
		mode: MODE_LABELS,
		kind: ORG_KIND_LABELS,
		industry: industries,
		star: STARS,
		year: {},
	};
}

/** Printed label of a value; a value without one is printed as it is. */
export function facetLabel(names: FacetNames, facet: Facet, value: string): string {
	if (facet === "year" && /^\d{4}$/.test(value)) return `${value}年`;
	return names[facet][value] ?? value;
}

/** Reads the address; unknown parameters are ignored, repeated and comma-joined values are taken alike. */
export function readState(search: string): SearchState {
	const parameters = new URLSearchParams(search);
	const selection: Partial<Record<Facet, string[]>> = {};
	for (const facet of FACETS) {
		const values = parameters
			.getAll(facet)
			.flatMap((value) => value.split(","))
			.map((value) => value.trim())
			.filter((value) => value !== "");
		if (values.length > 0) selection[facet] = [...new Set(values)];
	}
	const screens = Math.min(MOST_SCREENS, Math.floor(Number(parameters.get("page") ?? 1)));
	return {
		query: (parameters.get("q") ?? "").trim(),
		selection,
		...(screens > 1 && { screens }),
		...(parameters.get("related") === "all" && { allRelated: true }),
	};
}

/** Writes the address, without the leading `?`; empty parts are left out. */
export function writeState(state: SearchState): string {
	const parameters = new URLSearchParams();
	if (state.query !== "") parameters.set("q", state.query);
	for (const facet of FACETS)
		for (const value of state.selection[facet] ?? []) parameters.append(facet, value);
	if ((state.screens ?? 1) > 1) parameters.set("page", String(state.screens));
	if (state.allRelated) parameters.set("related", "all");
	return parameters.toString();
}

/** The selection with one value added or taken away. */
export function toggleValue(selection: Selection, facet: Facet, value: string): Selection {
	const current = selection[facet] ?? [];
	const next = current.includes(value) ? current.filter((other) => other !== value) : [...current, value];
	const { [facet]: _, ...rest } = selection;
	return next.length === 0 ? rest : { ...rest, [facet]: next };
}

/** Values that exist in the index for what the address says, which may use the code or the printed label. */
export function resolveValues(
	names: FacetNames,
	facet: Facet,
	wanted: readonly string[],
	existing: readonly string[],
): string[] {
	return wanted.map(
		(value) =>
			existing.find((candidate) => candidate === value) ??
			existing.find((candidate) => facetLabel(names, facet, candidate) === value) ??
			value,
	);
}
