import { byId } from "../enhance/element.ts";
import type { Facet } from "./facets.ts";

/** The case facets: in the side column on wide screens, a full-height sheet on phones. One form, moved between the two. */
export class FacetSheet {
	readonly #rail = byId("facet-rail", HTMLElement);
	readonly #form = byId("facet-form", HTMLFormElement);
	readonly #groups = byId("facet-groups", HTMLElement);
	readonly #sheet = byId("facet-sheet", HTMLDialogElement);
	readonly #open = byId("facet-open", HTMLButtonElement);
	readonly #openLabel = byId("facet-open-label", HTMLElement);
	readonly #done = byId("facet-done", HTMLButtonElement);

	/** @param narrow called with a facet and its ticked values */
	constructor(narrow: (facet: Facet, values: readonly string[]) => void) {
		this.#form.addEventListener("change", (event) => {
			const input = event.target;
			if (!(input instanceof HTMLInputElement)) return;
			const values = new FormData(this.#form).getAll(input.name).map(String);
			narrow(input.name as Facet, values);
		});
		this.#form.addEventListener("submit", (event) => {
			event.preventDefault();
			this.#sheet.close();
		});
		this.#open.addEventListener("click", () => {
			this.#sheet.appendChild(this.#form);
			this.#sheet.showModal();
		});
		this.#sheet.addEventListener("close", () => {
			this.#rail.appendChild(this.#form);
			this.#open.focus();
		});
		byId("facet-close", HTMLButtonElement).addEventListener("click", () => this.#sheet.close());
	}

	render(groups: readonly Node[], total: number): void {
		// The rebuilt list must not take the focus from the box that was just ticked.
		const focused = document.activeElement;
		const key =
			focused instanceof HTMLInputElement && focused.form === this.#form
				? [focused.name, focused.value]
				: null;
		this.#groups.replaceChildren(...groups);
		if (key) {
			for (const input of this.#groups.querySelectorAll("input")) {
				if (input.name === key[0] && input.value === key[1]) input.focus();
			}
		}
		const absent = groups.length === 0;
		this.#rail.hidden = absent;
		this.#open.hidden = absent;
		// On phones the ticked boxes are out of sight.
		const ticked = this.#groups.querySelectorAll(":checked").length;
		this.#openLabel.textContent = ticked === 0 ? "筛选案例" : `筛选案例，已选${ticked}项`;
		this.#done.textContent = `看${total}条结果`;
	}
}
