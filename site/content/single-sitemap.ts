import { existsSync, renameSync, rmSync } from "node:fs";
import type { AstroIntegration } from "astro";

/** Publishes the one list of pages as `sitemap.xml`, without the index that @astrojs/sitemap puts before it. */
export function singleSitemap(): AstroIntegration {
	return {
		name: "single-sitemap",
		hooks: {
			"astro:build:done": ({ dir }) => {
				const list = new URL("sitemap-0.xml", dir);
				if (!existsSync(list)) return;
				renameSync(list, new URL("sitemap.xml", dir));
				rmSync(new URL("sitemap-index.xml", dir), { force: true });
			},
		},
	};
}
