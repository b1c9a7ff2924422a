import { execFileSync } from "node:child_process";

const BUILD = "import { buildIfStale } from './scripts/build/site.ts'; await buildIfStale();";

/**
 * Global setup of the browser project: `dist/` is what is in the working tree now.
 * Built in a process of its own: the test runner's modules lack `import.meta.resolve` and run as in development.
 */
export default function builtSite(): void {
	const env = { ...process.env };
	for (const name of Object.keys(env)) if (/^VITEST|^NODE_ENV$/.test(name)) delete env[name];
	execFileSync(process.execPath, ["--input-type=module", "--eval", BUILD], { stdio: "inherit", env });
}
