import type { Question } from "../../core/survey/dialogue/questions.ts";
import { readAnswer } from "../../core/survey/dialogue/read-answer.ts";
import { fillBlanks, messageOf, sentence } from "../../core/survey/messages.ts";
import { findPersonalData } from "../../core/survey/personal-data.ts";
import type { SurveyFormData } from "./form-data.ts";

/** What a field holds after it was read: an answer, nothing (skipped), or a sentence that says what to do. */
export type FieldResult =
	| { readonly ok: true; readonly value: string | number | boolean | null }
	| { readonly ok: false; readonly message: string };

/** Reads what was typed or ticked with the dialogue's own reader and its messages. */
export function checkField(
	question: Question,
	text: string,
	data: SurveyFormData,
	today: string,
): FieldResult {
	if (text.trim() === "") {
		if (question.optional) return { ok: true, value: null };
		const { label = "" } = data.survey.fields[question.field] ?? {};
		const chosen = question.answer.kind === "choice" || question.answer.kind === "boolean";
		return { ok: false, message: chosen ? `请选择${label}。` : `请填写${label}。` };
	}
	const kinds = question.answer.kind === "code" ? [] : findPersonalData(text).map(({ kind }) => kind);
	if (kinds.length > 0) {
		const known = data.survey.messages[`personal:${question.field}`];
		const named = [...new Set(kinds)].map((kind) => data.survey.kinds?.[kind] ?? kind).join("、");
		return {
			ok: false,
			message: known ?? `这里有个人信息（${named}），请删去后只写单位情况。`,
		};
	}
	const result = readAnswer(question, text, data, today);
	if (result.ok) return { ok: true, value: result.value };
	return { ok: false, message: fillBlanks(messageOf(result.problem, data.survey), result.blanks) };
}

/** Warning for a unit so small that its counts may point to a person; null for others. */
export function smallUnitNote(employees: unknown, limit: number, data: SurveyFormData): string | null {
	return typeof employees === "number" && employees <= limit ? sentence("webSmallUnit", data.survey) : null;
}
