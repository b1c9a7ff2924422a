import type { Knowledge } from "../../core/content/knowledge.ts";
import { loadKnowledge } from "../../scripts/knowledge.ts";

let loaded: Knowledge | undefined;

/** Everything staff wrote, checked; read once for a build, and anew for each request while writing. */
export function knowledge(): Knowledge {
	if (import.meta.env.DEV) return loadKnowledge();
	loaded ??= loadKnowledge();
	return loaded;
}
