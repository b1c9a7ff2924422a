import type { Choice, Reply } from "../../core/assistant/types.ts";
import { element } from "../enhance/element.ts";

/** Buttons of a question; several may be ticked where the question allows it. */
export function choicesView(reply: Reply, choose: (choices: readonly Choice[]) => void): HTMLElement {
	return reply.multiple ? severalView(reply.choices, choose) : singleView(reply.choices, choose);
}

function singleView(choices: readonly Choice[], choose: (choices: readonly Choice[]) => void): HTMLElement {
	return element(
		"div",
		{ class: "choices", role: "group", "aria-label": "选一个答案" },
		...choices.map((choice) => {
			const button = element("button", { type: "button", class: "button secondary small" }, choice.label);
			button.addEventListener("click", () => choose([choice]));
			return button;
		}),
	);
}

function severalView(choices: readonly Choice[], choose: (choices: readonly Choice[]) => void): HTMLElement {
	const form = element(
		"form",
		{ class: "choices-several" },
		element(
			"fieldset",
			{},
			element("legend", { class: "visually-hidden" }, "可以选多项"),
			...choices.map((choice, index) =>
				element(
					"label",
					{ class: "check" },
					element("input", { type: "checkbox", name: "choice", value: index }),
					element("span", {}, choice.label),
				),
			),
		),
		element("button", { type: "submit", class: "button small" }, "选好了"),
	);
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		const ticked = new FormData(form).getAll("choice").map(Number);
		const chosen = choices.filter((_, index) => ticked.includes(index));
		if (chosen.length > 0) choose(chosen);
	});
	return form;
}
