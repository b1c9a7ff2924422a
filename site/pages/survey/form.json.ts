import type { APIRoute } from "astro";
import { knowledge } from "../../content/knowledge.ts";
import type { SurveyFormData } from "../../survey/form-data.ts";

/** Questions, messages and streets of the survey form. */
export const GET: APIRoute = () => {
	const { survey, district } = knowledge();
	const data: SurveyFormData = { survey, district: { ...district, deadlines: [], departments: [] } };
	return Response.json(data);
};
