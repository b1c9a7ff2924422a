import { defineCollection } from "astro:content";
import { modelCase } from "../core/content/case.ts";
import { course } from "../core/content/course.ts";
import { document } from "../core/content/document.ts";
import { guide } from "../core/content/guide.ts";
import { bodies } from "./content/body-loader.ts";

/** Body texts to render. Data comes from `content/knowledge.ts`, which checks everything together. */
export const collections = {
	guides: defineCollection({ loader: bodies("content/guides"), schema: guide }),
	cases: defineCollection({ loader: bodies("content/cases"), schema: modelCase }),
	training: defineCollection({ loader: bodies("content/training"), schema: course }),
	documents: defineCollection({ loader: bodies("content/documents"), schema: document }),
};
