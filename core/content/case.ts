import { z } from "zod";
import { change, isoDate, line, slug } from "./common.ts";
import { FORMS, MODES, ORG_KINDS } from "./vocabulary.ts";

/** Front matter of `content/cases/<slug>.mdx`. Every case is an anonymised example. */
export const modelCase = z.strictObject({
	/** Title that says what happened. */
	title: line(4, 30),
	/** The one sentence that matters. */
	summary: line(10, 80),
	/** Mode of the office. */
	mode: z.enum(MODES),
	/** Form within the mode. */
	form: z.enum(FORMS),
	/** Kind of organisation. */
	kind: z.enum(ORG_KINDS),
	/** Industry, a key of `office/district.yaml` industries. */
	industry: slug,
	/** Star level of the organisation, 1–5, or null where it was not rated. */
	star: z.number().int().min(1).max(5).nullable(),
	/** Year the case describes. */
	year: z.number().int().min(2015).max(2100),
	/** Cases are examples; the label 示例 is always printed. */
	example: z.literal(true),
	/** Form before, for the 孵化 path, e.g. `affiliated` before `single`. */
	formerly: z.enum(FORMS).optional(),
	/** Key facts of the comparison table: label and value. */
	facts: z.array(z.strictObject({ label: line(2, 16), value: line(1, 60) })).min(2),
	/** Whether it is a demonstration site or open base, for the directory. */
	directory: z.enum(["demonstration-site", "open-base"]).optional(),
	/** Guides that explain what was done. */
	guides: z.array(slug).min(1),
	/** Day the text was checked. */
	asOf: isoDate,
	/** What changed when, newest first. */
	changes: z.array(change).min(1),
});
export type ModelCase = z.infer<typeof modelCase>;

/** Section headings a case must have, in this order. */
export const CASE_HEADINGS = ["情况", "做法", "结果", "可以照做的"] as const;
