import { defineConfig } from "vitest/config";

/**
 * Two projects: `unit` needs nothing, `browser` needs the built site and a Chromium.
 * Both run in `npm test`; `npm run check` runs what changed of `unit`.
 */
export default defineConfig({
	test: {
		testTimeout: 60_000,
		hookTimeout: 180_000,
		projects: [
			{
				extends: true,
				test: { name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/site/**", "test/browser/**"] },
			},
			{
				extends: true,
				test: {
					name: "browser",
					include: ["test/site/**/*.test.ts", "test/browser/**/*.test.ts"],
					globalSetup: ["test/built-site.ts"],
					fileParallelism: false,
				},
			},
		],
	},
});
