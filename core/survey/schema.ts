import { z } from "zod";
import { parseCreditCode } from "./credit-code.ts";
import {
	CHANNELS,
	COUNT_MAX,
	FORMATION_MODES,
	NO_ORG_REASONS,
	NOTE_MAX,
	OPERATING_STATUSES,
	ORG_KIND_VALUES,
	ORG_NAME_MAX,
	PARTY_ORG_ID_PATTERN,
	POST_MAX,
	STATES,
	SUBMITTER_REF_PATTERN,
	SURVEY_METHODS,
	ULID_PATTERN,
} from "./fields.ts";
import { QUARTER_PATTERN } from "./quarter.ts";
import type { Submission } from "./submission.ts";
import { safeText } from "./text-schema.ts";

const count = z.int().min(0).max(COUNT_MAX);

/** 一企一策: what is planned, which post answers for it, until when. A bare text is taken as `text`. */
const measure = z.preprocess(
	(value) => (typeof value === "string" ? { text: value } : value),
	z.strictObject({
		text: safeText(1, NOTE_MAX),
		/** A post, never a name. */
		ownerPost: safeText(2, POST_MAX).optional(),
		due: z.iso.date().optional(),
	}),
);

const fields = z.strictObject({
	/** ULID; also the idempotency key. */
	submissionId: z.string().regex(ULID_PATTERN),
	/** 1 for the first file of a row (organisation and quarter), then one more each. */
	revision: z.int().min(1).max(99_999),
	/** Revision this one was made from; absent at revision 1. */
	baseRevision: z.int().min(1).max(99_998).optional(),
	channel: z.enum(CHANNELS),
	/** HMAC-SHA-256 in hex of the chat id, browser key or staff name. */
	submitterRef: z.string().regex(SUBMITTER_REF_PATTERN),
	submittedAt: z.iso.datetime({ offset: true }),
	state: z.enum(STATES),
	/** Why staff returned it; only with state `returned`. */
	returnReason: safeText(2, NOTE_MAX).optional(),
	/** 填报季度. */
	quarter: z.string().regex(QUARTER_PATTERN),
	/** 统一社会信用代码 in normal form. */
	orgCode: z.string().transform((value, context) => {
		const result = parseCreditCode(value);
		if (result.ok) return result.code;
		context.addIssue({ code: "custom", message: result.problem });
		return z.NEVER;
	}),
	/** 组织名称. */
	orgName: safeText(2, ORG_NAME_MAX),
	orgKind: z.enum(ORG_KIND_VALUES),
	/** Code of a street of the district; whether it exists is checked against content. */
	streetCode: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
	operatingStatus: z.enum(OPERATING_STATUSES),
	/** 职工总数: everyone working there. */
	employees: count,
	/** 正式党员 working here, wherever their relation is. */
	fullMembers: count,
	/** 预备党员 working here. */
	probationaryMembers: count,
	/** Part of `fullMembers` whose relation is elsewhere; absent means 0. */
	relationElsewhere: count.optional(),
	mobileMembers: count.optional(),
	developedThisYear: count.optional(),
	hasUnion: z.boolean(),
	hasYouthLeague: z.boolean(),
	instructorAssigned: z.boolean(),
	formationMode: z.enum(FORMATION_MODES),
	/** 结对共建: help, never coverage. */
	pairedWith: z.boolean().optional(),
	/** Absent means 不清楚; staff fill it when verifying. */
	partyOrgId: z.string().regex(PARTY_ORG_ID_PATTERN).max(40).optional(),
	establishedOn: z.iso.date().optional(),
	noOrgReason: z.enum(NO_ORG_REASONS).optional(),
	noOrgNote: safeText(1, NOTE_MAX).optional(),
	measure: measure.optional(),
	/** 是否已与负责人沟通, unit level. */
	responsiblePersonContacted: z.boolean().optional(),
	surveyMethod: z.enum(SURVEY_METHODS),
	surveyedOn: z.iso.date(),
	consentVersion: z.string().min(1).max(40),
});

/** Names of all fields of a submission. */
export const SUBMISSION_FIELDS = Object.keys(fields.shape) as readonly (keyof Submission)[];

/** Schema of each field. */
export const FIELD_SCHEMAS = fields.shape;

/** What fields must fulfil together, and which of them is to blame. */
export const JOINT_RULES: readonly {
	readonly field: keyof Submission;
	readonly holds: (value: Submission) => boolean;
}[] = [
	{ field: "baseRevision", holds: (value) => value.revision > 1 || value.baseRevision === undefined },
	{ field: "baseRevision", holds: (value) => (value.baseRevision ?? 0) < value.revision },
	{ field: "relationElsewhere", holds: (value) => (value.relationElsewhere ?? 0) <= value.fullMembers },
	{ field: "returnReason", holds: (value) => value.returnReason === undefined || value.state === "returned" },
];

/** One revision of one organisation's quarterly survey. Unknown keys are rejected. */
export const submissionSchema = JOINT_RULES.reduce(
	(schema, { field, holds }) => schema.refine(holds, { path: [field] }),
	fields,
);

export interface ParsedSubmission {
	/** The whole submission when every field is well formed. */
	readonly submission: Submission | null;
	/** The fields that are well formed, so that rules can still be judged on them. */
	readonly wellFormed: Partial<Submission>;
	/** `schema:<field>` for each violation, in the order of the schema; unknown keys as `schema:unknown:<key>`. */
	readonly errors: readonly string[];
}

/** Parses anything; never throws. */
export function parseSubmission(input: unknown): ParsedSubmission {
	if (typeof input !== "object" || input === null || Array.isArray(input)) {
		return { submission: null, wellFormed: {}, errors: ["schema:object"] };
	}
	// JSON has no undefined, but a form may carry null or "" for "not answered" in optional fields only.
	const given = input as Readonly<Record<string, unknown>>;
	const result = submissionSchema.safeParse(given);
	if (result.success) return { submission: result.data, wellFormed: result.data, errors: [] };
	const errors: string[] = [];
	const wellFormed: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(fields.shape)) {
		const parsed = field.safeParse(given[name]);
		if (!parsed.success) errors.push(`schema:${name}`);
		else if (parsed.data !== undefined) wellFormed[name] = parsed.data;
	}
	for (const key of Object.keys(given)) {
		if (!Object.hasOwn(fields.shape, key)) errors.push(`schema:unknown:${key.slice(0, 40)}`);
	}
	for (const issue of result.error.issues) {
		const code = `schema:${String(issue.path[0] ?? "object")}`;
		if (issue.code === "custom" && !errors.includes(code)) errors.push(code);
	}
	return { submission: null, wellFormed: wellFormed as Partial<Submission>, errors };
}
