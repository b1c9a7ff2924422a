import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Ghost } from "../../../core/ledger/fold.ts";
import { rememberingParser } from "../../../core/survey/parse-many.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { systemCode } from "../storage-error.ts";
import { parseRowEntry, type RowKey } from "./layout.ts";

/** A tombstone: that something was here, and nothing of what it said. */
export const tombstoneSchema = z.strictObject({
	submissionId: z.string(),
	revisions: z.array(z.strictObject({ revision: z.int(), baseRevision: z.int().optional() })),
	withdrawnAt: z.iso.datetime({ offset: true }),
});
export type Tombstone = z.infer<typeof tombstoneSchema>;

/** What lies in the folder of a row. */
export interface RowFiles {
	readonly revisions: readonly Submission[];
	readonly ghosts: readonly Ghost[];
	readonly tombstones: readonly Tombstone[];
	/** Files that cannot be trusted, with the reason. */
	readonly damaged: readonly { readonly name: string; readonly why: string }[];
	/** Names that mean nothing to us. */
	readonly foreign: readonly string[];
}

/** An empty row. */
export const NO_FILES: RowFiles = { revisions: [], ghosts: [], tombstones: [], damaged: [], foreign: [] };

const parseSubmission = rememberingParser();

/** Reads one revision file's bytes; `why` says what is wrong with them. */
export function parseRevision(
	text: string,
	key: RowKey,
	submissionId: string,
	revision: number,
): { readonly submission: Submission } | { readonly why: string } {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { why: "json" };
	}
	const { submission, errors } = parseSubmission(value);
	if (submission === null) return { why: errors[0] ?? "schema:object" };
	const fits =
		submission.submissionId === submissionId &&
		submission.revision === revision &&
		submission.quarter === key.quarter &&
		submission.orgCode === key.orgCode;
	return fits ? { submission } : { why: "name" };
}

/**
 * Reads a row's folder; a folder that does not exist is an empty row. Synchronous: the files are
 * small, and a quarter of them is read ten times as fast as through the thread pool. Whoever reads
 * many rows lets other work in between.
 */
export function readRowFiles(folder: string, key: RowKey): RowFiles {
	let names: string[];
	try {
		names = readdirSync(folder);
	} catch (error) {
		if (systemCode(error) === "ENOENT") names = [];
		else throw error;
	}
	const revisions: Submission[] = [];
	const ghosts: Ghost[] = [];
	const tombstones: Tombstone[] = [];
	const damaged: { name: string; why: string }[] = [];
	const foreign: string[] = [];
	const entries = names.map((name) => ({ name, entry: parseRowEntry(name) }));
	for (const { name, entry } of entries) {
		if (entry.kind !== "withdrawn") continue;
		const tombstone = parseTombstone(readFileSync(join(folder, name), "utf8"), entry.submissionId);
		if (tombstone === null) damaged.push({ name, why: "tombstone" });
		else tombstones.push(tombstone);
	}
	const withdrawn = new Set(tombstones.map((tombstone) => tombstone.submissionId));
	for (const { submissionId, revisions } of tombstones) {
		for (const revision of revisions) ghosts.push({ submissionId, ...revision, why: "withdrawn" });
	}
	for (const { name, entry } of entries) {
		if (entry.kind === "foreign") foreign.push(name);
		if (entry.kind === "quarantined") ghosts.push({ ...entry, why: "quarantined" });
		// A withdrawal that was interrupted after its tombstone leaves files that no longer count.
		if (entry.kind !== "revision" || withdrawn.has(entry.submissionId)) continue;
		let text: string;
		try {
			text = readFileSync(join(folder, name), "utf8");
		} catch (error) {
			if (systemCode(error) === "ENOENT") continue; // withdrawn between readdir and here
			throw error;
		}
		const result = parseRevision(text, key, entry.submissionId, entry.revision);
		if ("submission" in result) revisions.push(result.submission);
		else damaged.push({ name, why: result.why });
	}
	return { revisions, ghosts, tombstones, damaged, foreign };
}

function parseTombstone(text: string, submissionId: string): Tombstone | null {
	try {
		const tombstone = tombstoneSchema.parse(JSON.parse(text));
		return tombstone.submissionId === submissionId ? tombstone : null;
	} catch {
		return null;
	}
}
