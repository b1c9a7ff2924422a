import { z } from "zod";
import { isoDate, line, slug } from "./common.ts";
import { JURISDICTIONS } from "./vocabulary.ts";

/** How sure we are of an article number. */
export const CONFIDENCES = ["verified", "text-only"] as const;

/** A regulation: an entry of `office/sources.yaml`. */
export const source = z.strictObject({
	/** Id used in citations. */
	id: slug,
	/** Full official title with 《》. */
	title: line(4, 60),
	/** Official site that carries the text, by name and host; a deep address only when it was seen to last. */
	publishedOn: line(4, 40).optional(),
	/** Short name used in running text. */
	short: line(2, 20),
	/** Issuing organ. */
	issuer: line(2, 60),
	/** 文号, only where it was seen. */
	number: line(2, 40).optional(),
	/** Date as known: year, month or day. */
	date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "日期写成 2018、2018-10 或 2018-10-28"),
	/** What the date is, e.g. `印发`, `修正`. */
	dateMeans: line(2, 12),
	/** Reach. */
	jurisdiction: z.enum(JURISDICTIONS),
	/** What this regulation is to us, or what to watch for. */
	remark: line(4, 120).optional(),
	/** Articles that may be cited. An article not listed here cannot be cited. */
	articles: z
		.array(
			z.strictObject({
				/** As printed, e.g. `第四条` or `第六章`. */
				article: z.string().regex(/^第[〇零一二三四五六七八九十百]+[条章]$/, "写成 第四条 或 第六章"),
				/** What it says, in our own words. */
				about: line(4, 160),
				/** `text-only`: the text was seen, its number should be checked; printed with a mark. */
				confidence: z.enum(CONFIDENCES).default("verified"),
			}),
		)
		.default([]),
});
export type Source = z.infer<typeof source>;

/** `office/sources.yaml`. */
export const sourcesFile = z.strictObject({ asOf: isoDate, reviewDue: isoDate, sources: z.array(source) });

/** A department or post that answers questions. */
export const department = z.strictObject({
	id: slug,
	/** Name as printed. */
	name: line(2, 40),
	/** What to ask there. */
	about: line(4, 100),
	/** Office telephone; absent where none has been supplied. */
	phone: line(5, 30).optional(),
	/** Address; absent where none has been supplied. */
	address: line(4, 80).optional(),
});

/** `office/district.yaml`. */
export const districtFile = z.strictObject({
	/** Name of the district as printed in the masthead. */
	name: line(2, 20),
	/** Name of the site. */
	siteName: line(2, 20),
	/** Whether names, streets and dates are samples; prints a notice. */
	sample: z.boolean(),
	asOf: isoDate,
	reviewDue: isoDate,
	/** Streets (街道); codes are stable identifiers in submissions. */
	streets: z
		.array(
			z.strictObject({
				code: slug,
				name: line(2, 20),
				phone: line(5, 30).optional(),
				address: line(4, 80).optional(),
			}),
		)
		.min(1),
	/** Departments. */
	departments: z.array(department).min(1),
	/** Industries for cases. */
	industries: z.array(z.strictObject({ id: slug, name: line(2, 20) })).min(1),
	/** Recurring and single deadlines shown on the home page and in the calendar. */
	deadlines: z
		.array(
			z.strictObject({
				date: isoDate,
				title: line(4, 30),
				note: line(4, 60),
				url: z.string().startsWith("/").optional(),
			}),
		)
		.default([]),
	/** What this district accepts. */
	collection: z.strictObject({
		/** Whether surveys may be filled in through Telegram; advice is not affected. */
		telegram: z.boolean(),
	}),
	/** The office's Telegram bot without `@`; absent where there is none. Guides then link to it. */
	telegramBot: z
		.string()
		.regex(/^[A-Za-z]\w{3,30}$/, "写机器人的用户名，不带@，只有字母、数字和下划线，5至31个字符")
		.optional(),
	/** Who files and receives locally: 组织部 or 社会工作部; printed in procedures. */
	filingAuthority: line(2, 60),
});
export type District = z.infer<typeof districtFile>;

/** `office/glossary.yaml`: terms, and departments with the years in which their names were valid. */
export const glossaryFile = z.strictObject({
	asOf: isoDate,
	terms: z.array(
		z.strictObject({
			id: slug,
			term: line(2, 30),
			/** Definition in plain words. */
			meaning: line(6, 200),
			/** Other words for the same thing, incl. colloquial ones; feeds search suggestions and the assistant. */
			synonyms: z.array(line(1, 20)).default([]),
			/** Period in which the name was in use. */
			validFrom: z.string().optional(),
			validTo: z.string().optional(),
			/** What it is called today, when `validTo` has passed. */
			nowCalled: line(2, 30).optional(),
			guide: slug.optional(),
		}),
	),
});
export type Glossary = z.infer<typeof glossaryFile>;
