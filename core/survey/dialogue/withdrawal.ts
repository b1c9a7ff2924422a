import type { SurveyDraft } from "../dialogue-types.ts";
import { ULID_PATTERN } from "../fields.ts";
import { sentence } from "../messages.ts";
import type { Page } from "./pages.ts";
import { say } from "./say.ts";
import { isUnderWay, type Step } from "./step.ts";
import { currentPage } from "./steps.ts";

/** `/withdraw [number]`: the number given, else what was sent from here last; to be confirmed. */
export function startWithdrawal(argument: string, page: Page, draft: SurveyDraft | null): Step {
	const { knowledge, surroundings } = page;
	const { survey } = knowledge;
	const given = argument.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase();
	if (given !== "" && !ULID_PATTERN.test(given)) {
		return { draft, replies: [say({ headline: sentence("withdrawBadNumber", survey) })] };
	}
	const sent = draft?.at === "sent" ? draft.submissionId : surroundings.previous?.submissionId;
	const submissionId = given === "" ? sent : given;
	if (submissionId === undefined) {
		return { draft, replies: [say({ headline: sentence("withdrawNone", survey) })] };
	}
	const resumeAt = draft?.at === "withdraw" ? draft.resumeAt : draft?.at;
	const next: SurveyDraft = { ...page.draft, at: "withdraw", withdrawing: submissionId, resumeAt };
	return { draft: next, replies: [currentPage({ ...page, draft: next })] };
}

const YES = /^(?:yes|确认撤回|确认|撤回|是的?|1)$/;
const NO = /^(?:no|不撤回|不|否|不是|2)$/;

/** The answer to "really?". Anything but a clear yes or no is asked again. */
export function confirmWithdrawal(answer: string, page: Page): Step {
	const { draft, knowledge } = page;
	const { survey } = knowledge;
	const text = answer.trim();
	if (NO.test(text)) return keepSubmission(page);
	const submissionId = draft.withdrawing;
	if (!YES.test(text) || submissionId === undefined) {
		return { draft, replies: [currentPage({ ...page, before: [sentence("withdrawUnclear", survey)] })] };
	}
	const rest = resumed(draft);
	const said = sentence("withdrawn", survey, { id: submissionId, days: survey.trashDays });
	return {
		draft: rest?.at === "sent" && rest.submissionId === submissionId ? null : rest,
		replies: [say({ headline: said }), ...(isUnderWay(rest) ? [currentPage({ ...page, draft: rest })] : [])],
		effects: [
			{ kind: "withdraw", submissionId },
			{ kind: "reminders", on: false },
		],
	};
}

/** Nothing is withdrawn; a survey that was under way goes on. */
export function keepSubmission(page: Page): Step {
	const rest = resumed(page.draft);
	const kept = sentence("withdrawKept", page.knowledge.survey);
	if (!isUnderWay(rest)) return { draft: rest, replies: [say({ headline: kept })] };
	return { draft: rest, replies: [currentPage({ ...page, draft: rest, before: [kept] })] };
}

/** The draft as it was before /withdraw; null when there was none. */
function resumed({ withdrawing: _done, resumeAt, ...draft }: SurveyDraft): SurveyDraft | null {
	return resumeAt === undefined ? null : { ...draft, at: resumeAt };
}
