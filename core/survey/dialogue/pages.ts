import type { Choice, Reply, Surroundings } from "../../assistant/types.ts";
import type { Knowledge } from "../../content/knowledge.ts";
import { adviceFor } from "../advice.ts";
import type { SurveyDraft } from "../dialogue-types.ts";
import { SMALL_UNIT_EMPLOYEES } from "../fields.ts";
import { fillBlanks, remarks, sentence } from "../messages.ts";
import { quarterLabel, quarterOfInstant, shanghaiDate } from "../quarter.ts";
import type { Submission } from "../submission.ts";
import { buttonValue, KEEP, SKIP } from "./buttons.ts";
import { applicable, type Question } from "./questions.ts";
import { optionsOf } from "./read-answer.ts";
import { judgeDraft } from "./row.ts";
import { say } from "./say.ts";

/** What every page of the survey is made from. */
export interface Page {
	readonly draft: SurveyDraft;
	readonly knowledge: Knowledge;
	readonly surroundings: Surroundings;
	/** Said before the page itself: what went wrong, or that the survey goes on. */
	readonly before?: readonly string[];
}

/** Notice and consent. */
export function consentPage({ draft, knowledge: { survey }, surroundings, before = [] }: Page): Reply {
	const quarter = quarterLabel(quarterOfInstant(surroundings.now));
	const prompt = sentence("consentPrompt", survey, { quarter });
	return say({
		headline: before[0] ?? prompt,
		paragraphs: [...before.slice(1), ...survey.notice, ...(before.length > 0 ? [prompt] : [])],
		choices: [
			{ label: sentence("consentAgree", survey), value: buttonValue(draft, "consent", "yes") },
			{ label: sentence("consentDecline", survey), value: buttonValue(draft, "consent", "no") },
		],
	});
}

/** One question with its progress, hint and buttons. */
export function questionPage(
	question: Question,
	{ draft, knowledge, surroundings, before = [] }: Page,
): Reply {
	const { survey } = knowledge;
	const wording = survey.fields[question.field];
	const asked = applicable(draft.answers).filter(({ field }) => field !== "quarter");
	const at = asked.findIndex(({ field }) => field === question.field);
	const progress =
		at < 0 || draft.editing ? "" : sentence("progress", survey, { step: at + 1, total: asked.length });
	const heading = draft.editing ? sentence("editPrompt", survey, { label: wording?.label ?? "" }) : progress;
	const prompt = `${heading}${wording?.question ?? question.field}`;
	const small =
		question.field === "fullMembers" && Number(draft.answers.employees) <= SMALL_UNIT_EMPLOYEES
			? [sentence("smallUnit", survey)]
			: [];
	const notes = [...before, ...small];
	const hint = wording?.hint === undefined ? [] : [wording.hint];
	return say({
		headline: notes[0] ?? prompt,
		paragraphs: [...notes.slice(1), ...(notes.length > 0 ? [prompt] : []), ...hint],
		choices: questionChoices(question, { draft, knowledge, surroundings }),
	});
}

function questionChoices(question: Question, { draft, knowledge, surroundings }: Page): readonly Choice[] {
	const { survey } = knowledge;
	const { field } = question;
	const choices: Choice[] = [];
	const kept = draft.prefill?.[field];
	if (kept !== undefined) {
		const value = valueText(question, kept, knowledge, surroundings);
		choices.push({
			label: sentence("keep", survey, { value: value.length > 30 ? `${value.slice(0, 30)}…` : value }),
			value: buttonValue(draft, field, KEEP),
		});
	}
	for (const option of optionsOf(question, knowledge, shanghaiDate(surroundings.now))) {
		choices.push({ label: option.label, value: buttonValue(draft, field, option.value) });
	}
	if (question.optional) {
		const label = sentence(question.answer.kind === "partyOrgId" ? "unknownOrgId" : "skip", survey);
		choices.push({ label, value: buttonValue(draft, field, SKIP) });
	}
	return choices;
}

/** An answer as a person reads it. */
export function valueText(
	question: Question,
	value: string | number | boolean | null | undefined,
	knowledge: Pick<Knowledge, "district" | "survey">,
	surroundings: Pick<Surroundings, "now">,
): string {
	if (value === null || value === undefined) {
		return sentence(question.answer.kind === "partyOrgId" ? "unknownOrgId" : "notFilled", knowledge.survey);
	}
	const raw = typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
	if (question.answer.kind === "date") {
		const [year, month, day] = raw.split("-").map(Number);
		return `${year}年${month}月${day}日`;
	}
	if (question.answer.kind === "quarter") return quarterLabel(raw);
	const options = optionsOf(question, knowledge, shanghaiDate(surroundings.now));
	return options.find((option) => option.value === raw)?.label ?? raw;
}

/** Fields as listed for review, in order; the number a person types is the position + 1. */
export function reviewed({ answers }: SurveyDraft): readonly Question[] {
	return applicable(answers);
}

/** Everything at a glance, with what is wrong and what to note. */
export function reviewPage({ draft, knowledge, surroundings, before = [] }: Page): Reply {
	const { survey } = knowledge;
	const { errors, warnings } = judgeDraft(draft, surroundings);
	const lines = reviewed(draft).map((question, index) => {
		const label = survey.fields[question.field]?.label ?? question.field;
		return `${index + 1}. ${label}：${valueText(question, draft.answers[question.field], knowledge, surroundings)}`;
	});
	const blocks = [{ title: before.length > 0 ? sentence("reviewTitle", survey) : null, lines }];
	if (errors.length > 0) {
		const wrong = remarks(errors, survey).map(({ code, message }) => `${code}：${message}`);
		blocks.push({ title: sentence("reviewErrors", survey), lines: wrong });
	}
	if (warnings.length > 0) {
		const notes = remarks(warnings, survey).map(({ code, message }) => `${code}：${message}`);
		blocks.push({ title: sentence("reviewWarnings", survey), lines: notes });
	}
	if (errors.length === 0) blocks.push({ title: null, lines: [sentence("reviewPrompt", survey)] });
	return say({
		headline: before[0] ?? sentence("reviewTitle", survey),
		paragraphs: before.slice(1),
		blocks,
		choices: [
			...(errors.length > 0
				? []
				: [{ label: sentence("send", survey), value: buttonValue(draft, "review", "send") }]),
			...reviewed(draft).map(({ field }, index) => ({
				label: `${index + 1}. ${survey.fields[field]?.label ?? field}`,
				value: buttonValue(draft, "review", `edit.${field}`),
			})),
			{ label: sentence("cancel", survey), value: buttonValue(draft, "review", "cancel") },
		],
	});
}

/** Receipt with number, remarks explained, and what the decision table suggests for this unit. */
export function receiptPage(submission: Submission, page: Page): Reply {
	const { draft, knowledge, surroundings } = page;
	const { survey } = knowledge;
	const { warnings } = judgeDraft(draft, surroundings);
	const blocks: { title: string | null; lines: readonly string[] }[] = [];
	if (warnings.length > 0) {
		const lines = remarks(warnings, survey).map(({ code, message }) => `${code}：${message}`);
		blocks.push({ title: sentence("warningsHead", survey), lines });
	}
	const advice = adviceFor(submission, knowledge);
	if (advice !== null) {
		const line =
			advice.kind === "ask"
				? sentence("suggestionAsk", survey, { question: advice.prompt })
				: sentence("suggestion", survey, { outcome: advice.name });
		blocks.push({ title: sentence("suggestionHead", survey), lines: [line] });
	}
	const remind = surroundings.channel === "telegram";
	if (remind) blocks.push({ title: null, lines: [sentence("remindOffer", survey)] });
	const links =
		advice === null
			? []
			: advice.kind === "outcome"
				? [{ label: advice.title, url: advice.url }]
				: advice.options.map(({ answer, name, url }) => ({ label: `${answer}：${name}`, url }));
	return say({
		headline: sentence("receiptHead", survey, {
			name: submission.orgName,
			quarter: quarterLabel(submission.quarter),
		}),
		paragraphs: [
			sentence("receiptNumber", survey, { id: submission.submissionId }),
			sentence("receiptNext", survey),
		],
		blocks,
		links: links.length === 0 ? undefined : { title: sentence("suggestionLink", survey), links },
		url: advice?.kind === "outcome" ? advice.url : null,
		choices: remind
			? [
					{ label: sentence("remindYes", survey), value: buttonValue(draft, "remind", "on") },
					{ label: sentence("remindNo", survey), value: buttonValue(draft, "remind", "off") },
				]
			: [],
	});
}

/** A message of `messages` with its blanks. */
export function explanation(
	code: string,
	blanks: Readonly<Record<string, string | number>>,
	{ survey }: Pick<Knowledge, "survey">,
): string {
	return fillBlanks(remarks([code], survey)[0]?.message ?? code, blanks);
}
