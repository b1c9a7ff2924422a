import { z } from "zod";
import { JURISDICTIONS, STATUSES } from "./vocabulary.ts";

/** A calendar date, `YYYY-MM-DD`. YAML must quote it or the loader hands the text through. */
export const isoDate = z.iso.date("日期应写成 YYYY-MM-DD，例如 2026-09-18");

/** File-name-safe identifier: lower-case Latin letters, digits, hyphens. */
export const slug = z
	.string()
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "标识只能用小写字母、数字和连字符，例如 single-branch");

/** One line of Chinese text without line breaks. */
export const line = (minimum: number, maximum: number) =>
	z
		.string()
		.trim()
		.min(minimum, `至少 ${minimum} 个字`)
		.max(maximum, `最多 ${maximum} 个字`)
		.regex(/^[^\n]*$/, "只能写一行，不要换行");

/** A reference to a regulation listed in `office/sources.yaml`. */
export const citation = z.strictObject({
	/** Id of the regulation. */
	source: slug,
	/** Article or chapter as printed, e.g. `第四条`; must be listed for that regulation. */
	article: z.string().optional(),
	/** What the reference supports, one short sentence. */
	note: line(2, 80).optional(),
});
export type Citation = z.infer<typeof citation>;

/** Fields every dated statement carries. */
export const dated = {
	/** Day on which the content was checked against its sources. */
	asOf: isoDate,
	/** Day by which it must be checked again, at most a year later. */
	reviewDue: isoDate,
	/** Reach of the statement. */
	jurisdiction: z.enum(JURISDICTIONS),
	/** Whether it still holds. */
	status: z.enum(STATUSES).default("in-force"),
};

/** One entry of the change notes of a page. */
export const change = z.strictObject({
	/** Day of the change. */
	date: isoDate,
	/** What changed, for a reader. */
	note: line(2, 120),
});

/** A step of a procedure. */
export const step = z.strictObject({
	/** What to do, a few words. */
	title: line(2, 30),
	/** How, one or two sentences. */
	detail: line(2, 160).optional(),
	/** Who does or decides it. */
	by: line(2, 40).optional(),
	/** Time limit as printed, e.g. `一般1个月内`; absent means no uniform limit. */
	limit: line(2, 24).optional(),
	/** Regulation the step or its limit comes from. */
	basis: citation.optional(),
});
export type Step = z.infer<typeof step>;

/** A paper to hand in. */
export const material = z.strictObject({
	/** Name of the paper. */
	name: line(2, 60),
	/** Who prepares it. */
	by: line(2, 30),
	/** Remark, e.g. that the form is filled in on paper only. */
	note: line(2, 80).optional(),
	/** Slug of a template in `content/documents`, if there is one. */
	document: slug.optional(),
});
export type Material = z.infer<typeof material>;
