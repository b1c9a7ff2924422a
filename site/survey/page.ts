/** The survey form: notice, pages of questions, review, receipt. Kept in this browser until it is sent. */

import type { SurveyDraft } from "../../core/survey/dialogue-types.ts";
import { SMALL_UNIT_EMPLOYEES } from "../../core/survey/fields.ts";
import { fillBlanks, type Remark, sentence } from "../../core/survey/messages.ts";
import { shanghaiDate } from "../../core/survey/quarter.ts";
import { byId, element } from "../enhance/element.ts";
import { browserKey, dropDraft, loadDraft, newDraft, saveDraft } from "./browser-store.ts";
import { checkField, smallUnitNote } from "./check-field.ts";
import { type Field, fieldView } from "./field-view.ts";
import { loadFormData, type SurveyFormData } from "./form-data.ts";
import { receiptView } from "./receipt-view.ts";
import { reviewView } from "./review-view.ts";
import { progressOf, questionsOf, sectionOfField, sectionsFor } from "./sections.ts";
import { formFields, saveFile, sendForm } from "./send.ts";

const root = byId("survey", HTMLElement);
const notice = byId("survey-notice", HTMLElement);
const agree = byId("survey-agree", HTMLButtonElement);
const now = () => new Date().toISOString();
const today = () => shanghaiDate(now());

let draft: SurveyDraft = newDraft(now());
let data: SurveyFormData;
let fields: readonly Field[] = [];

function keep(change: Partial<SurveyDraft>): void {
	draft = { ...draft, ...change };
	if (draft.at === "consent") return;
	saveDraft(draft);
}

function show(title: string, ...content: readonly (Node | false)[]): void {
	notice.hidden = true;
	root.hidden = false;
	const heading = element("h2", { tabindex: -1 }, title);
	root.replaceChildren(heading, ...content.filter((node) => node !== false));
	heading.focus({ preventScroll: true });
	root.scrollIntoView({ block: "start" });
}

/** A page of questions. */
function showSection(id: string, focusField: string | null = null): void {
	const sections = sectionsFor(draft.answers);
	const index = Math.max(
		0,
		sections.findIndex((section) => section.id === id),
	);
	const section = sections[index];
	if (section === undefined) return;
	keep({ at: section.id });
	const holder = element("div", { class: "questions" });
	const next = element("button", { type: "submit", class: "button" });
	const rebuild = () => {
		fields = questionsOf(section, draft.answers).map(
			(question) =>
				fields.find((field) => field.question.field === question.field && field.node.isConnected) ??
				fieldView(question, draft.answers[question.field], data, today()),
		);
		for (const node of Array.from(holder.children)) {
			if (!fields.some((field) => field.node === node)) node.remove();
		}
		// A node that stands where it should is not moved: moving it would swallow the click that caused the change.
		for (const [at, { node }] of fields.entries()) {
			if (holder.children[at] !== node) holder.insertBefore(node, holder.children[at] ?? null);
		}
		next.textContent =
			draft.editing || sectionsFor(draft.answers).at(-1)?.id === section.id ? "核对" : "下一步";
	};
	fields = [];
	rebuild();
	const form = element(
		"form",
		{ class: "survey-form", novalidate: true },
		progress(index, sections.length),
		holder,
		element(
			"div",
			{ class: "buttons" },
			next,
			back(index === 0 ? null : () => showSection(sections[index - 1]?.id ?? "")),
		),
	);
	// A choice may call for other questions on the same page.
	form.addEventListener("change", (event) => {
		const field = fields.find(({ node }) => event.target instanceof Node && node.contains(event.target));
		if (field === undefined) return;
		const read = take(field);
		if (read || field.text() !== "") rebuild();
		remind(holder);
	});
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		const wrong = fields.filter((field) => !take(field));
		if (wrong.length > 0) {
			wrong[0]?.focus();
			return;
		}
		const following = sectionsFor(draft.answers);
		const after = following[following.findIndex((other) => other.id === section.id) + 1];
		if (draft.editing || after === undefined) showReview([]);
		else showSection(after.id);
	});
	show(section.title, form);
	remind(holder);
	fields.find(({ question }) => question.field === focusField)?.focus();
}

/** Reads a field into the draft; says what to do when it cannot be read. */
function take(field: Field): boolean {
	const { question } = field;
	const result = checkField(question, field.text(), data, today());
	field.complain(result.ok ? null : result.message);
	if (result.ok) keep({ answers: { ...draft.answers, [question.field]: result.value } });
	return result.ok;
}

/** Very small units are better visited. */
function remind(holder: HTMLElement): void {
	const text = smallUnitNote(draft.answers["employees"], SMALL_UNIT_EMPLOYEES, data);
	holder.querySelector(".small-unit")?.remove();
	const after = fields.find(({ question }) => question.field === "employees");
	if (text !== null && after) after.node.append(element("p", { class: "note small-unit" }, text));
}

function progress(index: number, count: number): HTMLElement {
	const { done, total } = progressOf(draft.answers);
	return element(
		"p",
		{ class: "survey-progress" },
		element("span", {}, `第${index + 1}页，共${count}页`),
		element("progress", { max: total, value: done, "aria-label": "填报进度" }),
		element("span", {}, `已填${done}/${total}题`),
	);
}

function back(go: (() => void) | null): Node | false {
	if (go === null) return false;
	const button = element("button", { type: "button", class: "button secondary" }, "上一步");
	button.addEventListener("click", go);
	return button;
}

/** Everything at a glance before sending. */
function showReview(errors: readonly Remark[], trouble: string | null = null): void {
	keep({ at: "review", editing: false });
	const edit = (field: string) => {
		keep({ editing: true });
		showSection(sectionOfField(field)?.id ?? "", field);
	};
	const { nodes, sendable } = reviewView({ draft, data, now: now(), errors, edit });
	const send = element(
		"button",
		{ type: "button", class: "button", disabled: !sendable },
		sentence("send", data.survey),
	);
	send.addEventListener("click", () => void submit(send));
	const cancel = element(
		"button",
		{ type: "button", class: "button secondary" },
		sentence("cancel", data.survey),
	);
	cancel.addEventListener("click", () => {
		dropDraft();
		draft = newDraft(now());
		root.hidden = true;
		notice.hidden = false;
		byId("survey-state", HTMLElement).textContent = "已取消填报，草稿已删除，没有提交任何内容。";
		notice.scrollIntoView({ block: "start" });
	});
	const sections = sectionsFor(draft.answers);
	show(
		sentence("reviewTitle", data.survey),
		trouble !== null &&
			element("p", { class: "note error", role: "alert" }, element("b", {}, "没有发送"), trouble),
		...nodes,
		element("p", { class: "review-hint" }, "请自己再看一遍：不要有任何人的姓名、电话、证件号码。"),
		element(
			"div",
			{ class: "buttons" },
			send,
			back(() => showSection(sections.at(-1)?.id ?? "")) || cancel,
			cancel,
		),
	);
}

async function submit(button: HTMLButtonElement): Promise<void> {
	const fieldsToSend = formFields(draft, now());
	button.disabled = true;
	button.ariaBusy = "true";
	const result = await sendForm(fieldsToSend, browserKey());
	if (result.kind === "received") {
		const sent = draft;
		dropDraft();
		const print = element("button", { type: "button", class: "button", "data-print": true }, "打印回执");
		const again = element("a", { class: "button secondary", href: "/survey/" }, "再填一份");
		show(
			"填报回执",
			...receiptView(sent, data, now(), result),
			element("div", { class: "buttons" }, print, again),
		);
	} else if (result.kind === "rejected") showReview(result.errors, result.message);
	else if (result.kind === "later") showReview([], result.message);
	else showSaved(fieldsToSend);
}

/** No service here: the form becomes a file for the office. */
function showSaved(fieldsToSend: Readonly<Record<string, unknown>>): void {
	const save = element("button", { type: "button", class: "button" }, "保存填报文件");
	save.addEventListener("click", () => saveFile(fieldsToSend));
	const retry = element("button", { type: "button", class: "button secondary" }, "再试一次发送");
	retry.addEventListener("click", () => void submit(retry));
	show(
		"还没有发送出去",
		element(
			"p",
			{},
			"现在连不上填报服务（没有网络，或者这里只有网页没有开通收件）。内容都还在本机，可以保存成一个文件交给街道工作人员导入；也可以稍后再发送。",
		),
		element("p", {}, `填报编号：${draft.submissionId}。用同一个编号重复发送或导入，不会重复登记。`),
		element("div", { class: "buttons" }, save, retry, back(() => showReview([])) || retry),
	);
}

function resume(): void {
	if (draft.at === "review") showReview([]);
	else showSection(draft.at);
}

async function start(): Promise<void> {
	data = await loadFormData();
	const { survey } = data;
	const stored = loadDraft(now(), survey.draftDays);
	const state = byId("survey-state", HTMLElement);
	if (stored.expired)
		state.textContent = fillBlanks(`上一份草稿超过{days}天，已经删除。`, { days: survey.draftDays });
	agree.disabled = false;
	agree.addEventListener("click", () => {
		keep({ ...newDraft(now()), consentVersion: survey.consentVersion, at: "unit" });
		showSection("unit");
	});
	if (stored.draft === null) return;
	const found = stored.draft;
	const go = element("button", { type: "button", class: "button secondary" }, "接着填");
	state.textContent = sentence("resume", survey);
	go.addEventListener("click", () => {
		// A changed notice has to be agreed to anew.
		if (found.consentVersion !== survey.consentVersion) return;
		draft = found;
		resume();
	});
	if (found.consentVersion === survey.consentVersion) agree.before(go);
}

start().catch(() => {
	byId("survey-state", HTMLElement).textContent = "表单没有载入，请检查网络后刷新本页。";
});
