import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Row } from "../../../core/ledger/fold.ts";
import { isCreditCode } from "../../../core/survey/credit-code.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { systemCode } from "../storage-error.ts";
import { type IndexLine, readIndex, writeIndex } from "./index-file.ts";
import type { Layout } from "./layout.ts";
import { foldFiles } from "./plan-submit.ts";
import { readRowFiles } from "./read-row.ts";

/**
 * A folder changed this shortly before it was read may change again within the same tick of
 * the file system's clock: it is read again next time.
 */
const SETTLED_AFTER_MS = 2_000;
/** Quarters kept in memory, those used last: work is about one and the one before; a report over years must not hold all. */
const KEPT_QUARTERS = 2;
/** Folders looked at before other work gets its turn. */
const SLICE = 250;

/** A damaged file met while reading: the store sets it aside. */
export interface DamagedFile {
	readonly quarter: string;
	readonly orgCode: string;
	readonly name: string;
	readonly why: string;
}

export interface QuarterRows {
	readonly rows: readonly Row[];
	readonly damaged: readonly DamagedFile[];
}

/**
 * Rows of a quarter by way of a derived index `index/<quarter>.json`. The folders decide: a
 * folder whose modification time is not the one in the index is read again, and the index
 * can be deleted at any time.
 */
export class QuarterIndex {
	readonly #layout: Layout;
	readonly #cache = new Map<string, ReadonlyMap<string, IndexLine>>();

	constructor(layout: Layout) {
		this.#layout = layout;
	}

	async load(quarter: string, { rebuild = false } = {}): Promise<QuarterRows> {
		const folder = join(this.#layout.submissions, quarter);
		const known = rebuild
			? new Map()
			: (this.#cache.get(quarter) ?? (await readIndex(this.#path(quarter), quarter)));
		const lines = new Map<string, IndexLine>();
		const damaged: DamagedFile[] = [];
		let changed = rebuild;
		for (const [at, orgCode] of listFolder(folder).entries()) {
			if (at % SLICE === SLICE - 1) await new Promise((resolve) => setImmediate(resolve));
			const line = known.get(orgCode);
			if (line === undefined && !isCreditCode(orgCode)) continue;
			const modified = modifiedAt(`${folder}/${orgCode}`);
			if (line !== undefined && line.modified === modified && modified !== 0) {
				lines.set(orgCode, line);
				continue;
			}
			changed = true;
			const files = readRowFiles(join(folder, orgCode), { quarter, orgCode });
			for (const file of files.damaged) damaged.push({ quarter, orgCode, ...file });
			const settled = files.damaged.length === 0 && Date.now() - modified > SETTLED_AFTER_MS;
			lines.set(orgCode, {
				orgCode,
				modified: settled ? modified : 0,
				revisions: files.revisions,
				ghosts: files.ghosts,
			});
		}
		changed ||= lines.size !== known.size;
		this.#keep(quarter, lines);
		if (changed) await writeIndex(this.#path(quarter), quarter, lines);
		const rows = [...lines.values()]
			.map((line) => foldFiles({ quarter, orgCode: line.orgCode }, { ...EMPTY, ...line }))
			.filter((row) => row.topRevision !== null)
			.sort((a, b) => (a.orgCode < b.orgCode ? -1 : 1));
		return { rows, damaged };
	}

	/** Rows as of the last `load`, without looking at the disk; null when there was none or it is not kept. */
	remembered(quarter: string): readonly Submission[] | null {
		const lines = this.#cache.get(quarter);
		return lines === undefined ? null : [...lines.values()].flatMap((line) => line.revisions);
	}

	#keep(quarter: string, lines: ReadonlyMap<string, IndexLine>): void {
		// A map keeps the order of insertion: the one used longest ago stands first.
		this.#cache.delete(quarter);
		this.#cache.set(quarter, lines);
		for (const oldest of [...this.#cache.keys()].slice(0, -KEPT_QUARTERS)) this.#cache.delete(oldest);
	}

	#path(quarter: string): string {
		return join(this.#layout.index, `${quarter}.json`);
	}
}

const EMPTY = { tombstones: [], damaged: [], foreign: [] };

/** Names in a folder; none when it does not exist. */
export function listFolder(folder: string): readonly string[] {
	try {
		return readdirSync(folder);
	} catch (error) {
		if (systemCode(error) === "ENOENT") return [];
		throw error;
	}
}

/** Modification time in milliseconds; 0 when the folder is gone. */
function modifiedAt(folder: string): number {
	return statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
