import type { Submission } from "../survey/submission.ts";

/** A revision whose content is gone: withdrawn, or set aside because its file was damaged. */
export interface Ghost {
	readonly submissionId: string;
	readonly revision: number;
	/** Absent when not known; then it is taken to follow the revision before. */
	readonly baseRevision?: number | undefined;
	readonly why: "withdrawn" | "quarantined";
}

/** Fields that a fold reads; whoever needs no others can do without the rest. */
export const FOLD_FIELDS = ["submissionId", "revision", "baseRevision", "state"] as const;
/** A revision with at least those. */
export type Foldable = Pick<Submission, (typeof FOLD_FIELDS)[number]>;

/** Everything known of one organisation in one quarter. `S`: as much of each revision as was read. */
export interface Row<S extends Foldable = Submission> {
	readonly quarter: string;
	readonly orgCode: string;
	/** Newest accepted revision that is still there; null when all are withdrawn. */
	readonly head: S | null;
	/** The revision that counts in statistics: the newest verified one that was not returned since. */
	readonly verified: S | null;
	/** Accepted revisions, oldest first. */
	readonly history: readonly S[];
	/** Revisions made from an outdated base, waiting for staff. */
	readonly conflicts: readonly S[];
	readonly ghosts: readonly Ghost[];
	/** Newest accepted revision number, also of one that is gone; null for an empty row. */
	readonly topRevision: number | null;
	/** Number the next revision gets. */
	readonly nextRevision: number;
}

interface Link<S> {
	readonly revision: number;
	readonly base: number | undefined;
	readonly submission: S | null;
	readonly unknownBase: boolean;
}

/**
 * The state of a row from its revisions, in whatever order they were read.
 * A revision is accepted when it was made from the newest accepted one; otherwise it
 * waits as a conflict until staff apply it (a later revision of the same id) or set it
 * aside (a later revision of the same id with state `superseded`).
 */
export function foldRow<S extends Foldable>(
	quarter: string,
	orgCode: string,
	revisions: readonly S[],
	ghosts: readonly Ghost[] = [],
): Row<S> {
	if (ghosts.length === 0 && isChain(revisions)) return chainRow(quarter, orgCode, revisions);
	const links: Link<S>[] = [
		...revisions.map((submission) => ({
			revision: submission.revision,
			base: submission.baseRevision,
			submission,
			unknownBase: false,
		})),
		...ghosts.map((ghost) => ({
			revision: ghost.revision,
			base: ghost.baseRevision,
			submission: null,
			unknownBase: ghost.why === "quarantined",
		})),
	].sort(byArrival);
	/** Newest accepted revision, gone or not. A revision made from it or from the newest one still there is accepted. */
	let top: number | undefined;
	const history: S[] = [];
	let conflicts: S[] = [];
	for (const link of links) {
		if (link.submission?.state === "superseded") {
			const { submissionId } = link.submission;
			conflicts = conflicts.filter((waiting) => waiting.submissionId !== submissionId);
			continue;
		}
		if (top === undefined || link.unknownBase || link.base === top || isBasedOn(link, history.at(-1))) {
			top = link.revision;
			if (link.submission === null) continue;
			const { submissionId } = link.submission;
			history.push(link.submission);
			conflicts = conflicts.filter((waiting) => waiting.submissionId !== submissionId);
		} else if (link.submission !== null) {
			conflicts.push(link.submission);
		}
	}
	const head = history.at(-1) ?? null;
	return {
		quarter,
		orgCode,
		head,
		verified: countedRevision(history),
		history,
		conflicts,
		ghosts,
		topRevision: top ?? null,
		nextRevision: Math.max(0, ...links.map((link) => link.revision)) + 1,
	};
}

/** Whether each revision was made from the one before it, as in nearly every row: then all are accepted as they stand. */
function isChain(revisions: readonly Foldable[]): boolean {
	let before: Foldable | undefined;
	for (const revision of revisions) {
		if (revision.state === "superseded") return false;
		if (before !== undefined && revision.baseRevision !== before.revision) return false;
		before = revision;
	}
	return before !== undefined;
}

function chainRow<S extends Foldable>(quarter: string, orgCode: string, revisions: readonly S[]): Row<S> {
	const head = revisions.at(-1) ?? null;
	return {
		quarter,
		orgCode,
		head,
		verified: countedRevision(revisions),
		history: revisions,
		conflicts: [],
		ghosts: [],
		topRevision: head?.revision ?? null,
		nextRevision: (head?.revision ?? 0) + 1,
	};
}

function isBasedOn(link: Link<Foldable>, newest: Foldable | undefined): boolean {
	return newest !== undefined && link.base === newest.revision;
}

function byArrival(a: Link<Foldable>, b: Link<Foldable>): number {
	// Numbers are unlike, unless somebody has put two ledgers together by hand.
	return (
		a.revision - b.revision ||
		(a.submission?.submissionId ?? "").localeCompare(b.submission?.submissionId ?? "")
	);
}

/** A newer correction does not undo a verification until it is looked at; a return does. */
function countedRevision<S extends Foldable>(history: readonly S[]): S | null {
	const newest = history.findLast(({ state }) => state === "verified" || state === "returned");
	return newest?.state === "verified" ? newest : null;
}
