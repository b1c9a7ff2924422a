import type { Step } from "../content/common.ts";
import type { CaseEntry, GuideEntry, Knowledge } from "../content/knowledge.ts";
import { FORM_LABELS, MODE_LABELS } from "../content/vocabulary.ts";
import { chineseDate, isOverdue } from "./dates.ts";
import { lookup } from "./lookup.ts";
import type { Link, Section, Surroundings } from "./types.ts";
import { sentence } from "./wording.ts";

/** Cases shown under an answer. */
const MOST_CASES = 2;
/** Templates linked under an answer; the guide's page lists all. */
const MOST_DOCUMENTS = 4;

/** Numbered steps with their time limits. */
export function stepsSection(steps: readonly Step[], more: Link | null): Section[] {
	if (steps.length === 0) return [];
	return [
		{
			kind: "steps",
			steps: steps.map((step) => ({
				title: step.title,
				detail: step.detail ?? null,
				limit: step.limit ?? null,
			})),
			more,
		},
	];
}

/** Papers to hand in, with the templates to download. */
export function materialsSection(
	knowledge: Knowledge,
	guide: GuideEntry,
	documents: readonly string[],
): Section[] {
	const slugs = [...documents, ...guide.materials.flatMap((one) => one.document ?? [])];
	const links = [...new Set(slugs)].flatMap((slug) => {
		const document = knowledge.documents.find((one) => one.slug === slug);
		return document ? [{ label: document.title, url: `/documents/${slug}/` }] : [];
	});
	if (guide.materials.length === 0 && links.length === 0) return [];
	return [
		{
			kind: "materials",
			materials: guide.materials.map((one) => ({ name: one.name, by: one.by, note: one.note ?? null })),
			documents: links.slice(0, MOST_DOCUMENTS),
		},
	];
}

/** Related cases, the newest first. */
export function casesSection(
	knowledge: Knowledge,
	cases: readonly CaseEntry[],
	most = MOST_CASES,
): Section[] {
	const industries = new Map(knowledge.district.industries.map((one) => [one.id, one.name]));
	const shown = [...cases].sort((a, b) => b.year - a.year).slice(0, most);
	if (shown.length === 0) return [];
	return [
		{
			kind: "cases",
			cases: shown.map((one) => ({
				title: one.title,
				summary: one.summary,
				tags: [
					MODE_LABELS[one.mode],
					FORM_LABELS[one.form],
					sentence(knowledge, "example"),
					industries.get(one.industry) ?? one.industry,
				],
				url: `/cases/${one.slug}/`,
			})),
		},
	];
}

/** Who decides and where to ask; closes every answer. */
export function contactSection(knowledge: Knowledge): Section {
	const { guides } = lookup(knowledge);
	const page = guides.get("contact-department");
	return {
		kind: "contact",
		text: `${sentence(knowledge, "decisionBelongs")}${sentence(knowledge, "contactStreet")}`,
		links: page ? [{ label: page.title, url: "/guides/contact-department/" }] : [],
	};
}

/** The line that says a review is overdue; empty while it is not. */
export function overdueLines(knowledge: Knowledge, reviewDue: string, surroundings: Surroundings): string[] {
	return isOverdue(reviewDue, surroundings.now)
		? [sentence(knowledge, "overdue", { date: chineseDate(reviewDue) })]
		: [];
}
