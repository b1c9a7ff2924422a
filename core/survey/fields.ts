/**
 * What each field of the survey may hold, without zod so that the web form and
 * the dialogue can share it. `schema.ts` builds the zod schema from the same lists.
 */
export const CHANNELS = ["telegram", "web", "terminal", "import"] as const;
export const STATES = ["submitted", "verified", "returned", "superseded", "withdrawn"] as const;
export const ORG_KIND_VALUES = ["enterprise", "social_org", "individual_business"] as const;
export const OPERATING_STATUSES = ["active", "suspended", "closed", "moved_out", "not_found"] as const;
export const FORMATION_MODES = [
	"none",
	"standalone",
	"joint_area",
	"joint_industry",
	"joint_lead",
	"affiliated",
	"mobile",
	"temporary",
] as const;
export const NO_ORG_REASONS = [
	"members_lt_3",
	"turnover",
	"needs_communication",
	"newly_registered",
	"abnormal",
	"relations_elsewhere",
	"other",
] as const;
export const SURVEY_METHODS = ["visit", "phone", "on_site", "self_report", "registry"] as const;

/** Longest `orgName`, in characters. */
export const ORG_NAME_MAX = 60;
/** Longest note, measure or return reason, in characters. */
export const NOTE_MAX = 200;
/** Longest name of a post. */
export const POST_MAX = 40;
/** Larger counts are typing errors: no employer has that many people. */
export const COUNT_MAX = 9_999_999;
/** Number of a Party organisation, from the list kept by staff. */
export const PARTY_ORG_ID_PATTERN = /^PO-[A-Z0-9]+$/;
/** Crockford base 32, 26 characters, first one at most 7 (48 bits of time). */
export const ULID_PATTERN = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
/** Keyed hash of the sender. */
export const SUBMITTER_REF_PATTERN = /^[0-9a-f]{64}$/;

/** Fields that hold a count of people. */
export const COUNT_FIELDS = [
	"employees",
	"fullMembers",
	"probationaryMembers",
	"relationElsewhere",
	"mobileMembers",
	"developedThisYear",
] as const;
export type CountField = (typeof COUNT_FIELDS)[number];

/** Fields that hold yes or no. */
export const BOOLEAN_FIELDS = [
	"hasUnion",
	"hasYouthLeague",
	"instructorAssigned",
	"pairedWith",
	"responsiblePersonContacted",
] as const;
export type BooleanField = (typeof BOOLEAN_FIELDS)[number];

/** Fields that hardly ever say the same in two units: what reads many need not look for equal values. */
export const UNLIKE_FIELDS: ReadonlySet<string> = new Set([
	"submissionId",
	"submitterRef",
	"submittedAt",
	"orgCode",
	"orgName",
	"noOrgNote",
]);

/** Units with this many employees or fewer are surveyed by visit and masked in lists. */
export const SMALL_UNIT_EMPLOYEES = 5;
