import type { Reply, Surroundings } from "../../assistant/types.ts";
import type { Knowledge } from "../../content/knowledge.ts";
import { parseCreditCode } from "../credit-code.ts";
import type { SurveyDraft } from "../dialogue-types.ts";
import { sentence } from "../messages.ts";
import { findPersonalData } from "../personal-data.ts";
import { quarterOfInstant, shanghaiDate } from "../quarter.ts";
import { judge } from "../rules.ts";
import { buttonValue, KEEP, SKIP } from "./buttons.ts";
import {
	consentPage,
	explanation,
	type Page,
	questionPage,
	receiptPage,
	reviewed,
	reviewPage,
} from "./pages.ts";
import { applyPrefill, prefillFrom } from "./prefill.ts";
import { nextQuestion, type Question, questionBefore, questionOf } from "./questions.ts";
import { type AnswerResult, optionsOf, readAnswer } from "./read-answer.ts";
import { judgeDraft, rowOf, submissionOf } from "./row.ts";
import { say } from "./say.ts";
import { blankDraft, type Step } from "./step.ts";
import { withdrawPage } from "./withdraw-page.ts";

/** A new survey: the notice comes first. */
export function start(knowledge: Knowledge, surroundings: Surroundings, before: readonly string[]): Step {
	const prefill = prefillFrom(surroundings.previous);
	const draft = { ...blankDraft(surroundings), ...(prefill === undefined ? {} : { prefill }) };
	return { draft, replies: [consentPage({ draft, knowledge, surroundings, before })] };
}

/** The page a draft is at, so that anything unexpected ends with the question that is open. */
export function currentPage(page: Page, resuming = false): Reply {
	const { draft, knowledge } = page;
	const reply = pageAt(page);
	if (!resuming) return reply;
	const label = sentence("startOver", knowledge.survey);
	return { ...reply, choices: [...reply.choices, { label, value: buttonValue(draft, "resume", "restart") }] };
}

function pageAt(page: Page): Reply {
	const { draft } = page;
	if (draft.at === "consent") return consentPage(page);
	if (draft.at === "withdraw") return withdrawPage(draft.withdrawing ?? "", page);
	const question = questionOf(draft.at);
	return question === null ? reviewPage(page) : questionPage(question, page);
}

/** Goes to the first open question, or to the review page. */
function proceed(draft: SurveyDraft, page: Page, before: readonly string[] = []): Step {
	const question = nextQuestion(draft.answers);
	const next = { ...draft, at: question?.field ?? "review", editing: false };
	return { draft: next, replies: [currentPage({ ...page, draft: next, before })] };
}

/** Leaves the survey without a trace. */
export function cancelSurvey({ knowledge: { survey } }: Page): Step {
	return { draft: null, replies: [say({ headline: sentence("cancelled", survey) })] };
}

/** One step back: to the question before, or from an edit to the review page. */
export function goBack(page: Page): Step {
	const { draft, knowledge } = page;
	if (draft.editing) return proceed(draft, page);
	const question = questionBefore(draft.at, draft.answers);
	if (question === null) {
		const first = sentence("nothingToGoBack", knowledge.survey);
		return { draft, replies: [currentPage({ ...page, before: [first] })] };
	}
	const next = { ...draft, at: question.field, editing: false };
	return { draft: next, replies: [currentPage({ ...page, draft: next })] };
}

/** A pressed button of the page that is open. */
export function answerByButton(value: string, page: Page): Step {
	const { draft, knowledge, surroundings } = page;
	if (draft.at === "consent") return answerConsent(value === "yes", page);
	if (draft.at === "review") return answerReview(value, page);
	const question = questionOf(draft.at);
	if (question === null) return proceed(draft, page);
	if (value === SKIP && question.optional) return record(question, null, page);
	const kept = draft.prefill?.[question.field];
	if (value === KEEP && kept !== undefined) return record(question, kept, page);
	const known = optionsOf(question, knowledge, shanghaiDate(surroundings.now)).some(
		(one) => one.value === value,
	);
	if (!known) {
		return {
			draft,
			replies: [currentPage({ ...page, before: [sentence("staleButton", knowledge.survey)] })],
		};
	}
	return record(question, question.answer.kind === "boolean" ? value === "yes" : value, page);
}

const YES = /^(?:同意|好的?|是的?|开始|可以|yes|y|1|同意，?开始填写)[。！!]?$/i;
const NO = /^(?:不同意|不|否|不填|算了|no|n|2)[。！!]?$/i;

/** A typed answer to the page that is open. */
export function answerByText(text: string, page: Page): Step {
	const { draft, knowledge, surroundings } = page;
	const { survey } = knowledge;
	const repeat = (...before: readonly string[]): Step => ({
		draft,
		replies: [currentPage({ ...page, before })],
	});
	const trimmed = text.trim();
	const isCode = draft.at === "orgCode" && parseCreditCode(text).ok;
	const findings = isCode ? [] : findPersonalData(text);
	if (findings.length > 0) {
		const kinds = [...new Set(findings.map(({ kind }) => survey.kinds[kind] ?? kind))].join("、");
		return repeat(sentence("personal", survey, { kinds }));
	}
	if (draft.at === "consent") {
		if (YES.test(trimmed)) return answerConsent(true, page);
		return NO.test(trimmed) ? answerConsent(false, page) : repeat(sentence("consentUnclear", survey));
	}
	if (draft.at === "review") return answerReview(trimmed, page);
	const question = questionOf(draft.at);
	if (question === null) return proceed(draft, page);
	const skip = [sentence("skip", survey), sentence("unknownOrgId", survey), "不知道", "不清楚", "跳过"];
	if (question.optional && skip.includes(trimmed)) return record(question, null, page);
	const result = readAnswer(question, text, knowledge, shanghaiDate(surroundings.now));
	return result.ok
		? record(question, result.value, page)
		: repeat(explain(result, page), sentence("resumeHint", survey));
}

function explain(result: Exclude<AnswerResult, { ok: true }>, { knowledge }: Page): string {
	return explanation(result.problem, result.blanks, knowledge);
}

function answerConsent(agreed: boolean, page: Page): Step {
	const { draft, knowledge, surroundings } = page;
	const { survey } = knowledge;
	if (!agreed) return { draft: null, replies: [say({ headline: sentence("consentDeclined", survey) })] };
	const answers = {
		...draft.answers,
		quarter: draft.answers.quarter ?? quarterOfInstant(surroundings.now),
		channel: surroundings.channel,
	};
	const before = draft.prefill === undefined ? [] : [sentence("keepOffer", survey)];
	return proceed({ ...draft, consentVersion: survey.consentVersion, answers }, page, before);
}

/** Takes an answer unless it contradicts the earlier ones; then it is explained and asked again. */
function record(question: Question, value: string | number | boolean | null, page: Page): Step {
	const { draft, knowledge } = page;
	const answers = { ...draft.answers, [question.field]: value };
	const next = question.field === "orgCode" ? applyPrefill({ ...draft, answers }) : { ...draft, answers };
	const contradiction = draft.editing ? null : contradicts(question, next);
	if (contradiction !== null) {
		const explained = explanation(contradiction, {}, knowledge);
		return { draft, replies: [currentPage({ ...page, before: [explained] })] };
	}
	return proceed(next, page);
}

/** The first code that a new answer breaks together with those given before; missing answers come later. */
function contradicts(question: Question, { answers }: SurveyDraft): string | null {
	const row = rowOf(answers);
	const { field } = question;
	const elsewhere = (row.relationElsewhere ?? 0) > (row.fullMembers ?? 0);
	if (field === "relationElsewhere" && elsewhere) return "schema:relationElsewhere";
	const at: Readonly<Record<string, readonly string[]>> = {
		employees: ["R1"],
		fullMembers: ["R1"],
		probationaryMembers: ["R1"],
		mobileMembers: ["R2"],
		establishedOn: ["R9"],
		noOrgReason: ["R5"],
	};
	return judge(row).errors.find((code) => at[field]?.includes(code)) ?? null;
}

/** The review page: send, cancel, or change one answer by its button or its number. */
function answerReview(value: string, page: Page): Step {
	const { draft, knowledge, surroundings } = page;
	const { survey } = knowledge;
	if (value === "cancel" || value === sentence("cancel", survey)) return cancelSurvey(page);
	const fields = reviewed(draft);
	const number = /^\d{1,2}$/.test(value) ? fields[Number(value) - 1] : undefined;
	const named = fields.find(
		({ field }) => value === `edit.${field}` || value === survey.fields[field]?.label,
	);
	const question = number ?? named;
	if (question !== undefined) {
		const next = { ...draft, at: question.field, editing: true };
		return { draft: next, replies: [currentPage({ ...page, draft: next })] };
	}
	const sending = value === "send" || value === sentence("send", survey) || value === "提交";
	const complete = nextQuestion(draft.answers) === null && draft.consentVersion !== null;
	if (!sending || !complete || judgeDraft(draft, surroundings).errors.length > 0) {
		const before = sending ? [] : [explanation("choice:unclear", {}, knowledge)];
		return proceed(draft, page, before);
	}
	const submission = submissionOf(draft, surroundings);
	return {
		draft: { ...blankDraft(surroundings), submissionId: draft.submissionId, at: "sent" },
		replies: [receiptPage(submission, page)],
		effects: [{ kind: "submit", submission }],
	};
}
