import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { indexPages } from "./index-pages.ts";

/** Builds the search index after the pages; a failure fails the build. */
export function pagefindIntegration(): AstroIntegration {
	return {
		name: "search-index",
		hooks: {
			"astro:build:done": async ({ dir, logger }) => {
				const started = performance.now();
				const { pages } = await indexPages(fileURLToPath(dir));
				logger.info(`${pages} pages indexed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
			},
		},
	};
}
