import { submissionOf } from "../../core/survey/dialogue/row.ts";
import { element } from "../enhance/element.ts";
import { receiptView } from "./receipt-view.ts";
import { keyFor, saveReceipt } from "./receipts.ts";
import { surroundingsOf } from "./review-view.ts";
import { formFields, saveFile, sendForm } from "./send.ts";
import { button, type Session } from "./session.ts";

/** Sends the form; the draft stays until the service has said that it is stored. */
export async function submit(session: Session, pressed: HTMLButtonElement): Promise<void> {
	const { draft, data } = session;
	const now = session.now();
	const fields = formFields(draft, now);
	const { submissionId, quarter, orgCode, orgName } = submissionOf(draft, surroundingsOf(draft, now));
	const key = keyFor(orgCode);
	pressed.disabled = true;
	pressed.ariaBusy = "true";
	const result = await sendForm(fields, key);
	if (result.kind === "received") {
		saveReceipt({ submissionId, quarter, orgCode, orgName, key });
		session.drop();
		const print = element("button", { type: "button", class: "button", "data-print": true }, "打印回执");
		const again = element("a", { class: "button secondary", href: "/survey/" }, "再填一份");
		session.show(
			"填报回执",
			...receiptView(draft, data, now, key, result),
			element("div", { class: "buttons" }, print, again),
		);
	} else if (result.kind === "rejected") session.go.review(session, result.errors, result.message);
	else if (result.kind === "later") session.go.review(session, [], result.message);
	else showUnsent(session, fields);
}

/** No service here: the form becomes a file for the office. */
function showUnsent(session: Session, fields: Readonly<Record<string, unknown>>): void {
	const retry = button("再试一次发送", () => void submit(session, retry));
	session.show(
		"还没有发送出去",
		element(
			"p",
			{},
			"现在连不上填报服务（没有网络，或者这里只有网页没有开通收件）。内容都还在本机，可以保存成一个文件交给街道工作人员导入；也可以稍后再发送。",
		),
		element("p", {}, `填报编号：${session.draft.submissionId}。用同一个编号重复发送或导入，不会重复登记。`),
		element(
			"div",
			{ class: "buttons" },
			button("保存填报文件", () => saveFile(fields), "button"),
			retry,
			button("上一步", () => session.go.review(session, [])),
		),
	);
}
