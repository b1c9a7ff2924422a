import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Ghost } from "../../../core/ledger/fold.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { systemCode } from "../storage-error.ts";

/** Raised when the form of the index changes; an index of another version is rebuilt. */
const INDEX_VERSION = 2;

/** What the index knows of one row's folder. */
export interface IndexLine {
	readonly orgCode: string;
	/** Modification time of the folder when it was read; 0 when it had not settled. */
	readonly modified: number;
	readonly revisions: readonly Submission[];
	readonly ghosts: readonly Ghost[];
}

/** A revision as what differs from the one before it, with the names of the fields that it no longer has. */
type Change = readonly [changed: Partial<Submission>, gone: readonly string[]];

/** A line as stored: a verification repeats its submission but for three fields, so only the first is whole. */
interface StoredLine extends Omit<IndexLine, "revisions"> {
	readonly first?: Submission;
	readonly changes?: readonly Change[];
}

interface StoredIndex {
	readonly index: number;
	readonly quarter: string;
	readonly rows: readonly StoredLine[];
}

/** Reads a quarter's index; empty when there is none, or when it is torn or of another version. */
export async function readIndex(path: string, quarter: string): Promise<ReadonlyMap<string, IndexLine>> {
	let stored: StoredIndex;
	try {
		// The file is ASCII, see below: a byte is a character, and nothing has to be decoded.
		stored = JSON.parse((await readFile(path)).toString("latin1")) as StoredIndex;
	} catch (error) {
		if (systemCode(error) === "ENOENT" || error instanceof SyntaxError) return new Map();
		throw error;
	}
	if (stored.index !== INDEX_VERSION || stored.quarter !== quarter) return new Map();
	return new Map(stored.rows.map((line) => [line.orgCode, unpack(line)]));
}

/** Writes a quarter's index: JSON, a row a line. A failure harms nobody: it is derived. */
export async function writeIndex(
	path: string,
	quarter: string,
	lines: ReadonlyMap<string, IndexLine>,
): Promise<void> {
	const temporary = `${path}.${process.pid}.tmp`;
	const rows = [...lines.values()].map((line) => ascii(JSON.stringify(pack(line))));
	const text = `{"index":${INDEX_VERSION},"quarter":"${quarter}","rows":[\n${rows.join(",\n")}\n]}\n`;
	try {
		await mkdir(dirname(path), { recursive: true, mode: 0o700 });
		await writeFile(temporary, text, { mode: 0o600, encoding: "latin1" });
		await rename(temporary, path);
	} catch (error) {
		if (systemCode(error) === "") throw error;
	}
}

/** JSON without a character beyond ASCII: read five times as fast as text that must be decoded. */
function ascii(json: string): string {
	return json.replaceAll(
		/[\u0080-\uffff]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}

function pack({ orgCode, modified, revisions, ghosts }: IndexLine): StoredLine {
	const [first] = revisions;
	if (first === undefined) return { orgCode, modified, ghosts };
	const changes = revisions.slice(1).map((revision, at) => changeBetween(revisions[at] ?? first, revision));
	return { orgCode, modified, ghosts, first, changes };
}

function unpack({ orgCode, modified, ghosts, first, changes = [] }: StoredLine): IndexLine {
	if (first === undefined) return { orgCode, modified, ghosts, revisions: [] };
	const revisions = [first];
	let last = first;
	for (const [changed, gone] of changes) {
		last = { ...last, ...changed };
		if (gone.length > 0)
			last = Object.fromEntries(
				Object.entries(last).filter(([name]) => !gone.includes(name)),
			) as unknown as Submission;
		revisions.push(last);
	}
	return { orgCode, modified, ghosts, revisions };
}

function changeBetween(before: Submission, after: Submission): Change {
	const known = new Map(Object.entries(before));
	const changed = Object.entries(after).filter(
		([name, value]) => JSON.stringify(known.get(name)) !== JSON.stringify(value),
	);
	const gone = [...known.keys()].filter((name) => !Object.hasOwn(after, name));
	return [Object.fromEntries(changed) as Partial<Submission>, gone];
}
