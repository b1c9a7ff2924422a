/** Several filters at once in the case library; the state is kept in the address. */
const library = document.querySelector<HTMLElement>("[data-library]");
const groups = [...document.querySelectorAll<HTMLElement>("[data-facet]")];
const cards = [...document.querySelectorAll<HTMLElement>("[data-case]")];

type Choice = Map<string, Set<string>>;

function fromAddress(): Choice {
	const search = new URLSearchParams(location.search);
	return new Map(
		groups.map(({ dataset }) => [dataset["facet"] ?? "", new Set(search.getAll(dataset["facet"] ?? ""))]),
	);
}

function matches(card: HTMLElement, choice: Choice, except?: string): boolean {
	for (const [facet, values] of choice) {
		if (facet !== except && values.size > 0 && !values.has(card.dataset[facet] ?? "")) return false;
	}
	return true;
}

/** Replaces a link by a check box with the same words. */
function checkBox(link: HTMLAnchorElement): HTMLInputElement {
	const label = document.createElement("label");
	label.className = "check";
	const box = document.createElement("input");
	box.type = "checkbox";
	box.value = link.dataset["value"] ?? "";
	label.append(box, ...link.childNodes);
	link.replaceWith(label);
	return box;
}

function start(): void {
	const boxes = groups.flatMap((group) =>
		[...group.querySelectorAll<HTMLAnchorElement>("a[data-value]")].map((link) => ({
			facet: group.dataset["facet"] ?? "",
			name: link.firstElementChild?.textContent ?? "",
			box: checkBox(link),
		})),
	);
	const chips = document.querySelector("[data-chips]");
	const clear = [...document.querySelectorAll<HTMLElement>("[data-clear]")];

	function show(): void {
		const choice = fromAddress();
		let count = 0;
		for (const card of cards) {
			card.hidden = !matches(card, choice);
			if (!card.hidden) count++;
		}
		for (const place of document.querySelectorAll("[data-count]")) place.textContent = String(count);
		for (const none of document.querySelectorAll<HTMLElement>("[data-none]")) none.hidden = count > 0;
		chips?.replaceChildren();
		for (const { facet, name, box } of boxes) {
			box.checked = choice.get(facet)?.has(box.value) ?? false;
			const number = cards.filter(
				(card) => card.dataset[facet] === box.value && matches(card, choice, facet),
			).length;
			const shown = box.parentElement?.querySelector(".n");
			if (shown) shown.textContent = String(number);
			if (!box.checked) continue;
			const item = document.createElement("li");
			const chip = document.createElement("a");
			chip.href = address(facet, box.value, false);
			chip.setAttribute("aria-label", `去掉条件：${name}`);
			chip.textContent = `${name} ×`;
			chip.addEventListener("click", (event) => {
				event.preventDefault();
				go(chip.href);
			});
			item.append(chip);
			chips?.append(item);
		}
		for (const link of clear) if (link.closest("#results")) link.hidden = location.search === "";
	}

	function address(facet: string, value: string, on: boolean): string {
		const url = new URL(location.href);
		url.searchParams.delete(facet, value);
		if (on) url.searchParams.append(facet, value);
		return url.href;
	}

	function go(href: string): void {
		history.replaceState(null, "", href);
		show();
	}

	for (const { facet, box } of boxes) {
		box.addEventListener("change", () => go(address(facet, box.value, box.checked)));
	}
	for (const link of clear) {
		link.addEventListener("click", (event) => {
			event.preventDefault();
			go(`${location.pathname}${location.hash}`);
		});
	}
	addEventListener("popstate", show);
	show();
}

if (library?.dataset["library"] === "all") start();

export {};
