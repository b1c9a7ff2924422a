/**
 * The closed word lists shared by content, core, site and bot.
 * Plain constants without zod, so that browser code may import them.
 */

/** What a person wants when they write to the assistant. */
export const INTENTS = [
	"formation",
	"procedure",
	"materials",
	"member-development",
	"rating",
	"training",
	"cases",
	"survey",
	"transfer",
	"coverage",
	"contact",
	"out-of-scope",
] as const;
export type Intent = (typeof INTENTS)[number];

/** Every conclusion the decision table can reach, except the question `ask`. */
export const OUTCOME_CODES = [
	"single-branch",
	"general-branch",
	"primary-committee",
	"project-branch",
	"temporary-branch",
	"mobile-branch",
	"transfer-first",
	"joint-branch-area",
	"joint-branch-industry",
	"joint-branch-lead",
	"affiliated",
	"instructor",
	"adjust-or-dissolve",
	"maintain",
	"refer-other-domain",
] as const;
export type OutcomeCode = (typeof OUTCOME_CODES)[number];

/** The three modes of the office, and work coverage that is none of them. */
export const MODES = ["single", "cluster", "affiliated", "work-only"] as const;
export type Mode = (typeof MODES)[number];
export const MODE_LABELS: Readonly<Record<Mode, string>> = {
	single: "单独式",
	cluster: "集聚式",
	affiliated: "挂靠式",
	"work-only": "仅工作覆盖",
};

/** The six forms of the office, and those the regulations add. */
export const FORMS = [
	"single",
	"joint-area",
	"joint-industry",
	"joint-lead",
	"affiliated",
	"instructor",
	"project",
	"temporary",
	"mobile",
] as const;
export type Form = (typeof FORMS)[number];
export const FORM_LABELS: Readonly<Record<Form, string>> = {
	single: "单独组建",
	"joint-area": "区域联建",
	"joint-industry": "行业统建",
	"joint-lead": "龙头带建",
	affiliated: "挂靠组建",
	instructor: "驻派帮建",
	project: "项目党支部",
	temporary: "临时党支部",
	mobile: "流动党员党支部",
};

/** Kinds of organisation a case is about. */
export const ORG_KINDS = ["enterprise", "social-org", "individual-business"] as const;
export type CaseOrgKind = (typeof ORG_KINDS)[number];
export const ORG_KIND_LABELS: Readonly<Record<CaseOrgKind, string>> = {
	enterprise: "企业",
	"social-org": "社会组织",
	"individual-business": "个体工商户",
};

/** Shelves of the guide collection, in the order of the contents page. */
export const GUIDE_GROUPS = [
	"establish",
	"elections",
	"development",
	"survey",
	"rating",
	"training",
	"transfer",
	"difficulties",
] as const;
export type GuideGroup = (typeof GUIDE_GROUPS)[number];
export const GUIDE_GROUP_LABELS: Readonly<Record<GuideGroup, string>> = {
	establish: "建立",
	elections: "选举换届",
	development: "发展党员",
	survey: "排查台账",
	rating: "星级创评",
	training: "教育培训",
	transfer: "组织关系",
	difficulties: "问题与困难",
};

/** How far a statement reaches: a national rule, this district's rule, or an example to adapt. */
export const JURISDICTIONS = ["national", "local", "example"] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];
export const JURISDICTION_LABELS: Readonly<Record<Jurisdiction, string>> = {
	national: "全国规定",
	local: "本地口径",
	example: "示例，可调整",
};

/** Whether a statement still holds. */
export const STATUSES = ["in-force", "superseded", "example"] as const;
export type Status = (typeof STATUSES)[number];

/** Readers a page is written for: the four doors of the home page. */
export const AUDIENCES = ["owner", "secretary", "member", "staff"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Groups of `office/asked.yaml` that are no guides: what belongs elsewhere, and what the table decides. */
export const NO_GUIDE = ["off-topic", "formation"] as const;

/** What is refused, whoever asks. */
export const REFUSALS = [
	"refuse-privacy",
	"refuse-fabrication",
	"refuse-injection",
	"refuse-opinion",
] as const;
export type Refusal = (typeof REFUSALS)[number];
/** Whether a group of questions is one of those that are refused. */
export const isRefusal = (id: string): id is Refusal => REFUSALS.some((refusal) => refusal === id);

/** Groups of `office/refused.yaml`: what only looks as if it were to be refused, and the refusals. */
export const REFUSED_GROUPS = ["harmless", ...REFUSALS] as const;
