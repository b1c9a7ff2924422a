import type { Knowledge } from "../../core/content/knowledge.ts";
import type { SurveyWording } from "../../core/content/survey-wording.ts";
import { adviceFor } from "../../core/survey/advice.ts";
import { sentence } from "../../core/survey/messages.ts";
import type { Submission } from "../../core/survey/submission.ts";
import { element } from "../enhance/element.ts";

/** What the decision table suggests for the unit, with the page that explains it; nothing when the rules cannot be had. */
export async function adviceNodes(submission: Submission, survey: SurveyWording): Promise<Node[]> {
	try {
		const response = await fetch("/assistant/knowledge.json");
		const advice = adviceFor(submission, (await response.json()) as Knowledge);
		if (advice === null) return [];
		const heading = element("h2", {}, sentence("suggestionHead", survey));
		if (advice.kind === "ask") {
			return [
				heading,
				element("p", {}, sentence("suggestionAsk", survey, { question: advice.prompt })),
				element("p", {}, element("a", { href: "/assistant/" }, "到“问一问”接着问")),
			];
		}
		return [
			heading,
			element("p", {}, sentence("suggestion", survey, { outcome: advice.name })),
			element(
				"p",
				{},
				sentence("suggestionLink", survey),
				"：",
				element("a", { href: advice.url }, advice.title),
			),
		];
	} catch {
		return [];
	}
}
