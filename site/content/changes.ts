import type { Knowledge } from "../../core/content/knowledge.ts";

/** A change note of any page. */
export interface ChangeEntry {
	readonly date: string;
	/** E.g. `指南修订`, `新增案例`. */
	readonly kind: string;
	readonly title: string;
	readonly href: string;
	readonly note: string;
	/** What the page is about, shown instead of 首次发布 for a new page. */
	readonly about: string;
}

interface Page {
	readonly title: string;
	readonly about: string;
	readonly changes: readonly { readonly date: string; readonly note: string }[];
}

/** All change notes of guides, cases, courses and documents, newest first. */
export function allChanges(all: Knowledge): ChangeEntry[] {
	const notes = (what: string, href: string, { title, about, changes }: Page): ChangeEntry[] =>
		changes.map(({ date, note }, index) => ({
			date,
			note,
			about,
			title,
			href,
			kind: index === changes.length - 1 ? `新增${what}` : `${what}修订`,
		}));
	return [
		...all.guides.flatMap((guide) =>
			notes("指南", `/guides/${guide.id}/`, { ...guide, about: guide.answer }),
		),
		...all.cases.flatMap((entry) =>
			notes("案例", `/cases/${entry.slug}/`, { ...entry, about: entry.summary }),
		),
		...all.courses.flatMap((course) =>
			notes("课程", `/training/${course.slug}/`, { ...course, about: course.goal }),
		),
		...all.documents.flatMap((document) =>
			notes("文书", `/documents/${document.slug}/`, { ...document, about: document.summary }),
		),
	].sort((a, b) => b.date.localeCompare(a.date) || a.href.localeCompare(b.href));
}

/** The same note on several pages of a kind on one day. */
export interface ChangeGroup extends Pick<ChangeEntry, "date" | "kind" | "note"> {
	readonly pages: readonly Pick<ChangeEntry, "title" | "href">[];
}

/** Neighbours with the same day, kind and note as one entry: a collection published at once is not read line by line. */
export function together(changes: readonly ChangeEntry[]): ChangeGroup[] {
	const same = ({ date, kind, note }: ChangeEntry) => `${date} ${kind} ${note}`;
	return [...Map.groupBy(changes, same).values()].flatMap((pages) => {
		const [first] = pages;
		return first ? [{ date: first.date, kind: first.kind, note: first.note, pages }] : [];
	});
}

/** The newest notes for the home page: a mixture, at most two of each kind. */
export function recentChanges(all: Knowledge, count: number): ChangeEntry[] {
	const seen = new Map<string, number>();
	const picked: ChangeEntry[] = [];
	for (const change of allChanges(all)) {
		const times = seen.get(change.kind) ?? 0;
		if (times >= 2) continue;
		seen.set(change.kind, times + 1);
		picked.push(change.kind.startsWith("新增") ? { ...change, note: change.about } : change);
		if (picked.length === count) break;
	}
	return picked;
}
