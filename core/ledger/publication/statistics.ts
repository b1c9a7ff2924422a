import type { Statistics } from "../../content/statistics.ts";
import { ORG_KIND_VALUES } from "../../survey/fields.ts";
import { quarterBounds } from "../../survey/quarter.ts";
import type { Figures } from "../figures-schema.ts";
import type { Snapshot } from "../snapshot.ts";
import { isPublishable, mergeGroups, sumCells } from "./merge.ts";
import { publish } from "./publish.ts";

/** What a publication is made from. */
export interface PublicationInput {
	readonly snapshot: Snapshot;
	readonly figures: Figures | null;
	/** Codes of all streets, in the order of the tables. */
	readonly streets: readonly string[];
	/** The publication before; its merging is kept. */
	readonly previous: Statistics | null;
	readonly publishedOn: string;
	readonly auditHead: string;
	readonly sample: boolean;
}

const LEVELS = ["5", "4", "3", "2", "1"];

/** Statistics of one closed quarter, without any number from which one under five could be solved. */
export function statisticsOf(input: PublicationInput): Statistics {
	const { snapshot, figures, streets, previous, publishedOn, auditHead, sample } = input;
	const { quarter, units, registerDate } = snapshot;
	const { quarters, mergings } = publish(
		new Map([[quarter, units]]),
		{ streets, kinds: ORG_KIND_VALUES },
		previous?.mergings ?? null,
	);
	const published = quarters[0];
	if (published === undefined) throw new Error("publish returned no quarter");
	const { total, streets: byStreet, kinds, forms, organisations, should } = published;
	const stars = starsOf(figures, organisations, previous?.mergings.stars);
	return {
		quarter,
		asOf: quarterBounds(quarter).last,
		publishedOn,
		sample,
		registerDate,
		auditHead,
		total: total && copy(total),
		streets: byStreet?.map(copy) ?? null,
		kinds: kinds?.map(copy) ?? null,
		forms: forms?.map(({ forms, units }) => ({ forms: [...forms], units })) ?? null,
		organisations,
		should: should && { ...should },
		stars: stars.rows,
		training: trainingOf(figures),
		mergings: {
			streets: plain(mergings.streets),
			kinds: plain(mergings.kinds),
			forms: plain(mergings.forms),
			stars: plain(stars.merging),
		},
	};
}

const plain = (merging: readonly (readonly string[])[]) => merging.map((group) => [...group]);
const copy = <T extends { readonly groups: readonly string[] }>(row: T) => ({
	...row,
	groups: [...row.groups],
});

/** Organisations by stars; those without a star follow by subtraction, so they must not be few either. */
function starsOf(
	figures: Figures | null,
	organisations: number | null,
	previous: readonly (readonly string[])[] = [],
) {
	const table = new Map((figures?.stars ?? []).map((one) => [String(one.stars), [one.organisations]]));
	const merging = mergeGroups(LEVELS, [table], previous);
	if (merging === null) return { rows: null, merging: [LEVELS] };
	const rows = merging.map((levels) => ({
		levels: [...levels],
		organisations: sumCells(levels.map((level) => table.get(level) ?? []))[0] ?? 0,
	}));
	const rated = rows.reduce((sum, row) => sum + row.organisations, 0);
	const safe = organisations === null || organisations < rated || isPublishable(organisations - rated);
	return { rows: figures?.stars && safe ? rows : null, merging };
}

function trainingOf(figures: Figures | null): Statistics["training"] {
	const trainings = figures?.trainings;
	if (trainings?.[0] === undefined) return null;
	// A session of its own can be subtracted once several are published over time, so only the sum is, when each is safe.
	const safe = trainings.every(({ participants }) => isPublishable(participants));
	return {
		sessions: trainings.length,
		participants: safe ? trainings.reduce((sum, { participants }) => sum + participants, 0) : null,
		source: trainings[0].source,
	};
}
