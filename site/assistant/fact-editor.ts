import type { Fact } from "../../core/assistant/types.ts";
import type { AssistantWording } from "../../core/content/wording.ts";
import type { Profile, Slot } from "../../core/formation/profile.ts";
import { element, icon } from "../enhance/element.ts";
import { richText } from "../enhance/rich-text.ts";
import { slotText } from "./fragment.ts";
import { CLOSE } from "./icons.ts";

/** What the editor needs from the conversation. */
export interface FactEditorOptions {
	readonly wording: AssistantWording;
	readonly profile: Partial<Profile>;
	/** Conclusion if the fact had this value. */
	readonly preview: (slot: Slot, value: string) => Promise<string | null>;
	readonly apply: (slot: Slot, value: string) => void;
}

/** Largest number the stepper takes; bigger organisations are typed as a question. */
const LARGEST = 9999;
const COUNTS: ReadonlySet<Slot> = new Set<Slot>([
	"fullMembers",
	"probationary",
	"relationElsewhere",
	"durationMonths",
	"jointFull",
]);

/** Opens the editor of one fact: beside its chip, or from below on phones. It shows the new conclusion before it is taken. */
export function openFactEditor(fact: Fact, chip: HTMLElement, options: FactEditorOptions): void {
	const { prompt, choices } = questionOf(fact.slot, options.wording);
	const input = COUNTS.has(fact.slot)
		? new CountInput(fact, options.profile)
		: new ChoiceInput(fact.slot, choices, options.profile);
	const preview = element("p", { class: "note editor-preview", "aria-live": "polite" });
	const close = element(
		"button",
		{ type: "button", class: "icon-button", "aria-label": "关闭" },
		icon(CLOSE),
	);
	const form = element(
		"form",
		{ method: "dialog" },
		element("div", { class: "editor-head" }, element("h2", { id: "editor-title" }, prompt), close),
		element(
			"div",
			{ class: "editor-body" },
			input.node,
			preview,
			element("button", { type: "submit", class: "button" }, "重新计算"),
		),
	);
	const dialog = element("dialog", { class: "fact-editor", "aria-labelledby": "editor-title" }, form);
	let asked = 0;
	const show = async () => {
		const mine = ++asked;
		const value = input.value();
		const conclusion = value === null ? null : await options.preview(fact.slot, value);
		if (mine !== asked) return;
		preview.hidden = conclusion === null;
		preview.replaceChildren(
			element("b", {}, `改为${input.label()}后`),
			...(conclusion === null ? [] : richText(conclusion).filter(isNode)),
		);
	};
	input.onChange(() => void show());
	close.addEventListener("click", () => dialog.close());
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		const value = input.value();
		dialog.close();
		if (value !== null) options.apply(fact.slot, value);
	});
	dialog.addEventListener("click", (event) => {
		if (event.target === dialog) dialog.close();
	});
	dialog.addEventListener("close", () => {
		dialog.remove();
		if (chip.isConnected) chip.focus();
	});
	document.body.appendChild(dialog);
	dialog.showModal();
	place(dialog, chip);
	input.focus();
	void show();
}

function isNode(child: unknown): child is Node | string {
	return child instanceof Node || typeof child === "string";
}

function questionOf(
	slot: Slot,
	wording: AssistantWording,
): { readonly prompt: string; readonly choices: readonly { value: string; label: string }[] } {
	const asked = wording.questions[slot as keyof typeof wording.questions];
	const edited = wording.edits[slot as keyof typeof wording.edits];
	const found = asked ?? edited;
	return found ?? { prompt: wording.slotLabels[slot] ?? slot, choices: [] };
}

/** On wide screens the editor stands below its chip; the style sheet puts it at the bottom of a phone. */
function place(dialog: HTMLDialogElement, chip: HTMLElement): void {
	if (!matchMedia("(min-width: 720px)").matches) return;
	const box = chip.getBoundingClientRect();
	const left = Math.max(16, Math.min(box.left, innerWidth - dialog.offsetWidth - 16));
	const below = box.bottom + 6;
	const fits = below + dialog.offsetHeight < innerHeight - 16;
	dialog.style.left = `${left}px`;
	dialog.style.top = `${fits ? below : Math.max(16, box.top - dialog.offsetHeight - 6)}px`;
}

/** A number with a button on either side. */
class CountInput {
	readonly node: HTMLElement;
	readonly #field: HTMLInputElement;
	readonly #unit: string;

	constructor(fact: Fact, profile: Partial<Profile>) {
		const current = profile[fact.slot];
		this.#unit = fact.slot === "durationMonths" ? "个月" : "名";
		this.#field = element("input", {
			class: "field",
			type: "text",
			inputmode: "numeric",
			autocomplete: "off",
			"aria-label": fact.label,
			value: typeof current === "number" ? current : 0,
		});
		const step = (sign: 1 | -1, label: string) => {
			const button = element(
				"button",
				{ type: "button", class: "stepper-button", "aria-label": label },
				sign > 0 ? "+" : "−",
			);
			button.addEventListener("click", () => {
				const next = Math.min(LARGEST, Math.max(0, (this.#number() ?? 0) + sign));
				this.#field.value = String(next);
				this.#field.dispatchEvent(new Event("input", { bubbles: true }));
			});
			return button;
		};
		this.node = element("div", { class: "stepper" }, step(-1, "减一"), this.#field, step(1, "加一"));
	}

	#number(): number | null {
		const text = this.#field.value.normalize("NFKC").trim();
		return /^\d{1,4}$/.test(text) ? Number(text) : null;
	}

	value(): string | null {
		const number = this.#number();
		return number === null ? null : String(number);
	}

	label(): string {
		return `${this.#number() ?? "？"}${this.#unit}`;
	}

	onChange(listener: () => void): void {
		this.#field.addEventListener("input", listener);
	}

	focus(): void {
		this.#field.focus();
		this.#field.select();
	}
}

/** Words of a closed list: one of them, or several kinds of support. */
class ChoiceInput {
	readonly node: HTMLElement;
	readonly #slot: Slot;

	constructor(slot: Slot, choices: readonly { value: string; label: string }[], profile: Partial<Profile>) {
		this.#slot = slot;
		const current = profile[slot];
		const chosen = current === undefined || current === null ? [] : slotText(current).split(",");
		const type = slot === "support" ? "checkbox" : "radio";
		this.node = element(
			"fieldset",
			{ class: "editor-choices" },
			element("legend", { class: "visually-hidden" }, slot === "support" ? "可以选多项" : "选一项"),
			...choices.map(({ value, label }) =>
				element(
					"label",
					{ class: "check" },
					element("input", { type, name: "value", value, checked: chosen.includes(value) }),
					element("span", {}, label),
				),
			),
		);
		this.node.addEventListener("change", (event) => this.#exclude(event.target));
	}

	/** 都没有 excludes every support and the other way round. */
	#exclude(target: EventTarget | null): void {
		if (this.#slot !== "support" || !(target instanceof HTMLInputElement) || !target.checked) return;
		for (const input of this.#inputs()) {
			if ((target.value === "none") !== (input.value === "none")) input.checked = false;
		}
	}

	#inputs(): HTMLInputElement[] {
		return Array.from(this.node.querySelectorAll("input"));
	}

	#checked(): HTMLInputElement[] {
		return this.#inputs().filter((input) => input.checked);
	}

	value(): string | null {
		const checked = this.#checked();
		return checked.length === 0 ? null : checked.map((input) => input.value).join(",");
	}

	label(): string {
		return this.#checked()
			.map((input) => input.parentElement?.textContent ?? "")
			.join("、");
	}

	onChange(listener: () => void): void {
		this.node.addEventListener("change", listener);
	}

	focus(): void {
		(this.#checked()[0] ?? this.#inputs()[0])?.focus();
	}
}
