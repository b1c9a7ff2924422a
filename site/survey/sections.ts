import { type Answers, applicable, type Question } from "../../core/survey/dialogue/questions.ts";

/** A page of the form. Which of its questions are asked follows from the answers. */
export interface FormSection {
	readonly id: string;
	readonly title: string;
	readonly fields: readonly string[];
}

/** Pages in the order of the dialogue's questions; a test holds that every question has its place. */
export const SECTIONS: readonly FormSection[] = [
	{
		id: "unit",
		title: "单位",
		fields: ["orgCode", "orgName", "orgKind", "streetCode", "operatingStatus"],
	},
	{
		id: "people",
		title: "人数",
		fields: [
			"employees",
			"fullMembers",
			"probationaryMembers",
			"relationElsewhere",
			"mobileMembers",
			"developedThisYear",
		],
	},
	{
		id: "organisation",
		title: "组织",
		fields: [
			"hasUnion",
			"hasYouthLeague",
			"instructorAssigned",
			"formationMode",
			"partyOrgId",
			"establishedOn",
			"pairedWith",
		],
	},
	{
		id: "reason",
		title: "未建原因和措施",
		fields: [
			"noOrgReason",
			"noOrgNote",
			"measure",
			"measureOwnerPost",
			"measureDue",
			"responsiblePersonContacted",
			"surveyMethod",
			"surveyedOn",
		],
	},
];

/** Questions of a section that the answers so far call for. */
export function questionsOf(section: FormSection, answers: Answers): readonly Question[] {
	const asked = applicable(answers);
	return section.fields.flatMap((field) => asked.find((question) => question.field === field) ?? []);
}

/** Sections that have anything to ask. */
export function sectionsFor(answers: Answers): readonly FormSection[] {
	return SECTIONS.filter((section) => questionsOf(section, answers).length > 0);
}

/** How far the form is: questions answered or skipped, and questions in all. */
export function progressOf(answers: Answers): { readonly done: number; readonly total: number } {
	const asked = SECTIONS.flatMap((section) => questionsOf(section, answers));
	return { done: asked.filter(({ field }) => answers[field] !== undefined).length, total: asked.length };
}

/** The section that holds a field. */
export function sectionOfField(field: string): FormSection | null {
	return SECTIONS.find((section) => section.fields.includes(field)) ?? null;
}
