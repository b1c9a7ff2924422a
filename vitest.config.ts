import { defineConfig } from "vitest/config";

const SLOW = "test/**/*.slow.test.ts";
const BROWSER = "test/site/**/*.test.ts";

/**
 * `unit` needs nothing; `slow` kills processes, starts office programs or tries whole spaces of inputs; `browser`
 * needs the built site and a Chromium. All run in `npm test`; `npm run check` runs what changed of `unit`.
 */
export default defineConfig({
	test: {
		testTimeout: 60_000,
		hookTimeout: 180_000,
		projects: [
			{
				extends: true,
				test: {
					name: "unit",
					include: ["test/**/*.test.ts"],
					exclude: [SLOW, BROWSER],
					// Nothing is mocked and no module keeps state of a test: loading all of them anew for each file takes longer than the tests.
					isolate: false,
				},
			},
			{ extends: true, test: { name: "slow", include: [SLOW] } },
			{
				extends: true,
				test: {
					name: "browser",
					include: [BROWSER],
					globalSetup: ["test/built-site.ts"],
					fileParallelism: false,
				},
			},
		],
	},
});
