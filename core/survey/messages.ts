import type { SurveyWording } from "../content/survey-wording.ts";

/** A code with its Chinese sentence, which says what to do. */
export interface Remark {
	readonly code: string;
	readonly message: string;
}

/** Replaces `{blanks}`; a blank without a value stays as it is. */
export function fillBlanks(text: string, values: Readonly<Record<string, string | number>>): string {
	return text.replaceAll(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank));
}

/** The sentence of a code; `schema:unknown:<key>` names the key. */
export function messageOf(code: string, wording: Pick<SurveyWording, "messages">): string {
	const unknown = /^schema:unknown:(.*)$/s.exec(code);
	const text =
		wording.messages[unknown ? "schema:unknown" : code] ?? wording.messages["schema:object"] ?? code;
	return fillBlanks(text, { key: unknown?.[1] ?? "" });
}

/** Codes with their sentences, in order. */
export function remarks(
	codes: readonly string[],
	wording: Pick<SurveyWording, "messages">,
): readonly Remark[] {
	return codes.map((code) => ({ code, message: messageOf(code, wording) }));
}

/** A fixed sentence of `office/survey.yaml` with its blanks filled. */
export function sentence(
	key: string,
	wording: Pick<SurveyWording, "sentences">,
	values: Readonly<Record<string, string | number>> = {},
): string {
	const text = wording.sentences[key];
	if (text === undefined) throw new RangeError(`office/survey.yaml has no sentence ${key}`);
	return fillBlanks(text, values);
}
