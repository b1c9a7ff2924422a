import type { z } from "zod";
import type { Guide } from "../../core/content/guide.ts";
import type { ContentProblem } from "../../core/content/problem.ts";
import type { askedFile } from "../../core/content/topics.ts";
import { NO_GUIDE } from "../../core/content/vocabulary.ts";
import type { Entry } from "./reader.ts";

/** Finds questions filed under a guide that does not exist. */
export function checkAsked(
	{ file, data }: Entry<z.infer<typeof askedFile>>,
	guides: readonly Entry<Guide>[],
): ContentProblem[] {
	const known = new Set<string>([...guides.map(({ id }) => id), ...NO_GUIDE]);
	return Object.keys(data.asked)
		.filter((id) => !known.has(id))
		.map((id) => ({
			file: file.file,
			line: file.lineOf(["asked", id]),
			what: `没有“${id}”这篇指南`,
			mend: "改成 content/guides 里的文件名（不带 .mdx），或删去这一组",
		}));
}
