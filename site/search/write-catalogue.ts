import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { normalize } from "../../core/language/normalize.ts";
import { CATALOGUE_FILE, type CatalogueEntry } from "./catalogue.ts";
import { FACETS } from "./facets.ts";
import { PAGE_TYPES, pageTypeOf } from "./page-types.ts";
import { parsePage } from "./search-files.ts";

const DOUBLED = /(\p{Script=Han})\1/gu;

/** Lists the pages of a written index beside it, in the order of their types. */
export async function writeCatalogue(folder: string): Promise<void> {
	const entries: CatalogueEntry[] = [];
	for (const name of await readdir(join(folder, "fragment"))) {
		const { url, meta, filters, content } = await parsePage(await readFile(join(folder, "fragment", name)));
		const facets = FACETS.flatMap((facet) => {
			const values = filters[facet];
			return values ? [[facet, values] as const] : [];
		});
		const doubled = [...new Set(Array.from(normalize(content).matchAll(DOUBLED), ([, one]) => one))].join("");
		entries.push({
			id: name.slice(0, name.indexOf(".")),
			url,
			title: meta["title"] ?? "",
			facets: Object.fromEntries(facets),
			...(doubled === "" ? {} : { doubled }),
		});
	}
	const rank = ({ url }: CatalogueEntry) => PAGE_TYPES.indexOf(pageTypeOf(url));
	entries.sort((a, b) => rank(a) - rank(b) || (a.url < b.url ? -1 : 1));
	await writeFile(join(folder, CATALOGUE_FILE), JSON.stringify(entries));
}
