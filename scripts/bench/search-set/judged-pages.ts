import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { normalize } from "../../../core/language/normalize.ts";
import { readPageText } from "../../../site/search/page-text.ts";
import type { JudgedPage } from "./search-scores.ts";

/** Every searchable page of a built site, as its readers see it. */
export function judgedPages(root: string): JudgedPage[] {
	return readdirSync(root, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".html"))
		.sort()
		.flatMap((file) => {
			const text = readPageText(readFileSync(join(root, file), "utf8"));
			if (text === null) return [];
			const url = `/${relative(".", file)
				.split(sep)
				.join("/")
				.replace(/(^|\/)index\.html$/, "$1")}`;
			return [{ url, title: normalize(text.title), text: normalize(text.body) }];
		});
}
