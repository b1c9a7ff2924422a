import type { District } from "../../core/content/office.ts";
import type { SurveyWording } from "../../core/content/survey-wording.ts";

/** `/survey/form.json`: questions, messages and streets. */
export interface SurveyFormData {
	readonly survey: SurveyWording;
	readonly district: District;
}

/** Loads the wording of the form. */
export async function loadFormData(): Promise<SurveyFormData> {
	const response = await fetch("/survey/form.json");
	if (!response.ok) throw new Error(`${response.status} /survey/form.json`);
	return (await response.json()) as SurveyFormData;
}
