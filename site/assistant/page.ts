/** The assistant page: the conversation, the box, the address. All of it happens in this browser. */
import type { Choice, Fact, Reply } from "../../core/assistant/types.ts";
import type { AssistantWording } from "../../core/content/wording.ts";
import type { Slot } from "../../core/formation/profile.ts";
import { byId, type Child, element, icon } from "../enhance/element.ts";
import { AnswerContents } from "./answer-contents.ts";
import { type AnswerContext, answerView, questionView } from "./answer-view.ts";
import { openFactEditor } from "./fact-editor.ts";
import { readFragment } from "./fragment.ts";
import { DOWNLOAD, PRINT } from "./icons.ts";
import { KnowledgeLoader } from "./knowledge-loader.ts";
import { Session } from "./session.ts";

const log = byId("conversation", HTMLElement);
const form = byId("ask-form", HTMLFormElement);
const input = byId("question", HTMLTextAreaElement);
const followUps = byId("follow-ups", HTMLElement);
const loader = new KnowledgeLoader();
const session = new Session(loader);
const contents = new AnswerContents(byId("answer-contents", HTMLElement));

/** Templates to download, by conclusion. */
const bundles = JSON.parse(log.dataset["bundles"] ?? "{}") as Readonly<
	Record<string, { readonly url: string; readonly name: string; readonly size: string } | undefined>
>;

/** The newest answer, which alone can be changed. */
let current: {
	readonly reply: Reply;
	readonly node: HTMLElement;
	readonly question: HTMLElement | null;
} | null = null;
let number = 0;
let busy = false;

async function perform(question: string | null, work: () => Promise<readonly Reply[]>): Promise<void> {
	if (busy) return;
	busy = true;
	form.ariaBusy = "true";
	try {
		const replies = await work();
		const { wording } = await loader.core();
		foldCurrent(wording);
		const asked = question === null ? null : questionView(question);
		if (asked) log.appendChild(asked);
		for (const [index, reply] of replies.entries()) {
			const last = index === replies.length - 1;
			const node = last ? newest(reply, wording, new Set()) : answerView(reply, plain(wording));
			log.appendChild(node);
			if (last) current = { reply, node, question: asked };
		}
		settle(asked ?? current?.node ?? null);
		void complete(wording);
	} catch {
		log.appendChild(trouble());
	} finally {
		busy = false;
		form.ariaBusy = "false";
	}
}

/** Adds what the rules alone do not know (cases, passages) as soon as it has arrived. */
async function complete(wording: AssistantWording): Promise<void> {
	const reply = (await session.complete())?.at(-1);
	if (reply === undefined || current === null) return;
	const node = newest(reply, wording, new Set());
	current.node.replaceWith(node);
	current = { ...current, reply, node };
	settle(null);
}

/** Replaces the newest answer after one of its facts was changed. */
async function change(slot: Slot, value: string): Promise<void> {
	const before = current;
	const replies = await session.change(slot, value);
	const reply = replies.at(-1);
	if (before === null || reply === undefined) return;
	const { wording } = await loader.core();
	const node = newest(reply, wording, new Set([slot]));
	before.node.replaceWith(node);
	current = { ...before, reply, node };
	settle(null);
	node.querySelector<HTMLElement>(".conclusion")?.focus({ preventScroll: true });
	node.querySelector(".conclusion")?.scrollIntoView({ block: "nearest" });
}

function newest(reply: Reply, wording: AssistantWording, changed: ReadonlySet<string>): HTMLElement {
	const edit = (fact: Fact, chip: HTMLButtonElement) =>
		openFactEditor(fact, chip, {
			wording,
			profile: session.profile,
			preview: async (slot, value) => previewText(await session.preview(slot, value)),
			apply: (slot, value) => void change(slot, value),
		});
	return answerView(reply, { ...plain(wording), edit, changed, choose, actions: actions(reply) });
}

/** What a changed fact would lead to, in one line. */
function previewText(reply: Reply | null): string | null {
	if (reply === null) return null;
	return reply.ask === null ? `结论变为：${reply.headline}` : `还要再问一句：${reply.headline}`;
}

function plain(wording: AssistantWording): AnswerContext {
	number++;
	return { number, titles: titles(wording), edit: null, changed: new Set(), choose: () => {}, actions: [] };
}

function titles(wording: AssistantWording): Readonly<Record<string, string>> {
	return { ...wording.titles, facts: "我的理解，点一下可以改" };
}

function actions(reply: Reply): Child[] {
	if (reply.outcome === null || reply.outcome === "refer-other-domain") return [];
	const bundle = bundles[reply.outcome];
	const plan = element(
		"a",
		{ class: bundle ? "button secondary" : "button", href: `/assistant/plan/${session.fragment}` },
		icon(PRINT),
		"打印组建方案",
	);
	if (bundle === undefined) return [plan];
	return [
		element(
			"a",
			{ class: "button", href: bundle.url, download: bundle.name },
			icon(DOWNLOAD),
			"下载整套材料",
		),
		plan,
		element("p", { class: "answer-caption" }, `ZIP，${bundle.size}。均为草稿，不含红头和文号。`),
	];
}

function choose(choices: readonly Choice[]): void {
	void perform(choices.map((choice) => choice.label).join("、"), () => session.choose(choices));
}

/** Earlier answers keep their conclusion; the rest folds away. */
function foldCurrent(wording: AssistantWording): void {
	if (current === null) return;
	const { reply, node } = current;
	const rest = answerView({ ...reply, choices: [] }, plain(wording));
	const body = rest.querySelector(".turn-body");
	const heading = body?.querySelector(".conclusion");
	heading?.remove();
	const old = element(
		"article",
		{ class: "turn answer-turn folded", "data-role": "assistant" },
		element("span", { class: "square filled", "aria-hidden": "true" }, "答"),
		element(
			"div",
			{ class: "turn-body" },
			heading ?? null,
			(body?.childElementCount ?? 0) > 0 &&
				element("details", {}, element("summary", {}, "展开这次回答"), ...Array.from(body?.children ?? [])),
		),
	);
	node.replaceWith(old);
	current = null;
}

/** After an answer: address, contents, follow-ups, and the view on the new question. */
function settle(focus: HTMLElement | null): void {
	history.replaceState(null, "", `${location.pathname}${session.fragment}`);
	if (current === null) return;
	const { reply } = current;
	contents.show(current.node);
	const suggestions = reply.ask === null ? reply.suggestions : [];
	followUps.hidden = suggestions.length === 0;
	followUps.querySelector("ul")?.replaceChildren(
		...suggestions.map((text) => {
			const button = element("button", { type: "button", class: "link-button" }, text);
			button.addEventListener("click", () => ask(text));
			return element("li", {}, button);
		}),
	);
	byId("starters", HTMLElement).hidden = true;
	input.placeholder = reply.ask === null ? "接着问，例如“那要是再来一个正式党员呢”" : "也可以直接输入";
	focus?.scrollIntoView({ block: "start" });
}

function trouble(): HTMLElement {
	return element(
		"p",
		{ class: "note error", role: "alert" },
		element("b", {}, "没有答出来"),
		"规则没有载入，请检查网络后再发一次。也可以直接看",
		element("a", { href: "/guides/" }, "办事指南"),
		"。",
	);
}

function ask(text: string): void {
	const question = text.trim();
	if (question === "") {
		input.focus();
		return;
	}
	void perform(question, () => session.ask(question));
	input.value = "";
}

form.addEventListener("submit", (event) => {
	event.preventDefault();
	ask(input.value);
});
input.addEventListener("keydown", (event) => {
	if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
	event.preventDefault();
	form.requestSubmit();
});
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-starter]")) {
	button.addEventListener("click", () => ask(button.textContent.trim()));
}

async function start(): Promise<void> {
	const state = readFragment(location.hash);
	const restored = await session.restore(state).catch(() => null);
	if (restored) await perform(null, async () => restored);
	if (state.question !== null && state.question.trim() !== "") ask(state.question);
}

document.documentElement.dataset["assistant"] = "ready";
void start();
void loader.core().catch(() => {});
