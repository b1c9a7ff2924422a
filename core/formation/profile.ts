import type { OutcomeCode } from "../content/vocabulary.ts";

/** What the asker's organisation is. `outside` is governed by other regulations. */
export type OrgKind = "two-new" | "cluster" | "outside";
/** What the organisation is wanted for. */
export type Task = "standing" | "project" | "adhoc";
/** Party organisation that exists already for the group counted in `fullMembers`. */
export type Existing =
	| "none"
	| "branch"
	| "joint"
	| "affiliated"
	| "general-branch"
	| "committee"
	| "temporary";
/** Somebody to form an organisation with. */
export type Support = "area" | "industry" | "lead" | "host";
/** Whether relations that are elsewhere can be moved here. */
export type Transferable = "yes" | "no" | "unknown";

/**
 * Facts about the asker's organisation; `null` means not stated.
 * Slot names are those of `npm run -s decide`.
 */
export interface Profile {
	readonly orgKind: OrgKind | null;
	readonly task: Task | null;
	readonly existing: Existing | null;
	/** 正式党员 working here, wherever their relation is. */
	readonly fullMembers: number | null;
	/** 预备党员 working here. */
	readonly probationary: number | null;
	/** Part of `fullMembers` whose formal relation is elsewhere. */
	readonly relationElsewhere: number | null;
	readonly transferable: Transferable | null;
	/** Months the project or task lasts. */
	readonly durationMonths: number | null;
	/** `[]` means nobody is willing; `null` not stated. */
	readonly support: readonly Support[] | null;
	/** Full members of all units that would share, asker included. */
	readonly jointFull: number | null;
	/** Only meaningful for an existing temporary branch. */
	readonly taskEnded: boolean | null;
}
export type Slot = keyof Profile;
export const SLOTS = [
	"orgKind",
	"task",
	"existing",
	"fullMembers",
	"probationary",
	"relationElsewhere",
	"transferable",
	"durationMonths",
	"support",
	"jointFull",
	"taskEnded",
] as const satisfies readonly Slot[];

/** Nothing stated. */
export const EMPTY_PROFILE: Profile = {
	orgKind: null,
	task: null,
	existing: null,
	fullMembers: null,
	probationary: null,
	relationElsewhere: null,
	transferable: null,
	durationMonths: null,
	support: null,
	jointFull: null,
	taskEnded: null,
};

/** Slot the table may ask for next. */
export type AskableSlot = "fullMembers" | "durationMonths" | "support";

/** What the table says for a profile. Exactly one row matches any profile. */
export interface Decision {
	/** Row id, e.g. `R30`. */
	readonly row: string;
	readonly outcome: OutcomeCode | "ask";
	/** Next question when `outcome` is `ask`, else null. */
	readonly ask: AskableSlot | null;
	/** Note ids, in the order of the table. */
	readonly notes: readonly string[];
}
