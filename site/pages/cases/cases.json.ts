import type { APIRoute } from "astro";
import { FORM_LABELS, MODE_LABELS, ORG_KIND_LABELS } from "../../../core/content/vocabulary.ts";
import { industryName } from "../../content/industries.ts";
import { knowledge } from "../../content/knowledge.ts";

/** A case as the comparison page needs it: rows of label and value. */
export interface ComparableCase {
	readonly slug: string;
	readonly title: string;
	readonly summary: string;
	readonly rows: readonly (readonly [label: string, value: string])[];
}

/** All cases for `/cases/compare/`. */
export const GET: APIRoute = () => {
	const cases: ComparableCase[] = knowledge().cases.map((entry) => ({
		slug: entry.slug,
		title: entry.title,
		summary: entry.summary,
		rows: [
			["组建模式", MODE_LABELS[entry.mode]],
			["组建形式", FORM_LABELS[entry.form]],
			["组织类别", ORG_KIND_LABELS[entry.kind]],
			["行业", industryName(entry.industry)],
			["星级", entry.star === null ? "未评星" : `${"一二三四五"[entry.star - 1]}星`],
			["年份", `${entry.year}年`],
			...entry.facts.map(({ label, value }): [string, string] => [label, value]),
		],
	}));
	return new Response(JSON.stringify(cases), { headers: { "content-type": "application/json" } });
};
