import type { SurveyDraft } from "../../core/survey/dialogue-types.ts";
import type { Remark } from "../../core/survey/messages.ts";
import { shanghaiDate } from "../../core/survey/quarter.ts";
import { byId, element } from "../enhance/element.ts";
import { dropDraft, newDraft, saveDraft } from "./browser-store.ts";
import type { SurveyFormData } from "./form-data.ts";

/** Where a page of the form can lead to. */
export interface Pages {
	/** A page of questions, with one of them in focus. */
	readonly section: (session: Session, id: string, field?: string | null) => void;
	/** Everything at a glance; errors of the service and why it was not sent. */
	readonly review: (session: Session, errors: readonly Remark[], trouble?: string | null) => void;
	/** Sends the form and shows what became of it. */
	readonly send: (session: Session, button: HTMLButtonElement) => Promise<void>;
	/** Back to the notice, with one sentence. */
	readonly notice: (session: Session, said: string) => void;
}

/** The form under way: its draft, kept in this browser at every change, and the place where its pages appear. */
export class Session {
	readonly data: SurveyFormData;
	readonly go: Pages;
	readonly #root = byId("survey", HTMLElement);
	readonly #notice = byId("survey-notice", HTMLElement);
	#draft: SurveyDraft = newDraft(this.now());

	constructor(data: SurveyFormData, pages: Pages) {
		this.data = data;
		this.go = pages;
	}

	now(): string {
		return new Date().toISOString();
	}

	today(): string {
		return shanghaiDate(this.now());
	}

	get draft(): SurveyDraft {
		return this.#draft;
	}

	/** Changes the draft; before consent nothing is kept. */
	keep(change: Partial<SurveyDraft>): void {
		this.#draft = { ...this.#draft, ...change };
		if (this.#draft.at !== "consent") saveDraft(this.#draft);
	}

	/** Forgets the draft, here and in the browser. */
	drop(): void {
		dropDraft();
		this.#draft = newDraft(this.now());
	}

	/** Shows a page of the form in place of the notice. */
	show(title: string, ...content: readonly (Node | false)[]): void {
		this.#notice.hidden = true;
		this.#root.hidden = false;
		this.#remember();
		const heading = element("h2", { tabindex: -1 }, title);
		this.#root.replaceChildren(heading, ...content.filter((node) => node !== false));
		heading.focus({ preventScroll: true });
		this.#root.scrollIntoView({ block: "start" });
	}

	/** Each page of the form is a step of the browser's history: its back button goes one page back, not away. */
	#remember(): void {
		const { at } = this.#draft;
		if (pageOfState(history.state) !== at) history.pushState({ survey: at }, "");
	}

	/** Shows the notice in place of the form; the page just opened stays at its head. */
	showNotice(): void {
		const returns = this.#notice.hidden;
		this.#root.hidden = true;
		this.#notice.hidden = false;
		if (returns) this.#notice.scrollIntoView({ block: "start" });
	}
}

/** The page of the form that a step of the browser's history stands for. */
export function pageOfState(state: unknown): string | null {
	if (typeof state !== "object" || state === null || !("survey" in state)) return null;
	return typeof state.survey === "string" ? state.survey : null;
}

/** A button of the form. */
export function button(label: string, press: () => void, style = "button secondary"): HTMLButtonElement {
	const result = element("button", { type: "button", class: style }, label);
	result.addEventListener("click", press);
	return result;
}
