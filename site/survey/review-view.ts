import { valueText } from "../../core/survey/dialogue/pages.ts";
import { questionOf } from "../../core/survey/dialogue/questions.ts";
import { judgeDraft } from "../../core/survey/dialogue/row.ts";
import type { SurveyDraft } from "../../core/survey/dialogue-types.ts";
import { type Remark, remarks, sentence } from "../../core/survey/messages.ts";
import { quarterLabel, quarterOfInstant } from "../../core/survey/quarter.ts";
import { fieldsOfRule, type RuleCode } from "../../core/survey/rules.ts";
import { element } from "../enhance/element.ts";
import type { SurveyFormData } from "./form-data.ts";
import { questionsOf, sectionsFor } from "./sections.ts";

/** What the review page needs. */
export interface ReviewOptions {
	readonly draft: SurveyDraft;
	readonly data: SurveyFormData;
	readonly now: string;
	/** Errors of the service, besides those found here. */
	readonly errors: readonly Remark[];
	readonly edit: (field: string) => void;
}

/** Everything at a glance, with what is wrong and what to note; each line leads back to its question. */
export function reviewView({ draft, data, now, errors, edit }: ReviewOptions): {
	readonly nodes: readonly Node[];
	readonly sendable: boolean;
} {
	const { survey } = data;
	const judged = judgeDraft(draft, surroundingsOf(draft, now));
	const wrong = remarks(judged.errors, survey);
	const all = [...wrong, ...errors.filter(({ code }) => !wrong.some((other) => other.code === code))];
	const notes = remarks(judged.warnings, survey);
	const line = ({ code, message }: Remark) => {
		const field = fieldOf(code);
		const button = element("button", { type: "button", class: "link-button" }, "去修改");
		if (field) button.addEventListener("click", () => edit(field));
		return element("li", {}, `${message} `, field !== null && button);
	};
	const quarter = String(draft.answers["quarter"] ?? quarterOfInstant(now));
	return {
		sendable: wrong.length === 0,
		nodes: [
			...(all.length === 0
				? []
				: [
						element(
							"div",
							{ class: "note error", role: "alert" },
							element("b", {}, sentence("reviewErrors", survey)),
							element("ul", {}, ...all.map(line)),
						),
					]),
			...(notes.length === 0
				? []
				: [
						element(
							"div",
							{ class: "note" },
							element("b", {}, sentence("reviewWarnings", survey)),
							element("ul", {}, ...notes.map(line)),
						),
					]),
			element(
				"table",
				{ class: "table review-table" },
				element("caption", { class: "visually-hidden" }, sentence("reviewTitle", survey)),
				element(
					"tbody",
					{},
					element(
						"tr",
						{},
						element("th", { scope: "row" }, survey.fields["quarter"]?.label ?? ""),
						element("td", {}, quarterLabel(quarter)),
						element("td", {}),
					),
					...sectionsFor(draft.answers)
						.flatMap((section) => questionsOf(section, draft.answers))
						.map((question) => {
							const { field } = question;
							const label = survey.fields[field]?.label ?? field;
							const change = element(
								"button",
								{ type: "button", class: "link-button", "aria-label": `修改${label}` },
								"修改",
							);
							change.addEventListener("click", () => edit(field));
							return element(
								"tr",
								{},
								element("th", { scope: "row" }, label),
								element("td", {}, valueText(question, draft.answers[field], data, { now })),
								element("td", { class: "num" }, change),
							);
						}),
				),
			),
		],
	};
}

/** The question to look at again for a code; null when there is none. */
export function fieldOf(code: string): string | null {
	const named = /^(?:schema|personal):(\w+)$/.exec(code)?.[1];
	const field = named ?? fieldsOfRule(code as RuleCode)[0];
	return field !== undefined && questionOf(field) !== null ? field : null;
}

/** The browser knows neither sender nor ledger; the service completes both. */
export function surroundingsOf(draft: SurveyDraft, now: string) {
	return {
		now,
		channel: "web",
		submitterRef: "",
		newSubmissionId: draft.submissionId,
		previous: null,
	} as const;
}
