/** The search page: box, address, worker and lists brought together. */
import { byId, element } from "../enhance/element.ts";
import { SCREEN, type SearchAnswer } from "./answer.ts";
import { SearchClient } from "./client.ts";
import { Combobox } from "./combobox.ts";
import { FacetSheet } from "./facet-sheet.ts";
import { FACETS, type Facet, readState, type SearchState, type Selection, writeState } from "./facets.ts";
import { caseFacets, typeTabs } from "./facets-view.ts";
import { unavailable, waiting } from "./notices.ts";
import { extendExact, resultLists } from "./results-view.ts";

/** Without words only facets choose: then the list is a catalogue, and its texts need no comparing. */
const BROWSED = 200;
/** What does not fit the first screen follows by itself up to this number; the rest by the button. */
const FOLLOWING = 96;
/** Pause after the first screen before the rest is loaded, in ms: whoever types on does not need it. */
const FOLLOWING_PAUSE = 400;
/** Related ones are only few while there are exact ones. */
const RELATED_BESIDE_EXACT = 3;
const RELATED_ALONE = 10;
const ALL_RELATED = 30;
/** Pause in typing after which the lists follow, in ms. */
const TYPING_PAUSE = 220;
/** A wait shorter than this shows nothing, in ms. */
const PATIENCE = 300;

const input = byId("search-input", HTMLInputElement);
const form = byId("search-form", HTMLFormElement);
const results = byId("search-results", HTMLElement);
const tabs = byId("search-tabs", HTMLElement);
const status = byId("search-status", HTMLElement);
const nearby = byId("search-nearby", HTMLElement);
/** What stands in place of results while nothing is searched. */
const start = byId("search-start", HTMLTemplateElement);
const facets = new FacetSheet(narrow);

const client = new SearchClient(
	new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
	new URL("/pagefind/", location.href).href,
	new URL("/search/", location.href).href,
);
let state = readState(location.search);
let asked = 0;
let typing: ReturnType<typeof setTimeout> | undefined;
let following: ReturnType<typeof setTimeout> | undefined;

const box = new Combobox(input, byId("search-suggestions", HTMLElement), {
	suggest: (typed) => client.suggest(typed).catch(() => []),
	choose: ({ text, url }) => {
		if (url !== null) {
			location.assign(url);
			return;
		}
		input.value = text;
		go({ query: text, selection: state.selection }, "push");
	},
	leaveDown: () => links()[0]?.focus(),
});

function go(next: SearchState, history: "push" | "replace"): void {
	clearTimeout(typing);
	state = next;
	const query = writeState(state);
	const address = query === "" ? location.pathname : `?${query}`;
	if (history === "push") window.history.pushState(null, "", address);
	else window.history.replaceState(null, "", address);
	void show();
}

/** Lists more of what was found already, kept in the address; the first new line takes the focus. */
async function extend(tier: "exact" | "related"): Promise<void> {
	const before = listed(tier).length;
	state =
		tier === "exact" ? { ...state, screens: Math.ceil(before / SCREEN) + 1 } : { ...state, allRelated: true };
	window.history.replaceState(null, "", `?${writeState(state)}`);
	if (tier === "exact") await lengthen(asked, SCREEN * (state.screens ?? 1));
	else await show();
	listed(tier)[before]?.focus();
}

/** Makes the list of exact results so long, unless another search was begun meanwhile. */
async function lengthen(mine: number, exact: number): Promise<void> {
	try {
		const answer = await ask(exact, 0);
		if (mine !== asked) return;
		extendExact(results, answer, (tier) => void extend(tier));
		returnTo();
	} catch {
		if (mine === asked) failed();
	}
}

/** Coming back to the list, the result that was opened has the focus again. */
function returnTo(): void {
	const opened: unknown = window.history.state?.opened;
	if (typeof opened !== "string") return;
	const link = links().find((one) => one.getAttribute("href") === opened);
	if (link === undefined) return;
	window.history.replaceState(null, "");
	link.focus({ preventScroll: true });
	link.scrollIntoView({ block: "center" });
}

function ask(exact: number, related: number): Promise<SearchAnswer> {
	return client.search({ query: state.query, selection: state.selection, show: { exact, related } });
}

async function show(): Promise<void> {
	const mine = ++asked;
	document.title = state.query === "" ? "搜索" : `${state.query} - 搜索`;
	clearTimeout(following);
	if (!searched()) results.replaceChildren(start.content.cloneNode(true));
	results.ariaBusy = "true";
	const patience = setTimeout(() => {
		if (searched()) results.replaceChildren(waiting());
	}, PATIENCE);
	try {
		const answer = await ask(
			(state.query === "" ? BROWSED : SCREEN) * (state.screens ?? 1),
			state.allRelated ? ALL_RELATED : RELATED_ALONE,
		);
		if (mine !== asked) return;
		render(answer);
		returnTo();
		const { total, items } = answer.exact;
		if (items.length < Math.min(total, FOLLOWING))
			following = setTimeout(() => void lengthen(mine, FOLLOWING), FOLLOWING_PAUSE);
	} catch {
		if (mine === asked) failed();
	} finally {
		clearTimeout(patience);
		if (mine === asked) results.ariaBusy = null;
	}
}

function render(answer: SearchAnswer): void {
	results.dataset["answered"] = "";
	const any = searched();
	const count = answer.exact.total > 0 ? answer.exact.total : answer.related.total;
	const most = answer.exact.total > 0 && !state.allRelated ? RELATED_BESIDE_EXACT : ALL_RELATED;
	const cut = { ...answer, related: { ...answer.related, items: answer.related.items.slice(0, most) } };
	results.replaceChildren(
		...(any ? resultLists(cut, state, (tier) => void extend(tier)) : [start.content.cloneNode(true)]),
	);
	tabs.replaceChildren(...(any ? typeTabs(answer, state, count) : []));
	facets.render(any ? caseFacets(answer) : [], answer.exact.total);
	nearby.hidden = answer.nearby.length === 0;
	nearby
		.querySelector("ul")
		?.replaceChildren(
			...answer.nearby.map((term) =>
				element(
					"li",
					{},
					element(
						"a",
						{ href: `?${writeState({ query: term, selection: {} })}`, "data-search-link": true },
						term,
					),
				),
			),
		);
	status.textContent = any
		? `完全匹配${answer.exact.total}条，相关结果${answer.related.total}条`
		: "请输入要找的内容";
}

/** Whether there is anything to look for. */
function searched(): boolean {
	return state.query !== "" || Object.keys(state.selection).length > 0;
}

function failed(): void {
	results.dataset["answered"] = "";
	tabs.replaceChildren();
	results.replaceChildren(unavailable());
	status.textContent = "搜索暂时打不开，请刷新本页";
}

function narrow(facet: Facet, values: readonly string[]): void {
	const { [facet]: _, ...rest } = state.selection;
	go({ query: state.query, selection: values.length === 0 ? rest : { ...rest, [facet]: values } }, "replace");
}

/** What the arrow keys walk through: the results and the buttons for more of them. */
function links(): HTMLElement[] {
	return Array.from(results.querySelectorAll<HTMLElement>("h3 a, .tier-more button"));
}

function listed(tier: "exact" | "related"): HTMLAnchorElement[] {
	return Array.from(results.querySelectorAll<HTMLAnchorElement>(`[aria-labelledby="tier-${tier}"] h3 a`));
}

input.addEventListener("input", (event) => {
	if ((event as InputEvent).isComposing) return;
	changed();
});
// Some browsers send the last input event before the composition ends, some after.
input.addEventListener("compositionend", changed);

function changed(): void {
	void box.update();
	clearTimeout(typing);
	typing = setTimeout(() => {
		const query = input.value.trim();
		if (query !== state.query) go({ query, selection: state.selection }, "replace");
	}, TYPING_PAUSE);
}

results.addEventListener("click", ({ target }) => {
	const link = target instanceof Element ? target.closest("h3 a") : null;
	if (link !== null) window.history.replaceState({ opened: link.getAttribute("href") }, "");
});

form.addEventListener("submit", (event) => {
	event.preventDefault();
	box.close();
	go({ query: input.value.trim(), selection: state.selection }, "push");
});

window.addEventListener("popstate", () => {
	state = readState(location.search);
	input.value = state.query;
	void show();
});

document.addEventListener("click", (event) => {
	const link =
		event.target instanceof Element
			? event.target.closest("a[data-search-link], .search-empty a[href^='?']")
			: null;
	if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
	event.preventDefault();
	const next = readState(new URL(link.href).search);
	input.value = next.query;
	go(next, "push");
});

document.addEventListener("keydown", (event) => {
	const target = event.target;
	if (event.key === "/" && !(target instanceof HTMLInputElement) && !event.ctrlKey && !event.metaKey) {
		event.preventDefault();
		input.focus();
		input.select();
	}
	const at = target instanceof HTMLElement ? links().indexOf(target) : -1;
	if (at < 0) return;
	if (event.key === "ArrowDown") links()[at + 1]?.focus();
	else if (event.key === "ArrowUp") (links()[at - 1] ?? input).focus();
	else if (event.key === "Escape") input.focus();
	else return;
	event.preventDefault();
});

byId("search-clear", HTMLButtonElement).addEventListener("click", () => {
	const type: Selection = state.selection.type === undefined ? {} : { type: state.selection.type };
	go({ query: state.query, selection: type }, "replace");
});

input.value = state.query;
if (state.query === "" && FACETS.every((facet) => state.selection[facet] === undefined))
	input.focus({ preventScroll: true });
void show();
