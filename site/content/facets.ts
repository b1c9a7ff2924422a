import type { CaseEntry } from "../../core/content/knowledge.ts";
import { MODE_LABELS, MODES, type Mode, ORG_KIND_LABELS, ORG_KINDS } from "../../core/content/vocabulary.ts";
import { district } from "./district.ts";

/** Properties by which cases are filtered; also the names of the search filters. */
export const FACETS = ["mode", "kind", "industry", "star", "year"] as const;
export type Facet = (typeof FACETS)[number];
export const FACET_LABELS: Readonly<Record<Facet, string>> = {
	mode: "组建模式",
	kind: "组织类别",
	industry: "行业",
	star: "星级",
	year: "年份",
};

/** Value of a case for a facet, as it stands in addresses; `0` stars means not rated. */
export function facetValue(entry: CaseEntry, facet: Facet): string {
	return facet === "star" ? String(entry.star ?? 0) : String(entry[facet]);
}

/** One selectable value with the number of cases that have it. */
export interface FacetChoice {
	readonly value: string;
	readonly label: string;
	readonly count: number;
}

function labels(facet: Facet, cases: readonly CaseEntry[]): [value: string, label: string][] {
	switch (facet) {
		case "mode":
			return MODES.map((mode) => [mode, MODE_LABELS[mode]]);
		case "kind":
			return ORG_KINDS.map((kind) => [kind, ORG_KIND_LABELS[kind]]);
		case "industry":
			return district().industries.map(({ id, name }) => [id, name]);
		case "star":
			return [
				["5", "五星"],
				["4", "四星"],
				["3", "三星"],
				["2", "二星"],
				["1", "一星"],
				["0", "未评星"],
			];
		case "year":
			return [...new Set(cases.map(({ year }) => String(year)))]
				.sort()
				.reverse()
				.map((year) => [year, `${year}年`]);
	}
}

/** Values of a facet that occur, with counts. */
export function facetChoices(facet: Facet, cases: readonly CaseEntry[]): FacetChoice[] {
	return labels(facet, cases)
		.map(([value, label]) => ({
			value,
			label,
			count: cases.filter((entry) => facetValue(entry, facet) === value).length,
		}))
		.filter(({ count }) => count > 0);
}

/** Newest first, then by title. */
export function inOrder(cases: readonly CaseEntry[]): CaseEntry[] {
	return [...cases].sort((a, b) => b.year - a.year || collator.compare(a.title, b.title));
}

const collator = new Intl.Collator("zh");

/** The cases of each mode in order; made once for a list, because every case page asks. */
const shelves = new WeakMap<readonly CaseEntry[], Map<Mode, CaseEntry[]>>();

/** Other cases of the same mode, those of the same form first. */
export function similarCases(entry: CaseEntry, cases: readonly CaseEntry[], most: number): CaseEntry[] {
	let byMode = shelves.get(cases);
	if (byMode === undefined) {
		byMode = Map.groupBy(inOrder(cases), ({ mode }) => mode);
		shelves.set(cases, byMode);
	}
	const others = (byMode.get(entry.mode) ?? []).filter(({ slug }) => slug !== entry.slug);
	const sameForm = others.filter(({ form }) => form === entry.form).slice(0, most);
	const otherForm = others.filter(({ form }) => form !== entry.form).slice(0, most - sameForm.length);
	return [...sameForm, ...otherForm];
}
