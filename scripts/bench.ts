/** `npm run bench [-- 名称…]`: runs the measurements in `scripts/bench/`, all or the named ones, one after another. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";

const FOLDER = "scripts/bench";
const all = readdirSync(FOLDER)
	.filter((file) => file.endsWith(".ts"))
	.map((file) => basename(file, ".ts"));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
	console.error(`no such measurement: ${unknown.join(", ")}; there are: ${all.join(", ")}`);
	process.exit(1);
}
let failed = false;
for (const name of wanted.length > 0 ? wanted : all) {
	console.log(`\n== ${name}`);
	const { status } = spawnSync(process.execPath, [join(FOLDER, `${name}.ts`)], { stdio: "inherit" });
	failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
