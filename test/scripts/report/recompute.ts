import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A stored revision as plain JSON: on purpose without the program's types, schema and fold. */
// biome-ignore lint/suspicious/noExplicitAny: the other code path must not share the parser it checks.
export type Raw = Record<string, any>;

/** Revisions of each organisation that are still there, oldest first, straight from the files; without those that wait for a decision. */
export function revisionsOf(dataDir: string, quarter: string): Raw[][] {
	const root = join(dataDir, "submissions", quarter);
	return readdirSync(root).map((org) =>
		readdirSync(join(root, org))
			.filter((name) => name.endsWith(".json"))
			.map((name): Raw => JSON.parse(readFileSync(join(root, org, name), "utf8")))
			.sort((a, b) => a["revision"] - b["revision"])
			.reduce(withoutConflict, []),
	);
}

/** A revision made from another one than the newest waits for a decision of staff and counts for nothing. */
function withoutConflict(accepted: Raw[], revision: Raw): Raw[] {
	const newest = accepted.at(-1);
	return newest === undefined || revision["baseRevision"] === newest["revision"]
		? [...accepted, revision]
		: accepted;
}

/** Newest verified revision of an organisation that was not returned later; null when there is none. */
export function counted(revisions: readonly Raw[]): Raw | null {
	let found: Raw | null = null;
	for (const revision of revisions) {
		if (revision["state"] === "verified") found = revision;
		if (revision["state"] === "returned") found = null;
	}
	return found;
}

/** Units of the list that belongs to the quarter at this place in the series. */
export function registeredIn(dataDir: string, at: number): Raw[] {
	const name = readdirSync(join(dataDir, "register")).sort()[at] ?? "";
	return JSON.parse(readFileSync(join(dataDir, "register", name), "utf8")).units;
}

/** Figures as entered. */
export function enteredIn(dataDir: string, quarter: string): Raw {
	return JSON.parse(readFileSync(join(dataDir, "figures", `${quarter}.json`), "utf8"));
}

/** Number of entries of the audit trail. */
export function auditLength(dataDir: string): number {
	const root = join(dataDir, "audit");
	const files = readdirSync(root).filter((name) => name.endsWith(".jsonl"));
	return files.reduce(
		(sum, name) => sum + readFileSync(join(root, name), "utf8").trim().split("\n").length,
		0,
	);
}
