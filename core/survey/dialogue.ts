import type { Conversation, Message, Surroundings, Turn } from "../assistant/types.ts";
import type { Knowledge } from "../content/knowledge.ts";
import type { SurveyWording } from "../content/survey-wording.ts";
import { parseButton, tagOf } from "./dialogue/buttons.ts";
import type { Page } from "./dialogue/pages.ts";
import { say } from "./dialogue/say.ts";
import { blankDraft, isExpired, isUnderWay, type Step } from "./dialogue/step.ts";
import { answerByButton, answerByText, cancelSurvey, currentPage, goBack, start } from "./dialogue/steps.ts";
import { confirmWithdrawal, keepSubmission, startWithdrawal } from "./dialogue/withdrawal.ts";
import type { SurveyDraft } from "./dialogue-types.ts";
import { sentence } from "./messages.ts";

/** Longest text taken as an answer, in characters; the shells refuse longer messages earlier. */
const TEXT_MAX = 1_000;

/** One turn of the survey: a pure function of the message, the conversation and the surroundings. */
export function surveyTurn(
	message: Message,
	conversation: Conversation,
	knowledge: Knowledge,
	surroundings: Surroundings,
): Turn {
	const step = takeStep(message, conversation.draft, knowledge, surroundings);
	return {
		replies: step.replies,
		conversation: {
			...conversation,
			draft: step.draft,
			pending: null,
			intent: "survey",
			turn: conversation.turn + 1,
		},
		effects: step.effects ?? [],
	};
}

function takeStep(
	message: Message,
	draft: SurveyDraft | null,
	knowledge: Knowledge,
	surroundings: Surroundings,
): Step {
	const { survey } = knowledge;
	const page: Page = { draft: draft ?? blankDraft(surroundings), knowledge, surroundings };
	if (draft !== null && isExpired(draft, survey.draftDays, surroundings.now)) {
		const expired = sentence("expired", survey, { days: survey.draftDays });
		if (message.kind !== "command") return { draft: null, replies: [say({ headline: expired })] };
		if (message.name === "survey") return start(knowledge, surroundings, [expired]);
		return takeStep(message, null, knowledge, surroundings);
	}
	if (message.kind === "choice") return press(message.value, page, draft);
	if (message.kind === "command" && message.name === "withdraw") {
		return startWithdrawal(message.argument, page, draft);
	}
	if (message.kind === "command" && message.name === "survey") {
		if (!isUnderWay(draft)) return start(knowledge, surroundings, []);
		const before = [sentence("resume", survey), sentence("resumeHint", survey)];
		return { draft, replies: [currentPage({ ...page, before }, draft.at !== "withdraw")] };
	}
	if (!isUnderWay(draft)) return { draft, replies: [say({ headline: sentence("nothingToCancel", survey) })] };
	const repeat = (before: string): Step => ({ draft, replies: [currentPage({ ...page, before: [before] })] });
	switch (message.kind) {
		case "command":
			if (draft.at === "withdraw") return keepSubmission(page);
			return message.name === "cancel" ? cancelSurvey(page) : goBack(page);
		case "attachment":
			return repeat(sentence("attachment", survey));
		case "text": {
			const name = spokenCommand(message.text, survey);
			if (name !== null)
				return takeStep({ kind: "command", name, argument: "" }, draft, knowledge, surroundings);
			if (message.text.length > TEXT_MAX) return repeat(sentence("tooLong", survey, { max: TEXT_MAX }));
			if (message.text.trim() === "") return repeat(sentence("empty", survey));
			return draft.at === "withdraw"
				? confirmWithdrawal(message.text, page)
				: answerByText(message.text, page);
		}
	}
}

/** The command that a whole message says in words. */
function spokenCommand(text: string, { spoken }: SurveyWording): "back" | "cancel" | null {
	const said = text.trim().replace(/[。！!]$/u, "");
	if (spoken.back.includes(said)) return "back";
	return spoken.cancel.includes(said) ? "cancel" : null;
}

/** A pressed button: of this draft and this question, else the person is told that it is an old one. */
function press(value: string, page: Page, draft: SurveyDraft | null): Step {
	const { survey } = page.knowledge;
	const button = parseButton(value);
	if (button?.at === "remind") {
		const on = button.value === "on";
		return {
			draft,
			replies: [say({ headline: sentence(on ? "remindOn" : "remindOff", survey) })],
			effects: [{ kind: "reminders", on }],
		};
	}
	if (draft === null || button === null || button.tag !== tagOf(draft)) {
		const old = sentence("staleSurvey", survey);
		if (!isUnderWay(draft)) return { draft, replies: [say({ headline: old })] };
		return { draft, replies: [currentPage({ ...page, before: [old] })] };
	}
	if (draft.at === "sent") {
		return { draft, replies: [say({ headline: sentence("sent", survey, { id: draft.submissionId }) })] };
	}
	if (button.at === "resume") return start(page.knowledge, page.surroundings, []);
	if (button.at !== draft.at) {
		return { draft, replies: [currentPage({ ...page, before: [sentence("staleButton", survey)] })] };
	}
	return draft.at === "withdraw" ? confirmWithdrawal(button.value, page) : answerByButton(button.value, page);
}
