import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A stored revision as plain JSON: on purpose without the program's types, schema and fold. */
// biome-ignore lint/suspicious/noExplicitAny: the other code path must not share the parser it checks.
export type Raw = Record<string, any>;

/** Newest verified revision of each organisation that was not returned later, straight from the files. */
export function countedRevisions(dataDir: string, quarter: string): Raw[] {
	const result: Raw[] = [];
	const root = join(dataDir, "submissions", quarter);
	for (const org of readdirSync(root)) {
		const revisions: Raw[] = [];
		for (const name of readdirSync(join(root, org))) {
			if (name.endsWith(".json")) revisions.push(JSON.parse(readFileSync(join(root, org, name), "utf8")));
		}
		revisions.sort((a, b) => a["revision"] - b["revision"]);
		let counted: Raw | null = null;
		for (const revision of revisions) {
			if (revision["state"] === "verified") counted = revision;
			if (revision["state"] === "returned") counted = null;
		}
		if (counted !== null) result.push(counted);
	}
	return result;
}

/** Units of the list that belongs to the quarter at this place in the series. */
export function registeredIn(dataDir: string, at: number): Raw[] {
	const name = readdirSync(join(dataDir, "register")).sort()[at] ?? "";
	return JSON.parse(readFileSync(join(dataDir, "register", name), "utf8")).units;
}
