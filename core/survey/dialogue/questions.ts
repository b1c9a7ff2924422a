import type { SurveyDraft } from "../dialogue-types.ts";
import {
	FORMATION_MODES,
	NO_ORG_REASONS,
	OPERATING_STATUSES,
	ORG_KIND_VALUES,
	SURVEY_METHODS,
} from "../fields.ts";

/** Answers of a draft; null means skipped or not known. */
export type Answers = SurveyDraft["answers"];

/** How an answer is read. */
export type AnswerKind =
	| { readonly kind: "code" }
	| { readonly kind: "text"; readonly minimum: number; readonly maximum: number }
	| { readonly kind: "count" }
	| { readonly kind: "boolean" }
	| { readonly kind: "choice"; readonly values: readonly string[] }
	| { readonly kind: "street" }
	| { readonly kind: "quarter" }
	| { readonly kind: "partyOrgId" }
	| { readonly kind: "date"; readonly future: boolean };

export interface Question {
	/** Key in the draft and in `office/survey.yaml`. */
	readonly field: string;
	readonly answer: AnswerKind;
	readonly optional: boolean;
	/** Whether the answers so far make this question meaningful. */
	readonly applies: (answers: Answers) => boolean;
}

const always = () => true;
const organised = (answers: Answers) =>
	answers.formationMode !== undefined && answers.formationMode !== "none";
const unorganised = (answers: Answers) => answers.formationMode === "none";
const active = (answers: Answers) => answers.operatingStatus === "active";
const positive = (value: Answers[string] | undefined) => typeof value === "number" && value > 0;
const hasMembers = (answers: Answers) =>
	positive(answers.fullMembers) || positive(answers.probationaryMembers);
const hasMeasure = (answers: Answers) =>
	unorganised(answers) && active(answers) && typeof answers.measure === "string";
/** Staff at the terminal say how they know; in chat and on the web the unit reports itself today. */
const byStaff = (answers: Answers) => answers.channel === "terminal";

const count = (field: string, optional: boolean, applies: Question["applies"] = always): Question => ({
	field,
	answer: { kind: "count" },
	optional,
	applies,
});
const yesNo = (field: string, optional: boolean, applies: Question["applies"] = always): Question => ({
	field,
	answer: { kind: "boolean" },
	optional,
	applies,
});

/** All questions in the order of asking. */
export const QUESTIONS: readonly Question[] = [
	{ field: "orgCode", answer: { kind: "code" }, optional: false, applies: always },
	{ field: "orgName", answer: { kind: "text", minimum: 2, maximum: 60 }, optional: false, applies: always },
	{ field: "orgKind", answer: { kind: "choice", values: ORG_KIND_VALUES }, optional: false, applies: always },
	{ field: "streetCode", answer: { kind: "street" }, optional: false, applies: always },
	{
		field: "operatingStatus",
		answer: { kind: "choice", values: OPERATING_STATUSES },
		optional: false,
		applies: always,
	},
	count("employees", false),
	count("fullMembers", false),
	count("probationaryMembers", false),
	count("relationElsewhere", true, (answers) => positive(answers.fullMembers)),
	count("mobileMembers", true, hasMembers),
	count("developedThisYear", true, hasMembers),
	yesNo("hasUnion", false),
	yesNo("hasYouthLeague", false),
	yesNo("instructorAssigned", false),
	{
		field: "formationMode",
		answer: { kind: "choice", values: FORMATION_MODES },
		optional: false,
		applies: always,
	},
	{ field: "partyOrgId", answer: { kind: "partyOrgId" }, optional: true, applies: organised },
	{ field: "establishedOn", answer: { kind: "date", future: false }, optional: false, applies: organised },
	{
		field: "noOrgReason",
		answer: { kind: "choice", values: NO_ORG_REASONS },
		optional: false,
		applies: (answers) => unorganised(answers) && active(answers),
	},
	{
		field: "noOrgNote",
		answer: { kind: "text", minimum: 2, maximum: 200 },
		optional: false,
		applies: (answers) => unorganised(answers) && active(answers) && answers.noOrgReason === "other",
	},
	{
		field: "measure",
		answer: { kind: "text", minimum: 2, maximum: 200 },
		optional: true,
		applies: (answers) => unorganised(answers) && active(answers),
	},
	{
		field: "measureOwnerPost",
		answer: { kind: "text", minimum: 2, maximum: 40 },
		optional: true,
		applies: hasMeasure,
	},
	{ field: "measureDue", answer: { kind: "date", future: true }, optional: true, applies: hasMeasure },
	yesNo("responsiblePersonContacted", true, (answers) => unorganised(answers) && active(answers)),
	yesNo("pairedWith", true),
	{
		field: "surveyMethod",
		answer: { kind: "choice", values: SURVEY_METHODS },
		optional: false,
		applies: byStaff,
	},
	{ field: "surveyedOn", answer: { kind: "date", future: false }, optional: false, applies: byStaff },
	/** Asked only from the review page: it is this quarter unless somebody says otherwise. */
	{ field: "quarter", answer: { kind: "quarter" }, optional: false, applies: always },
];

/** Questions that the answers so far call for, in order. */
export function applicable(answers: Answers): readonly Question[] {
	return QUESTIONS.filter((question) => question.applies(answers));
}

/** The first question without an answer; null when the review page is due. */
export function nextQuestion(answers: Answers): Question | null {
	return applicable(answers).find((question) => answers[question.field] === undefined) ?? null;
}

export function questionOf(field: string): Question | null {
	return QUESTIONS.find((question) => question.field === field) ?? null;
}

/** The question before `field` among those asked; null at the first. `review` is after the last one. */
export function questionBefore(field: string, answers: Answers): Question | null {
	const asked = applicable(answers).filter((question) => question.field !== "quarter");
	const at = asked.findIndex((question) => question.field === field);
	return (at < 0 ? asked.at(-1) : asked[at - 1]) ?? null;
}
