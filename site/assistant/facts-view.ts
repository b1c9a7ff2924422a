import type { Fact } from "../../core/assistant/types.ts";
import { element, icon } from "../enhance/element.ts";
import { PENCIL } from "./icons.ts";
import type { SectionOf } from "./section-views.ts";

/** Opens the editor of a fact below (or, on phones, over) its chip. */
export type EditFact = (fact: Fact, chip: HTMLButtonElement) => void;

/** What was understood, as chips; assumed ones are dashed and say so. Without `edit` they only inform. */
export function factsView(
	{ facts, assumptions }: SectionOf<"facts">,
	edit: EditFact | null,
	changed: ReadonlySet<string>,
): Node[] {
	return [
		element(
			"ul",
			{ class: "chips" },
			...facts.map((fact) => element("li", {}, chip(fact, edit, changed.has(fact.slot)))),
		),
		...(assumptions.length === 0
			? []
			: [element("ul", { class: "assumptions" }, ...assumptions.map((text) => element("li", {}, text)))]),
	];
}

function chip(fact: Fact, edit: EditFact | null, changed: boolean): HTMLElement {
	const content = [
		element("span", {}, fact.label),
		element("b", {}, fact.value),
		fact.assumed && element("span", {}, "（假定）"),
		changed && element("span", {}, "已改"),
	];
	const className = `chip${fact.assumed ? " assumed" : ""}${changed ? " changed" : ""}`;
	if (edit === null) return element("span", { class: className }, ...content);
	const button = element(
		"button",
		{ type: "button", class: className, "data-slot": fact.slot, "aria-haspopup": "dialog" },
		...content,
		icon(PENCIL),
		element("span", { class: "visually-hidden" }, "，点击修改"),
	);
	button.addEventListener("click", () => edit(fact, button));
	return button;
}
