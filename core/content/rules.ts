import { z } from "zod";
import { citation, dated, isoDate, line, slug, step } from "./common.ts";
import { FORMS, MODES, OUTCOME_CODES } from "./vocabulary.ts";

/**
 * A cell of the decision table as staff write it: a set `[a, b]`, or a text
 * such as `">=3"`, `"<6 or unknown"`, `"50..99"`, `known`. `core/formation/cells` parses it.
 */
export const cell = z.union([
	z.array(z.union([z.string(), z.boolean(), z.null()])).min(1),
	z.string().min(1),
]);

/** One conjunction: slot or derived quantity → cell. */
export const conjunction = z.record(z.string(), cell);

/** A row of the table. */
export const formationRow = z.strictObject({
	/** Row number of the reviewed table, e.g. `R05`. */
	id: z.string().regex(/^R\d{2}$/, "行号写成 R05"),
	/** Scope that the row adds to its own conditions. */
	within: slug.optional(),
	/** Conclusion, or `ask`. */
	outcome: z.enum([...OUTCOME_CODES, "ask"]),
	/** Slot to ask for when the outcome is `ask`. */
	ask: z.enum(["fullMembers", "durationMonths", "support"]).optional(),
	/** The conclusion in one sentence; `{n}` and the like are filled from the facts. */
	headline: line(4, 80),
	/** The rule in plain words. */
	reason: line(6, 200),
	/** Regulations it rests on; at least one. */
	basis: z.array(citation).min(1),
	/** Reach of the row. */
	jurisdiction: dated.jurisdiction,
	/** Any of these conjunctions makes the row match. */
	when: z.array(conjunction).min(1),
});
export type FormationRow = z.infer<typeof formationRow>;

/** A note printed with an outcome; it never changes the code. */
export const formationNote = z.strictObject({
	id: slug,
	/** Outcomes it applies to; absent means any. */
	outcomes: z.array(z.enum(OUTCOME_CODES)).optional(),
	/** Rows it applies to; absent means any. */
	rows: z.array(z.string()).optional(),
	when: z.array(conjunction).default([]),
	text: line(4, 160),
	basis: z.array(citation).default([]),
});
export type FormationNote = z.infer<typeof formationNote>;

/** `rules/formation.yaml`. */
export const formationFile = z.strictObject({
	version: z.number().int().positive(),
	asOf: isoDate,
	reviewDue: isoDate,
	/** Order in which supports are preferred. */
	supportOrder: z.array(z.enum(["area", "industry", "lead", "host"])).length(4),
	/** Parts of the table as shown to readers: each starts at a row and ends before the next. */
	groups: z
		.array(
			z.strictObject({
				/** Anchor on the rules page. */
				id: slug,
				/** First row of the part. */
				from: z.string().regex(/^R\d{2}$/, "行号写成 R05"),
				title: line(2, 24),
				/** What the rows of this part have in common. */
				note: line(4, 120),
			}),
		)
		.min(1),
	scopes: z.record(slug, conjunction),
	rows: z.array(formationRow).min(1),
	notes: z.array(formationNote),
});
export type FormationFile = z.infer<typeof formationFile>;

/** `rules/outcomes.yaml`: one entry per outcome code. */
export const outcome = z.strictObject({
	code: z.enum(OUTCOME_CODES),
	/** Name as printed, e.g. `单独成立党支部`. */
	name: line(2, 30),
	mode: z.enum(MODES).optional(),
	form: z.enum(FORMS).optional(),
	/** Topic id of the guide that explains it. */
	guide: slug,
	/** Steps with time limits, used by the guide and by the assistant. */
	steps: z.array(step).min(1),
	/** Documents of the printable set: slugs in `content/documents`. */
	documents: z.array(slug).default([]),
	/** What to do next after the answer: labels of follow-up questions. */
	next: z.array(line(4, 30)).default([]),
});
export type Outcome = z.infer<typeof outcome>;
export const outcomesFile = z.strictObject({ asOf: isoDate, reviewDue: isoDate, outcomes: z.array(outcome) });

/** `rules/rating.yaml`: the configurable star rubric. */
export const ratingFile = z.strictObject({
	...dated,
	title: line(4, 40),
	dimensions: z
		.array(
			z.strictObject({
				id: slug,
				name: line(2, 20),
				points: z.number().int().positive(),
				items: z
					.array(z.strictObject({ id: slug, text: line(4, 80), points: z.number().int().positive() }))
					.min(1),
			}),
		)
		.min(1),
	/** Bonus items; their sum is capped at `bonusMax`. */
	bonus: z.array(z.strictObject({ id: slug, text: line(4, 80), points: z.number().int().positive() })),
	bonusMax: z.number().int().nonnegative(),
	/** Bands with an inclusive lower bound, highest first. */
	bands: z
		.array(z.strictObject({ star: z.number().int().min(1).max(5), name: line(2, 10), from: z.number() }))
		.min(1),
	/** Veto items: any one of them means no star this year. */
	vetoes: z.array(z.strictObject({ id: slug, text: line(4, 80) })).min(1),
	vetoEffect: line(4, 120),
	basis: z.array(citation).min(1),
	notes: z.array(line(4, 160)).default([]),
});
export type Rating = z.infer<typeof ratingFile>;
