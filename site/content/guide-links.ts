import type {
	CaseEntry,
	CourseEntry,
	DocumentEntry,
	GuideEntry,
	Knowledge,
} from "../../core/content/knowledge.ts";
import { GUIDE_GROUPS, type GuideGroup } from "../../core/content/vocabulary.ts";

/** Cases a guide shows; beyond that a reader looks into the case library. */
const MOST_CASES = 20;

/** Everything that points at a guide or that it points at. */
export interface GuideLinks {
	readonly related: readonly GuideEntry[];
	readonly cases: readonly CaseEntry[];
	/** Papers to download: those named in its materials first, then those of its outcome and others made for it. */
	readonly documents: readonly DocumentEntry[];
	readonly courses: readonly CourseEntry[];
	/** Rows of the decision table that end in this guide. */
	readonly rules: readonly { readonly id: string; readonly headline: string }[];
	/** Guides that name it as related without being named back. */
	readonly mentions: readonly GuideEntry[];
	readonly previous: GuideEntry | undefined;
	readonly next: GuideEntry | undefined;
}

/** Guides in the order of the collection: shelf by shelf. */
export function shelves(guides: readonly GuideEntry[]): { group: GuideGroup; guides: GuideEntry[] }[] {
	return GUIDE_GROUPS.map((group) => ({
		group,
		guides: guides
			.filter((guide) => guide.group === group)
			.sort((a, b) => a.order - b.order || a.id.localeCompare(b.id)),
	})).filter((shelf) => shelf.guides.length > 0);
}

/** Collects the links of one guide. */
export function guideLinks(guide: GuideEntry, all: Knowledge): GuideLinks {
	const order = shelves(all.guides).flatMap((shelf) => shelf.guides);
	const at = order.findIndex(({ id }) => id === guide.id);
	const outcome = all.outcomes.find(({ code }) => code === guide.outcome);
	const papers = new Set([
		...guide.materials.flatMap(({ document }) => document ?? []),
		...(outcome?.documents ?? []),
		...all.documents.filter(({ guides }) => guides.includes(guide.id)).map(({ slug }) => slug),
	]);
	return {
		related: guide.related.flatMap((id) => all.guides.find((other) => other.id === id) ?? []),
		cases: shownCases(guide, all.cases),
		documents: [...papers].flatMap((slug) => all.documents.find((document) => document.slug === slug) ?? []),
		courses: all.courses.filter(({ guides }) => guides.includes(guide.id)),
		rules: guide.outcome ? all.formation.rows.filter((row) => row.outcome === guide.outcome) : [],
		mentions: all.guides.filter(
			({ id, related }) => related.includes(guide.id) && !guide.related.includes(id) && id !== guide.id,
		),
		previous: order[at - 1],
		next: order[at + 1],
	};
}

/** Cases that the guide names or that name it; where these are too many, those it names and the newest. */
function shownCases(guide: GuideEntry, cases: readonly CaseEntry[]): CaseEntry[] {
	const named = new Set(guide.cases);
	const own = cases.filter(({ slug, guides }) => named.has(slug) || guides.includes(guide.id));
	if (own.length <= MOST_CASES) return own;
	const rank = ({ slug, year }: CaseEntry) => (named.has(slug) ? 10_000 : 0) + year;
	return own.toSorted((a, b) => rank(b) - rank(a)).slice(0, MOST_CASES);
}
