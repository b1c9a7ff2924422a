import { SMALL_UNIT_EMPLOYEES } from "../../core/survey/fields.ts";
import { sentence } from "../../core/survey/messages.ts";
import { element } from "../enhance/element.ts";
import { checkField, smallUnitNote } from "./check-field.ts";
import { type Field, fieldView } from "./field-view.ts";
import { bringIn, dropPrefill } from "./prefilled.ts";
import { type FormSection, progressOf, questionsOf, sectionsFor } from "./sections.ts";
import { button, type Session } from "./session.ts";

/** A page of questions. */
export function showSection(session: Session, id: string, focusField: string | null = null): void {
	const sections = sectionsFor(session.draft.answers);
	const index = Math.max(
		0,
		sections.findIndex((section) => section.id === id),
	);
	const section = sections[index];
	if (section === undefined) return;
	session.keep({ at: section.id });
	const { data } = session;
	const holder = element("div", { class: "questions" });
	const next = element("button", { type: "submit", class: "button" });
	// Otherwise the field just filled in reports its change between pressing and letting go, what it brings or takes
	// away moves the button, and the click is lost.
	next.addEventListener("mousedown", (event) => event.preventDefault());
	let fields: readonly Field[] = [];
	const rebuild = () => {
		fields = fieldsOf(session, section, fields);
		for (const node of Array.from(holder.children)) {
			if (!fields.some((field) => field.node === node)) node.remove();
		}
		// A node that stands where it should is not moved: moving it would swallow the click that caused the change.
		for (const [at, { node }] of fields.entries()) {
			if (holder.children[at] !== node) holder.insertBefore(node, holder.children[at] ?? null);
		}
		const last = sectionsFor(session.draft.answers).at(-1)?.id === section.id;
		next.textContent = session.draft.editing || last ? "核对" : "下一步";
		remind(session, fields);
	};
	rebuild();
	const before = sections[index - 1]?.id;
	const summary = element("p", { class: "note error", role: "alert", hidden: true });
	const form = element(
		"form",
		{ class: "survey-form", novalidate: true },
		progress(session, index, sections.length),
		session.draft.prefill !== undefined &&
			element("p", { class: "note" }, sentence("webPrefilled", data.survey)),
		summary,
		holder,
		element(
			"div",
			{ class: "buttons" },
			next,
			before !== undefined && button("上一步", () => session.go.section(session, before)),
		),
		element(
			"p",
			{ class: "field-hint draft-note" },
			sentence("webDraftKept", data.survey, { days: data.survey.draftDays }),
			button(
				sentence("webDraftDelete", data.survey),
				() => {
					session.drop();
					session.go.notice(session, sentence("webDraftDeleted", data.survey));
				},
				"link-button",
			),
		),
	);
	// A choice may call for other questions on the same page.
	form.addEventListener("change", (event) => {
		const field = fields.find(({ node }) => event.target instanceof Node && node.contains(event.target));
		if (field === undefined) return;
		const read = take(session, field);
		if (read && dropPrefill(session)) return session.go.section(session, section.id, "orgName");
		if (read || field.text() !== "") rebuild();
	});
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		const wrong = fields.filter((field) => !take(session, field));
		summary.hidden = wrong.length < 2;
		summary.textContent = `这一页有${wrong.length}处要填写或改正，都已标出。`;
		if (wrong.length > 0) {
			wrong[0]?.focus();
			return;
		}
		const asked = fields;
		rebuild();
		const added = fields.find((field) => !asked.includes(field));
		if (added !== undefined) {
			added.focus();
			return;
		}
		const following = sectionsFor(session.draft.answers);
		const after = following[following.findIndex((other) => other.id === section.id) + 1];
		if (session.draft.editing || after === undefined) session.go.review(session, []);
		else session.go.section(session, after.id);
	});
	session.show(section.title, form);
	fields.find(({ question }) => question.field === focusField)?.focus();
}

/** Fields of the questions that are due on a page; those already shown stay as they are. */
function fieldsOf(session: Session, section: FormSection, shown: readonly Field[]): readonly Field[] {
	bringIn(session, section);
	const { answers } = session.draft;
	return questionsOf(section, answers).map(
		(question) =>
			shown.find((field) => field.question.field === question.field && field.node.isConnected) ??
			fieldView(question, answers[question.field], session.data, session.today()),
	);
}

/** Reads a field into the draft; says what to do when it cannot be read. */
function take(session: Session, field: Field): boolean {
	const { question } = field;
	const result = checkField(question, field.text(), session.data, session.today());
	field.complain(result.ok ? null : result.message);
	if (result.ok) session.keep({ answers: { ...session.draft.answers, [question.field]: result.value } });
	return result.ok;
}

/** Very small units are better visited. */
function remind({ draft, data }: Session, fields: readonly Field[]): void {
	const field = fields.find(({ question }) => question.field === "employees");
	field?.node.querySelector(".small-unit")?.remove();
	const text = smallUnitNote(draft.answers["employees"], SMALL_UNIT_EMPLOYEES, data);
	if (text !== null) field?.node.append(element("p", { class: "note small-unit" }, text));
}

function progress({ draft }: Session, index: number, count: number): HTMLElement {
	const { done, total } = progressOf(draft.answers);
	return element(
		"p",
		{ class: "survey-progress" },
		element("span", {}, `第${index + 1}页，共${count}页`),
		element("progress", { max: total, value: done, "aria-label": "填报进度" }),
		element("span", {}, `已填${done}/${total}题`),
	);
}
