import { z } from "zod";
import { change, citation, dated, line, material, slug, step } from "./common.ts";
import { AUDIENCES, GUIDE_GROUPS, INTENTS, OUTCOME_CODES } from "./vocabulary.ts";

/** Front matter of `content/guides/<topic-id>.mdx`. The file name is the topic id. */
export const guide = z.strictObject({
	/** Page title. */
	title: line(2, 30),
	/** Shelf of the collection. */
	group: z.enum(GUIDE_GROUPS),
	/** Place on the shelf, ascending. */
	order: z.number().int().min(0),
	/** Intent of questions this guide answers. */
	intent: z.enum(INTENTS),
	/** The one-line answer, shown first on the page and by the assistant. */
	answer: line(10, 140),
	/** Ways people ask for this, in everyday words; feeds the assistant's retrieval. */
	aliases: z.array(line(2, 40)).default([]),
	/** Outcome of the decision table this guide explains; its steps then come from `outcomes.yaml`. */
	outcome: z.enum(OUTCOME_CODES).optional(),
	/** Readers the page is for. */
	audience: z.array(z.enum(AUDIENCES)).min(1),
	/** Office responsible for the page, a key of `office/district.yaml` departments. */
	owner: slug.default("two-new-office"),
	...dated,
	/** Why the superior organisation's reply decides, where a fact is local or disputed. */
	caution: line(4, 160).optional(),
	/** Steps, unless `outcome` brings them. */
	steps: z.array(step).default([]),
	/** Papers to hand in. */
	materials: z.array(material).default([]),
	/** Points to check before acting; printed as tick boxes. */
	checklist: z.array(line(4, 80)).default([]),
	/** Frequent mistakes and their correction. */
	mistakes: z.array(z.strictObject({ title: line(2, 40), detail: line(4, 160) })).default([]),
	/** Regulations the page rests on. */
	sources: z.array(citation).min(1, "每篇指南至少写一条依据"),
	/** Topic ids of related guides. */
	related: z.array(slug).default([]),
	/** Slugs of related cases. */
	cases: z.array(slug).default([]),
	/** What changed when, newest first. */
	changes: z.array(change).min(1),
});
export type Guide = z.infer<typeof guide>;
