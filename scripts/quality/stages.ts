import { spawn } from "node:child_process";

/** One check of the project: a command that succeeds or fails as a whole. */
export interface Stage {
	readonly name: string;
	readonly command: string;
	readonly arguments: readonly string[];
}

/** Checks that need no browser and no build; shared by `npm run check` and `npm test`. */
export const STATIC_STAGES: readonly Stage[] = [
	{ name: "content", command: "node", arguments: ["scripts/content-check.ts"] },
	{ name: "types", command: "astro", arguments: ["check", "--minimumSeverity", "warning"] },
	{ name: "lint and format", command: "biome", arguments: ["ci", "."] },
	{
		name: "layering",
		command: "depcruise",
		arguments: ["--config", ".dependency-cruiser.cjs", "core", "bot", "site", "scripts", "test"],
	},
	{ name: "dead code", command: "knip", arguments: [] },
	{ name: "licences", command: "node", arguments: ["scripts/quality/licences.ts"] },
];

/** What a stage printed and whether it succeeded. */
export interface StageResult {
	readonly stage: Stage;
	readonly passed: boolean;
	readonly output: string;
	readonly seconds: number;
}

/** Runs a stage with the project's own programs first on the PATH (npm put them there). */
export function runStage(stage: Stage): Promise<StageResult> {
	const started = performance.now();
	return new Promise((resolve) => {
		const child = spawn(stage.command, stage.arguments, {
			stdio: ["ignore", "pipe", "pipe"],
			env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
		});
		let output = "";
		const keep = (chunk: Buffer) => {
			output += chunk.toString();
		};
		child.stdout.on("data", keep);
		child.stderr.on("data", keep);
		const end = (passed: boolean) =>
			resolve({ stage, passed, output, seconds: (performance.now() - started) / 1000 });
		child.on("error", (error) => {
			output += String(error);
			end(false);
		});
		child.on("close", (code) => end(code === 0));
	});
}

/** Prints one line per stage, and all it said when it failed. */
export function printStage(result: StageResult): void {
	const mark = result.passed ? "✓" : "✗";
	console.log(`${mark} ${result.stage.name} (${result.seconds.toFixed(1)} s)`);
	if (!result.passed) console.log(result.output.trimEnd());
}
