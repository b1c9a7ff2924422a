import { z } from "zod";
import { QUARTER_PATTERN } from "../survey/quarter.ts";
import { isoDate, line } from "./common.ts";

const count = z.int().min(0);
const merging = z.array(z.array(z.string().min(1)).min(1));

/** Units of merged groups by standing; the rest of `units` follows by subtraction. */
const row = z.strictObject({
	groups: z.array(z.string().min(1)),
	units: count,
	own: count,
	joined: count,
	work: count,
});

/**
 * `statistics/<quarter>.json`: what a quarter publishes. `npm run publish-stats` writes it; nobody edits it by hand.
 * `null` means withheld, because a number under five could be solved from it.
 */
export const statisticsFile = z.strictObject({
	quarter: z.string().regex(QUARTER_PATTERN),
	/** Last day of the quarter. */
	asOf: isoDate,
	/** Day of publication. */
	publishedOn: isoDate,
	/** Whether the numbers come from the demonstration ledger. */
	sample: z.boolean(),
	/** Day of the register that gives the denominators; null when the surveyed units are the base. */
	registerDate: isoDate.nullable(),
	/** Audit chain when it was published. */
	auditHead: z.string().regex(/^[0-9a-f]{64}$/),
	total: row.nullable(),
	streets: z.array(row).nullable(),
	kinds: z.array(row).nullable(),
	/** Units by form among the organised ones. */
	forms: z.array(z.strictObject({ forms: z.array(z.string()).min(1), units: count })).nullable(),
	/** Organisations, never to be mixed with units. */
	organisations: count.nullable(),
	/** Units with at least three full members whose relation is there, and those of them that are organised. */
	should: z.strictObject({ units: count, built: count }).nullable(),
	/** Organisations by stars; null when none were entered or they are too few. */
	stars: z.array(z.strictObject({ levels: z.array(z.string()).min(1), organisations: count })).nullable(),
	/** Training of the quarter as entered; participants are withheld when fewer than five. */
	training: z
		.strictObject({ sessions: count, participants: count.nullable(), source: line(2, 80) })
		.nullable(),
	/** Merging in force; later quarters keep it or make it coarser. */
	mergings: z.strictObject({ streets: merging, kinds: merging, forms: merging, stars: merging }),
});
export type Statistics = z.infer<typeof statisticsFile>;
