/** One revision of one organisation's quarterly survey, as stored. Field meanings: see `schema.ts`. */
export interface Submission {
	readonly submissionId: string;
	readonly revision: number;
	readonly baseRevision?: number | undefined;
	readonly channel: "telegram" | "web" | "terminal" | "import";
	readonly submitterRef: string;
	readonly submittedAt: string;
	readonly state: "submitted" | "verified" | "returned" | "superseded" | "withdrawn";
	/** Why staff returned it; only with state `returned`. */
	readonly returnReason?: string | undefined;
	readonly quarter: string;
	readonly orgCode: string;
	readonly orgName: string;
	readonly orgKind: "enterprise" | "social_org" | "individual_business";
	readonly streetCode: string;
	readonly operatingStatus: "active" | "suspended" | "closed" | "moved_out" | "not_found";
	readonly employees: number;
	readonly fullMembers: number;
	readonly probationaryMembers: number;
	readonly relationElsewhere?: number | undefined;
	readonly mobileMembers?: number | undefined;
	readonly developedThisYear?: number | undefined;
	readonly hasUnion: boolean;
	readonly hasYouthLeague: boolean;
	readonly instructorAssigned: boolean;
	readonly formationMode:
		| "none"
		| "standalone"
		| "joint_area"
		| "joint_industry"
		| "joint_lead"
		| "affiliated"
		| "mobile"
		| "temporary";
	readonly pairedWith?: boolean | undefined;
	readonly partyOrgId?: string | undefined;
	readonly establishedOn?: string | undefined;
	readonly noOrgReason?:
		| "members_lt_3"
		| "turnover"
		| "needs_communication"
		| "newly_registered"
		| "abnormal"
		| "relations_elsewhere"
		| "other"
		| undefined;
	readonly noOrgNote?: string | undefined;
	readonly measure?:
		| {
				readonly text: string;
				readonly ownerPost?: string | undefined;
				readonly due?: string | undefined;
		  }
		| undefined;
	readonly responsiblePersonContacted?: boolean | undefined;
	readonly surveyMethod: "visit" | "phone" | "on_site" | "self_report" | "registry";
	readonly surveyedOn: string;
	readonly consentVersion: string;
}
