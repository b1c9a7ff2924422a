import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const NAME = "demo.json";
const marker = z.object({ demo: z.literal(true) });

/** Marks a data folder as invented, so that reports and publications say 示例数据. */
export function markDemo(dataDir: string): void {
	const note = "示例数据，由 npm run demo:data 生成，单位和数字都是虚构的。";
	writeFileSync(join(dataDir, NAME), `${JSON.stringify({ demo: true, note }, null, 2)}\n`, { mode: 0o600 });
}

/** Whether a data folder holds the demonstration ledger. */
export function isDemo(dataDir: string): boolean {
	const path = join(dataDir, NAME);
	if (!existsSync(path)) return false;
	try {
		return marker.safeParse(JSON.parse(readFileSync(path, "utf8"))).success;
	} catch {
		// A damaged mark is no licence to delete or to pass data off as real: treat it as not marked.
		return false;
	}
}
