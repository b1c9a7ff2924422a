import { element } from "../enhance/element.ts";

/** The list of contents in the left rail: the parts of the newest answer, the one in view marked. */
export class AnswerContents {
	readonly #root: HTMLElement;
	#observer: IntersectionObserver | null = null;

	constructor(root: HTMLElement) {
		this.#root = root;
	}

	show(answer: HTMLElement): void {
		this.#observer?.disconnect();
		const parts = [
			{ target: answer, label: "结论" },
			...Array.from(answer.querySelectorAll<HTMLElement>(".answer-section")).map((target) => ({
				target,
				label: target.matches(".answer-contact")
					? "向谁咨询"
					: target.matches(".answer-facts")
						? "我的理解"
						: (target.querySelector("h3")?.textContent ?? ""),
			})),
		].filter(({ label }) => label !== "");
		const links = parts.map(({ target, label }) => {
			const link = element("a", { href: `#${target.id}` }, label);
			// The fragment carries the facts, so the jump must not write into it.
			link.addEventListener("click", (event) => {
				event.preventDefault();
				target.scrollIntoView({ block: "start" });
				target.querySelector<HTMLElement>(".conclusion")?.focus({ preventScroll: true });
			});
			return link;
		});
		const list = this.#root.querySelector("ul");
		list?.replaceChildren(...links.map((link) => element("li", {}, link)));
		this.#root.hidden = parts.length < 2;
		this.#observer = new IntersectionObserver(
			() => {
				const heights = parts.map(({ target }) => target.getBoundingClientRect().top);
				const at = Math.max(0, heights.filter((top) => top < innerHeight / 3).length - 1);
				for (const [index, link] of links.entries()) {
					if (index === at) link.setAttribute("aria-current", "true");
					else link.removeAttribute("aria-current");
				}
			},
			{ threshold: [0, 0.5, 1] },
		);
		for (const { target } of parts) this.#observer.observe(target);
	}
}
