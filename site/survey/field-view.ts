import type { Question } from "../../core/survey/dialogue/questions.ts";
import { optionsOf } from "../../core/survey/dialogue/read-answer.ts";
import { element, icon } from "../enhance/element.ts";
import type { SurveyFormData } from "./form-data.ts";

const WARNING = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-13.5v5.5m0 3v.5";
/** More options than this are a drop-down list. */
const MOST_BUTTONS = 8;

/** One question of the form with its control, hint and error line. */
export interface Field {
	readonly node: HTMLElement;
	readonly question: Question;
	/** What was typed or ticked. */
	text(): string;
	/** Shows or clears the sentence under the field. */
	complain(message: string | null): void;
	focus(): void;
}

/** Builds the control that fits the kind of answer. */
export function fieldView(
	question: Question,
	value: string | number | boolean | null | undefined,
	data: SurveyFormData,
	today: string,
): Field {
	const { field } = question;
	const wording = data.survey.fields[field];
	const error = element("p", { class: "field-error", id: `${field}-error`, hidden: true });
	const hint = wording?.hint && element("p", { class: "field-hint", id: `${field}-hint` }, wording.hint);
	const given =
		value === null || value === undefined
			? ""
			: typeof value === "boolean"
				? value
					? "yes"
					: "no"
				: String(value);
	const describedBy = [hint ? `${field}-hint` : "", `${field}-error`].filter(Boolean).join(" ");
	const options = optionsOf(question, data, today);
	const optional = question.optional && element("span", { class: "field-optional" }, "可不填");
	if (options.length > 0 && options.length <= MOST_BUTTONS) {
		const group = element(
			"fieldset",
			{ class: "question", "aria-describedby": describedBy },
			element("legend", {}, wording?.question ?? field, optional),
			element(
				"div",
				{ class: options.length > 3 ? "options many" : "options" },
				...options.map((option) =>
					element(
						"label",
						{ class: "check" },
						element("input", {
							type: "radio",
							name: field,
							value: option.value,
							checked: option.value === given,
						}),
						element("span", {}, option.label),
					),
				),
			),
			hint || null,
			error,
		);
		const inputs = () => Array.from(group.querySelectorAll("input"));
		return {
			node: group,
			question,
			text: () => inputs().find((input) => input.checked)?.value ?? "",
			complain: (message) => show(error, message, inputs()),
			focus: () => (inputs().find((input) => input.checked) ?? inputs()[0])?.focus(),
		};
	}
	const control =
		options.length > 0
			? element(
					"select",
					{ class: "field", id: field, name: field, "aria-describedby": describedBy },
					element("option", { value: "" }, "请选择"),
					...options.map((option) =>
						element("option", { value: option.value, selected: option.value === given }, option.label),
					),
				)
			: textControl(question, given, describedBy);
	return {
		node: element(
			"div",
			{ class: "question" },
			element("label", { for: field }, wording?.question ?? field, optional),
			hint || null,
			control,
			error,
		),
		question,
		text: () => control.value,
		complain: (message) => show(error, message, [control]),
		focus: () => control.focus(),
	};
}

function textControl({ field, answer }: Question, value: string, describedBy: string) {
	const common = {
		class: "field",
		id: field,
		name: field,
		"aria-describedby": describedBy,
		autocomplete: "off",
	};
	if (answer.kind === "text" && answer.maximum > 60) {
		const area = element("textarea", { ...common, rows: 3 });
		area.value = value;
		return area;
	}
	return element("input", {
		...common,
		type: "text",
		class: answer.kind === "count" || answer.kind === "date" ? "field short" : "field",
		inputmode: answer.kind === "count" ? "numeric" : "text",
		autocapitalize: answer.kind === "code" ? "characters" : "off",
		spellcheck: "false",
		value,
	});
}

function show(error: HTMLElement, message: string | null, controls: readonly HTMLElement[]): void {
	error.hidden = message === null;
	error.replaceChildren(...(message === null ? [] : [icon(WARNING), element("span", {}, message)]));
	for (const control of controls) {
		if (message === null) control.removeAttribute("aria-invalid");
		else control.setAttribute("aria-invalid", "true");
	}
}
