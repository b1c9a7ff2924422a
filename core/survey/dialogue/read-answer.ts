import type { Knowledge } from "../../content/knowledge.ts";
import { foldWidth, toSimplified } from "../../language/normalize.ts";
import { normaliseCreditCode, parseCreditCode } from "../credit-code.ts";
import { PARTY_ORG_ID_PATTERN } from "../fields.ts";
import { previousQuarter, quarterLabel, quarterOfDate } from "../quarter.ts";
import { characterCount, hasUnsafeCharacter } from "../safe-text.ts";
import type { Question } from "./questions.ts";
import { readCount } from "./read-count.ts";
import { readDate } from "./read-date.ts";

/** A button of a question: what it says and what it answers. */
export interface Option {
	readonly value: string;
	readonly label: string;
}

export type AnswerResult =
	| { readonly ok: true; readonly value: string | number | boolean }
	/** Key of `messages` with its blanks. */
	| {
			readonly ok: false;
			readonly problem: string;
			readonly blanks: Readonly<Record<string, string | number>>;
	  };

const YES = new Set([
	"有",
	"是",
	"是的",
	"有的",
	"对",
	"嗯",
	"yes",
	"y",
	"已经",
	"已有",
	"做过",
	"沟通过",
	"1",
]);
const NO = new Set([
	"没有",
	"没",
	"无",
	"否",
	"不是",
	"不",
	"no",
	"n",
	"还没有",
	"还没",
	"未",
	"没有过",
	"2",
	"0",
]);

/** Buttons of a question. */
export function optionsOf(
	question: Question,
	{ district, survey }: Pick<Knowledge, "district" | "survey">,
	today: string,
): readonly Option[] {
	switch (question.answer.kind) {
		case "street":
			return district.streets.map(({ code, name }) => ({ value: code, label: name }));
		case "quarter": {
			const current = quarterOfDate(today);
			return [current, previousQuarter(current)].map((value) => ({ value, label: quarterLabel(value) }));
		}
		default:
			return survey.fields[question.field]?.choices ?? [];
	}
}

const wrong = (problem: string, blanks: Readonly<Record<string, string | number>> = {}): AnswerResult => ({
	ok: false,
	problem,
	blanks,
});

/** Reads the text of an answer; what cannot be understood for certain is asked again, never guessed. */
export function readAnswer(
	question: Question,
	text: string,
	knowledge: Pick<Knowledge, "district" | "survey">,
	today: string,
): AnswerResult {
	const { answer } = question;
	switch (answer.kind) {
		case "code": {
			const result = parseCreditCode(text);
			if (result.ok) return { ok: true, value: result.code };
			return wrong(`code:${result.problem}`, { length: characterCount(normaliseCreditCode(text)) });
		}
		case "text": {
			if (hasUnsafeCharacter(text.trim().replaceAll("\n", " "))) return wrong("text:unsafe");
			const value = text
				.normalize("NFC")
				.trim()
				.replaceAll(/\s*\n\s*/g, " ");
			const length = characterCount(value);
			if (length < answer.minimum) return wrong("text:short");
			return length > answer.maximum ? wrong("text:long", { max: answer.maximum }) : { ok: true, value };
		}
		case "count": {
			const result = readCount(text);
			if (result.ok) return result;
			return wrong(`number:${result.problem}`, { text: text.trim().slice(0, 20) });
		}
		case "boolean": {
			const folded = foldAnswer(text);
			if (YES.has(folded)) return { ok: true, value: true };
			return NO.has(folded) ? { ok: true, value: false } : wrong("choice:unclear");
		}
		case "partyOrgId": {
			const value = foldWidth(text).replaceAll(/\s/g, "").toUpperCase();
			return PARTY_ORG_ID_PATTERN.test(value) && value.length <= 40
				? { ok: true, value }
				: wrong("partyOrgId:unclear");
		}
		case "date": {
			const result = readDate(text, today, answer.future);
			return result.ok ? { ok: true, value: result.date } : wrong(`date:${result.problem}`);
		}
		case "choice":
		case "street":
		case "quarter":
			return readOption(text, optionsOf(question, knowledge, today));
	}
}

function foldAnswer(text: string): string {
	return toSimplified(foldWidth(text))
		.toLowerCase()
		.replaceAll(/[\s。，,.!！]/g, "");
}

/** By number, by label, or by the one label that contains or is contained in the text. */
function readOption(text: string, options: readonly Option[]): AnswerResult {
	const folded = foldAnswer(text);
	if (folded === "") return wrong("choice:unclear");
	const number = /^\d{1,2}$/.test(folded) ? options[Number(folded) - 1] : undefined;
	const exact = options.find(({ value, label }) => foldAnswer(label) === folded || value === folded);
	const near = options.filter(({ label }) => {
		const known = foldAnswer(label);
		return (
			folded.length >= 2 && !/[不没非未]/.test(folded) && (known.includes(folded) || folded.includes(known))
		);
	});
	const found = exact ?? number ?? (near.length === 1 ? near[0] : undefined);
	return found === undefined ? wrong("choice:unclear") : { ok: true, value: found.value };
}
