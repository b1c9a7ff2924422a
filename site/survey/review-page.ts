import { type Remark, sentence } from "../../core/survey/messages.ts";
import { element } from "../enhance/element.ts";
import { reviewView } from "./review-view.ts";
import { sectionOfField, sectionsFor } from "./sections.ts";
import { button, type Session } from "./session.ts";

/** Everything at a glance before sending. */
export function showReview(session: Session, errors: readonly Remark[], trouble: string | null = null): void {
	session.keep({ at: "review", editing: false });
	const { draft, data } = session;
	const { survey } = data;
	const edit = (field: string) => {
		session.keep({ editing: true });
		session.go.section(session, sectionOfField(field)?.id ?? "", field);
	};
	const { nodes, sendable } = reviewView({ draft, data, now: session.now(), errors, edit });
	const send = button(sentence("send", survey), () => void session.go.send(session, send), "button");
	send.disabled = !sendable;
	const cancel = button(sentence("cancel", survey), () => {
		session.drop();
		session.go.notice(session, sentence("webDraftDeleted", survey));
	});
	const last = sectionsFor(draft.answers).at(-1)?.id ?? "";
	session.show(
		sentence("reviewTitle", survey),
		trouble !== null &&
			element("p", { class: "note error", role: "alert" }, element("b", {}, "没有发送"), trouble),
		...nodes,
		element("p", { class: "review-hint" }, "请自己再看一遍：不要有任何人的姓名、电话、证件号码。"),
		element(
			"div",
			{ class: "buttons" },
			send,
			button("上一步", () => session.go.section(session, last)),
			cancel,
		),
	);
}
