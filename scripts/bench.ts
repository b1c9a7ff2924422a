/**
 * `npm run bench [-- 名称… 参数…]`: runs the measurements in `scripts/bench/`, all or the named ones, one after
 * another, and says on what machine. What begins with `/`, `--` or a digit is passed on to them.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { basename, join } from "node:path";

const FOLDER = "scripts/bench";
const all = readdirSync(FOLDER)
	.filter((file) => file.endsWith(".ts"))
	.map((file) => basename(file, ".ts"));
const passed = process.argv.slice(2).filter((argument) => /^(?:\/|--|\d)/.test(argument));
const wanted = process.argv.slice(2).filter((argument) => !passed.includes(argument));
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
	console.error(`no such measurement: ${unknown.join(", ")}; there are: ${all.join(", ")}`);
	process.exit(1);
}

/** Figures only mean something together with this. */
function conditions(): string {
	const processor = cpus()[0]?.model.trim() ?? "unknown processor";
	const memory = Math.round(totalmem() / 2 ** 30);
	const load = loadavg()
		.map((value) => value.toFixed(1))
		.join(" ");
	return `${processor} × ${cpus().length}, ${memory} GB, Node ${process.version}, ${process.platform}, load ${load}, ${new Date().toISOString()}`;
}

const outcomes: Record<string, { seconds: number; "load before": string; result: string }> = {};
console.log(conditions());
for (const name of wanted.length > 0 ? wanted : all) {
	console.log(`\n== ${name}`);
	const load = (loadavg()[0] ?? 0).toFixed(1);
	const started = performance.now();
	const { status } = spawnSync(process.execPath, [join(FOLDER, `${name}.ts`), ...passed], {
		stdio: "inherit",
	});
	outcomes[name] = {
		seconds: Math.round((performance.now() - started) / 1000),
		"load before": load,
		result: status === 0 ? "ok" : "below its aim, or failed",
	};
}
console.log(`\n${conditions()}`);
console.table(outcomes);
process.exit(Object.values(outcomes).every(({ result }) => result === "ok") ? 0 : 1);
