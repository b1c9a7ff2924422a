import type { Submission } from "../survey/submission.ts";
import type { Row } from "./fold.ts";

/** 一企一策: what is planned for a unit. */
export interface PlannedMeasure {
	readonly row: Submission;
	readonly text: string;
	/** Post that answers for it; null when not agreed yet. */
	readonly ownerPost: string | null;
	readonly due: string | null;
	/** Days past the due date on the day asked about; 0 when not overdue. */
	readonly daysOverdue: number;
}

const DAY_MS = 86_400_000;

/**
 * Measures that are open: of active units, as their newest revision says. A measure ends when a newer revision no
 * longer names it.
 * @param quarters rows of the quarters up to now, oldest first: a unit that was not surveyed since keeps its measure.
 * @param today `YYYY-MM-DD`; the due day itself is not overdue.
 */
export function openMeasures(
	quarters: readonly (readonly Row[])[],
	today: string,
): readonly PlannedMeasure[] {
	const newest = new Map<string, Submission>();
	for (const rows of quarters) {
		for (const { orgCode, head } of rows) if (head !== null) newest.set(orgCode, head);
	}
	return [...newest.values()]
		.flatMap((row): readonly PlannedMeasure[] => {
			if (row.measure === undefined || row.operatingStatus !== "active") return [];
			const { text, ownerPost = null, due = null } = row.measure;
			const days = due === null ? 0 : Math.round((Date.parse(today) - Date.parse(due)) / DAY_MS);
			return [{ row, text, ownerPost, due, daysOverdue: Math.max(0, days) }];
		})
		.sort((a, b) => (a.due ?? "9999").localeCompare(b.due ?? "9999"));
}
