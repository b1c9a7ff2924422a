import type { Submission } from "../survey/submission.ts";

/** A revision whose content is gone: withdrawn, or set aside because its file was damaged. */
export interface Ghost {
	readonly submissionId: string;
	readonly revision: number;
	/** Absent when not known; then it is taken to follow the revision before. */
	readonly baseRevision?: number | undefined;
	readonly why: "withdrawn" | "quarantined";
}

/** Everything known of one organisation in one quarter. */
export interface Row {
	readonly quarter: string;
	readonly orgCode: string;
	/** Newest accepted revision that is still there; null when all are withdrawn. */
	readonly head: Submission | null;
	/** The revision that counts in statistics: the newest verified one that was not returned since. */
	readonly verified: Submission | null;
	/** Accepted revisions, oldest first. */
	readonly history: readonly Submission[];
	/** Revisions made from an outdated base, waiting for staff. */
	readonly conflicts: readonly Submission[];
	readonly ghosts: readonly Ghost[];
	/** Newest accepted revision number, also of one that is gone; null for an empty row. */
	readonly topRevision: number | null;
	/** Number the next revision gets. */
	readonly nextRevision: number;
}

interface Link {
	readonly revision: number;
	readonly base: number | undefined;
	readonly submission: Submission | null;
	readonly unknownBase: boolean;
}

/**
 * The state of a row from its revisions, in whatever order they were read.
 * A revision is accepted when it was made from the newest accepted one; otherwise it
 * waits as a conflict until staff apply it (a later revision of the same id) or set it
 * aside (a later revision of the same id with state `superseded`).
 */
export function foldRow(
	quarter: string,
	orgCode: string,
	revisions: readonly Submission[],
	ghosts: readonly Ghost[] = [],
): Row {
	const links: Link[] = [
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
	const history: Submission[] = [];
	let conflicts: Submission[] = [];
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

function isBasedOn(link: Link, newest: Submission | undefined): boolean {
	return newest !== undefined && link.base === newest.revision;
}

function byArrival(a: Link, b: Link): number {
	return (
		a.revision - b.revision ||
		(a.submission?.submittedAt ?? "").localeCompare(b.submission?.submittedAt ?? "") ||
		(a.submission?.submissionId ?? "").localeCompare(b.submission?.submissionId ?? "")
	);
}

/** A newer correction does not undo a verification until it is looked at; a return does. */
function countedRevision(history: readonly Submission[]): Submission | null {
	for (const submission of history.toReversed()) {
		if (submission.state === "verified") return submission;
		if (submission.state === "returned") return null;
	}
	return null;
}
