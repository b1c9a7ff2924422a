import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import sitemap from "@astrojs/sitemap";
import { defineConfig } from "astro/config";
import { chineseText } from "./site/content/chinese-text.ts";
import { headingAnchors } from "./site/content/heading-anchors.ts";
import { signatureLines } from "./site/content/signature-lines.ts";
import { singleSitemap } from "./site/content/single-sitemap.ts";
import { wideTables } from "./site/content/wide-tables.ts";

/**
 * Public address of the site. Without it the pages carry no canonical address,
 * and the sitemap names the local server.
 */
const site = process.env.SITE_URL || "http://localhost:4321";

export default defineConfig({
	site,
	srcDir: "./site",
	publicDir: "./site/public",
	outDir: "./dist",
	output: "static",
	trailingSlash: "always",
	compressHTML: true,
	// The content security policy allows neither inline scripts nor inline styles.
	build: { format: "directory", inlineStylesheets: "never" },
	markdown: {
		syntaxHighlight: false,
		processor: satteri({
			// Chinese quotation marks are typed by the writers; nothing may be "smartened".
			features: { smartPunctuation: false },
			hastPlugins: [headingAnchors, signatureLines, chineseText, wideTables],
		}),
	},
	integrations: [
		mdx(),
		sitemap({ filter: (page) => !/\/(print|404|search|assistant)\//.test(page) }),
		singleSitemap(),
	],
	devToolbar: { enabled: false },
	vite: {
		build: {
			// Small scripts would be inlined otherwise.
			assetsInlineLimit: 0,
			rollupOptions: {
				onwarn(warning, report) {
					if (warning.code !== "MODULE_LEVEL_DIRECTIVE") report(warning);
				},
			},
		},
	},
});
