/** The survey form: notice, pages of questions, review, receipt. Kept in this browser until it is sent. */

import type { SurveyDraft } from "../../core/survey/dialogue-types.ts";
import { sentence } from "../../core/survey/messages.ts";
import { byId } from "../enhance/element.ts";
import { loadDraft, newDraft } from "./browser-store.ts";
import { loadFormData } from "./form-data.ts";
import { showKept } from "./kept-view.ts";
import { showReview } from "./review-page.ts";
import { showSection } from "./section-page.ts";
import { submit } from "./send-page.ts";
import { button, pageOfState, Session } from "./session.ts";

const agree = byId("survey-agree", HTMLButtonElement);
const state = byId("survey-state", HTMLElement);
const draftPlace = byId("survey-draft", HTMLElement);
const kept = byId("survey-kept", HTMLElement);

/** Shows the notice with what this browser keeps: a draft, receipts. */
function showNotice(session: Session, said: string): void {
	const { survey } = session.data;
	session.showNotice();
	state.textContent = said;
	draftPlace.replaceChildren();
	const begin = (change: Partial<SurveyDraft>) => {
		session.keep({
			...newDraft(session.now()),
			consentVersion: survey.consentVersion,
			at: "unit",
			...change,
		});
		if (session.draft.at === "review") session.go.review(session, []);
		else session.go.section(session, session.draft.at);
	};
	agree.disabled = false;
	agree.className = "button";
	agree.onclick = () => begin({});
	agree.textContent = sentence("consentAgree", survey);
	showKept(kept, {
		session,
		say: (text) => {
			state.textContent = text;
			state.scrollIntoView({ block: "center" });
		},
		begin: (prefill) => begin({ prefill }),
	});
	const { draft, expired } = loadDraft(session.now(), survey.draftDays);
	const days = { days: survey.draftDays };
	if (expired) state.textContent = sentence("webDraftExpired", survey, days);
	if (draft === null) return;
	state.textContent = sentence("webDraftFound", survey);
	agree.textContent = sentence("startOver", survey);
	agree.className = "button secondary";
	draftPlace.replaceChildren(
		// Whoever goes on agrees to the notice as it stands above, also when it has changed meanwhile.
		button(
			sentence("webDraftResume", survey),
			() => begin({ ...draft, consentVersion: survey.consentVersion }),
			"button",
		),
		button(sentence("webDraftDelete", survey), () => {
			session.drop();
			showNotice(session, sentence("webDraftDeleted", survey));
		}),
	);
}

async function start(): Promise<void> {
	const pages = { section: showSection, review: showReview, send: submit, notice: showNotice };
	const session = new Session(await loadFormData(), pages);
	showNotice(session, "");
	window.addEventListener("popstate", ({ state: step }) => {
		const page = pageOfState(step);
		// After sending or deleting there is nothing to go back to.
		if (page === null || session.draft.at === "consent") showNotice(session, "");
		else if (page === "review") session.go.review(session, []);
		else session.go.section(session, page);
	});
}

start().catch(() => {
	state.textContent = "表单没有载入，请检查网络后刷新本页。";
});
