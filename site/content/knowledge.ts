import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Knowledge } from "../../core/content/knowledge.ts";
import { loadKnowledge } from "../../scripts/knowledge.ts";

const FOLDER = "content";
/** While writing, files are looked at again at most this often, in milliseconds. */
const PATIENCE = 1000;

let loaded: { readonly value: Knowledge; readonly changed: number } | undefined;
let lookedAt = 0;

/** Latest change of any content file. */
function lastChange(): number {
	return Math.max(
		...readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).map(
			(name) => statSync(join(FOLDER, name)).mtimeMs,
		),
	);
}

/** Everything staff wrote, checked; read once for a build, and again after a change while writing. */
export function knowledge(): Knowledge {
	if (loaded && (!import.meta.env.DEV || Date.now() - lookedAt < PATIENCE)) return loaded.value;
	lookedAt = Date.now();
	const changed = lastChange();
	if (loaded?.changed !== changed) loaded = { value: loadKnowledge(), changed };
	return loaded.value;
}
