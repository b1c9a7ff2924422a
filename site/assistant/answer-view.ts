import { readChoice } from "../../core/assistant/choice-value.ts";
import type { Choice, Reply, Section } from "../../core/assistant/types.ts";
import { type Child, element } from "../enhance/element.ts";
import { richText } from "../enhance/rich-text.ts";
import { choicesView } from "./choices-view.ts";
import { type EditFact, factsView } from "./facts-view.ts";
import {
	casesView,
	changesView,
	contactView,
	linksView,
	materialsView,
	stepsView,
	textView,
	whyView,
} from "./section-views.ts";

/** What an answer needs from the page around it. */
export interface AnswerContext {
	/** Number of the answer on this page; makes the ids of its sections unique. */
	readonly number: number;
	/** Headings by section kind, from `assistant.yaml`. */
	readonly titles: Readonly<Record<string, string>>;
	readonly edit: EditFact | null;
	/** Slots the person changed in the last step. */
	readonly changed: ReadonlySet<string>;
	readonly choose: (choices: readonly Choice[]) => void;
	/** Buttons below the sections, e.g. printing. */
	readonly actions: readonly Child[];
}

/** An answer as it stands in the page: the square 答, the conclusion, its sections. */
export function answerView(reply: Reply, context: AnswerContext): HTMLElement {
	const sections = reply.sections.filter((section) => section.kind !== "contact");
	const contact = reply.sections.filter((section) => section.kind === "contact");
	const id = `answer-${context.number}`;
	// Every fact is a button here, so the one that lists the facts to change is not needed.
	const choices = reply.choices.filter(({ value }) => readChoice(value)?.action.kind !== "edit");
	return element(
		"article",
		{ class: "turn answer-turn", "data-role": "assistant", id, "aria-labelledby": `${id}-conclusion` },
		element("span", { class: "square filled", "aria-hidden": "true" }, "答"),
		element(
			"div",
			{ class: "turn-body" },
			element(
				"h2",
				{
					class: reply.ask === null ? "conclusion" : "conclusion question",
					id: `${id}-conclusion`,
					tabindex: -1,
				},
				...richText(reply.headline),
			),
			choices.length > 0 && choicesView({ ...reply, choices }, context.choose),
			...sections.map((section) => sectionView(section, context)),
			context.actions.length > 0 && element("div", { class: "buttons answer-actions" }, ...context.actions),
			...contact.map((section) => sectionView(section, context)),
		),
	);
}

/** A person's words. */
export function questionView(text: string): HTMLElement {
	return element(
		"div",
		{ class: "turn question-turn", "data-role": "user" },
		element("span", { class: "square", "aria-hidden": "true" }, "问"),
		element("p", { class: "turn-body" }, text),
	);
}

/** Id of a section within its answer, for the list of contents. */
export function sectionId(number: number, kind: string): string {
	return `answer-${number}-${kind}`;
}

/** Heading of a section, or null when it has none of its own. */
export function sectionTitle(section: Section, titles: Readonly<Record<string, string>>): string | null {
	if (section.kind === "text" || section.kind === "links") return section.title;
	if (section.kind === "contact") return null;
	return titles[section.kind] ?? null;
}

function sectionView(section: Section, context: AnswerContext): HTMLElement {
	const title = sectionTitle(section, context.titles);
	return element(
		"section",
		{ class: `answer-section answer-${section.kind}`, id: sectionId(context.number, section.kind) },
		title !== null && element("h3", {}, title),
		...contents(section, context),
	);
}

function contents(section: Section, context: AnswerContext): Node[] {
	switch (section.kind) {
		case "facts":
			return factsView(section, context.edit, context.changed);
		case "why":
			return whyView(section);
		case "steps":
			return stepsView(section);
		case "materials":
			return materialsView(section);
		case "changes":
			return changesView(section);
		case "cases":
			return casesView(section);
		case "links":
			return linksView(section);
		case "text":
			return textView(section);
		case "contact":
			return contactView(section);
	}
}
