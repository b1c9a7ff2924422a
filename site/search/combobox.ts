import { element } from "../enhance/element.ts";
import type { Suggestion } from "./lexicon.ts";

/** How the list under the box behaves. */
export interface ComboboxOptions {
	readonly suggest: (typed: string) => Promise<readonly Suggestion[]>;
	/** A suggestion was taken. */
	readonly choose: (suggestion: Suggestion) => void;
	/** The arrow went down from the box while no list is open. */
	readonly leaveDown: () => void;
}

/**
 * Suggestions under a search box by the ARIA combobox pattern: arrows move, Enter takes,
 * Escape closes. Nothing happens while an input method is composing.
 */
export class Combobox {
	readonly #input: HTMLInputElement;
	readonly #list: HTMLElement;
	readonly #options: ComboboxOptions;
	#suggestions: readonly Suggestion[] = [];
	#active = -1;
	#asked = 0;

	constructor(input: HTMLInputElement, list: HTMLElement, options: ComboboxOptions) {
		this.#input = input;
		this.#list = list;
		this.#options = options;
		input.addEventListener("keydown", (event) => this.#key(event));
		input.addEventListener("blur", () => this.close());
		// The list must not take the focus, or the box would lose it before the choice is made.
		list.addEventListener("pointerdown", (event) => event.preventDefault());
		list.addEventListener("click", (event) => {
			const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
			const index = option === null ? -1 : Array.from(list.children).indexOf(option);
			const suggestion = this.#suggestions[index];
			if (suggestion) this.#take(suggestion);
		});
	}

	/** Asks for suggestions for what stands in the box; a later call overtakes an earlier one. */
	async update(): Promise<void> {
		const asked = ++this.#asked;
		const typed = this.#input.value;
		const suggestions = typed.trim() === "" ? [] : await this.#options.suggest(typed);
		if (asked !== this.#asked || document.activeElement !== this.#input) return;
		this.#show(suggestions.filter(({ text, url }) => url !== null || text !== typed.trim()));
	}

	close(): void {
		this.#asked++;
		this.#show([]);
	}

	#show(suggestions: readonly Suggestion[]): void {
		this.#suggestions = suggestions;
		this.#active = -1;
		this.#list.replaceChildren(
			...suggestions.map((suggestion, index) =>
				element(
					"div",
					{ role: "option", id: `${this.#list.id}-${index}`, "aria-selected": "false" },
					element("span", {}, suggestion.text),
					element("small", {}, suggestion.url === null ? "名词" : "打开页面"),
				),
			),
		);
		this.#list.hidden = suggestions.length === 0;
		this.#input.ariaExpanded = String(suggestions.length > 0);
		this.#input.removeAttribute("aria-activedescendant");
	}

	#move(step: number): void {
		const count = this.#suggestions.length;
		// One place more than suggestions: the box itself.
		this.#active = ((this.#active + 1 + step + count + 1) % (count + 1)) - 1;
		for (const [index, option] of Array.from(this.#list.children).entries()) {
			option.ariaSelected = String(index === this.#active);
			if (index === this.#active) option.scrollIntoView({ block: "nearest" });
		}
		if (this.#active < 0) this.#input.removeAttribute("aria-activedescendant");
		else this.#input.setAttribute("aria-activedescendant", `${this.#list.id}-${this.#active}`);
	}

	#key(event: KeyboardEvent): void {
		if (event.isComposing || event.keyCode === 229) return;
		const open = this.#suggestions.length > 0;
		if (event.key === "ArrowDown" && !open) {
			event.preventDefault();
			this.#options.leaveDown();
		} else if (event.key === "ArrowDown" || (event.key === "ArrowUp" && open)) {
			event.preventDefault();
			this.#move(event.key === "ArrowDown" ? 1 : -1);
		} else if (event.key === "Escape" && open) {
			event.preventDefault();
			this.close();
		} else if (event.key === "Enter") {
			const suggestion = this.#suggestions[this.#active];
			if (suggestion === undefined) return;
			event.preventDefault();
			this.#take(suggestion);
		}
	}

	#take(suggestion: Suggestion): void {
		this.close();
		this.#options.choose(suggestion);
	}
}
