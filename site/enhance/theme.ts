/**
 * Light or dark by choice, remembered in this browser; and the phone menu closes on Escape.
 * What was chosen before is put in force by `core/publication/first-script.ts`, before the page is drawn.
 */
type Choice = "light" | "dark" | "system";

const KEY = "theme";
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

function stored(): Choice {
	try {
		const value = localStorage.getItem(KEY);
		return value === "light" || value === "dark" ? value : "system";
	} catch {
		return "system";
	}
}

function apply(choice: Choice): void {
	if (choice === "system") delete root.dataset["theme"];
	else root.dataset["theme"] = choice;
	const isDark = choice === "dark" || (choice === "system" && dark.matches);
	for (const button of document.querySelectorAll<HTMLElement>("[data-theme-toggle]")) {
		button.textContent = isDark ? "浅色" : "深色";
		button.dataset["ready"] = "";
	}
	for (const button of document.querySelectorAll<HTMLElement>("[data-theme-choice]")) {
		button.ariaPressed = String(button.dataset["themeChoice"] === choice);
		button.parentElement?.setAttribute("data-ready", "");
	}
}

function choose(choice: Choice): void {
	try {
		if (choice === "system") localStorage.removeItem(KEY);
		else localStorage.setItem(KEY, choice);
	} catch {
		// Private windows may forbid storage: the choice then holds for this page.
	}
	apply(choice);
}

// Again, for a server whose security policy does not let the first script run.
root.dataset["scripted"] = "";
apply(stored());
dark.addEventListener("change", () => apply(stored()));
document.addEventListener("click", (event) => {
	const button = event.target instanceof Element ? event.target.closest("button") : null;
	if (button?.matches("[data-theme-toggle]")) choose(button.textContent === "深色" ? "dark" : "light");
	const choice = button?.dataset["themeChoice"];
	if (choice === "light" || choice === "dark" || choice === "system") choose(choice);
	if (button?.matches("[data-print]")) window.print();
});

// On wide screens the doors of the home page stand open; older browsers need help with that.
if (!CSS.supports("selector(::details-content)") && innerWidth >= 1080) {
	for (const door of document.querySelectorAll<HTMLDetailsElement>("details.door")) door.open = true;
}

const menu = document.querySelector<HTMLDetailsElement>("details.menu");
document.addEventListener("keydown", (event) => {
	if (event.key !== "Escape" || !menu?.open) return;
	menu.open = false;
	menu.querySelector("summary")?.focus();
});
menu?.addEventListener("focusout", (event) => {
	if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
});
