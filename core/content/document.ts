import { z } from "zod";
import { change, citation, isoDate, line, slug } from "./common.ts";

/** File formats a document is generated in. Its HTML twin always exists. */
export const FORMATS = ["docx", "pdf", "pptx"] as const;
export type Format = (typeof FORMATS)[number];

/**
 * Front matter of `content/documents/<slug>.mdx`: a template or a handout.
 * Blanks in the body are written 【单位全称】; blanks named in `core/documents` are filled from an answer's facts.
 * For `pptx` every second-level heading starts a slide.
 */
export const document = z.strictObject({
	/** Title as printed. */
	title: line(4, 40),
	/** What it is for. */
	summary: line(6, 80),
	/** A template has blanks and is a draft (草稿); a handout is reading matter; slides are a lecture; a form is a blank table. */
	kind: z.enum(["template", "handout", "slides", "form"]),
	/** Formats to generate. */
	formats: z.array(z.enum(FORMATS)).min(1),
	/** Guides it belongs to. */
	guides: z.array(slug).default([]),
	/** Regulations it rests on. */
	sources: z.array(citation).default([]),
	/** Day the text was checked. */
	asOf: isoDate,
	/** What changed when, newest first. */
	changes: z.array(change).min(1),
});
export type Document = z.infer<typeof document>;
