import { sentence } from "../../core/survey/messages.ts";
import { quarterLabel } from "../../core/survey/quarter.ts";
import { element } from "../enhance/element.ts";
import { askPrevious, withdraw } from "./holder.ts";
import { forgetReceipt, loadReceipts, type Receipt, readKey } from "./receipts.ts";
import { button, type Session } from "./session.ts";

/** What the page does with receipts. */
interface KeptOptions {
	readonly session: Session;
	/** Says one sentence in the page's status line. */
	readonly say: (text: string) => void;
	/** Begins a form that brings in last time's answers. */
	readonly begin: (prefill: NonNullable<Session["draft"]["prefill"]>) => void;
}

/** Receipts of this browser, and the way to withdraw with a printed one. */
export function showKept(holder: HTMLElement, options: KeptOptions): void {
	const receipts = loadReceipts();
	const { survey } = options.session.data;
	const again = () => showKept(holder, options);
	holder.replaceChildren(
		...(receipts.length === 0
			? []
			: [
					element("h3", {}, sentence("webReceiptsHead", survey)),
					element("p", { class: "field-hint" }, sentence("webReceiptsNote", survey)),
					element(
						"ul",
						{ class: "kept-receipts" },
						...receipts.map((one) => receiptLine(one, options, again)),
					),
				]),
		withdrawalForm(options, again),
	);
}

function receiptLine(receipt: Receipt, options: KeptOptions, again: () => void): HTMLElement {
	const { session, say, begin } = options;
	const { survey } = session.data;
	const use = button(sentence("webReceiptUse", survey), () => void bringLast(), "link-button");
	const bringLast = async () => {
		use.disabled = true;
		const result = await askPrevious(receipt);
		use.disabled = false;
		if (result.kind === "found") begin(result.prefill);
		else say(sentence(result.kind === "none" ? "webNotVerified" : "webNoService", survey));
	};
	const line = element(
		"li",
		{},
		element("b", {}, receipt.orgName),
		`　${quarterLabel(receipt.quarter)}　`,
		element("span", { class: "receipt-number" }, receipt.submissionId),
	);
	const actions = element(
		"div",
		{ class: "kept-actions" },
		use,
		button(
			sentence("webWithdraw", survey),
			() => confirmWithdrawal(actions, receipt.submissionId, receipt.key, options, again),
			"link-button",
		),
		button(
			sentence("webReceiptForget", survey),
			() => {
				forgetReceipt(receipt.submissionId);
				again();
				say(sentence("webReceiptForgotten", survey));
			},
			"link-button",
		),
	);
	line.append(actions);
	return line;
}

/** Withdrawal from another device, with what is printed on the receipt. */
function withdrawalForm(options: KeptOptions, again: () => void): HTMLElement {
	const { survey } = options.session.data;
	const input = (id: string) =>
		element("input", {
			class: "field",
			id,
			type: "text",
			autocomplete: "off",
			autocapitalize: "characters",
			spellcheck: "false",
		});
	const number = input("withdraw-number");
	const code = input("withdraw-code");
	const actions = element(
		"div",
		{ class: "buttons" },
		element("button", { type: "submit", class: "button secondary" }, sentence("webWithdraw", survey)),
	);
	const form = element(
		"form",
		{ novalidate: true },
		element("p", { class: "field-hint" }, sentence("webWithdrawNote", survey)),
		element("label", { for: "withdraw-number" }, sentence("webWithdrawNumber", survey)),
		number,
		element("label", { for: "withdraw-code" }, sentence("webWithdrawCode", survey)),
		code,
		actions,
	);
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		const [id, key] = [
			number.value.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase(),
			readKey(code.value),
		];
		if (id === "" || key === "") return (id === "" ? number : code).focus();
		confirmWithdrawal(actions, id, key, options, again);
	});
	return element(
		"details",
		{ class: "kept-withdraw" },
		element("summary", {}, sentence("webWithdrawHead", survey)),
		form,
	);
}

/** "Really?" in place of the buttons; only a clear yes withdraws. */
function confirmWithdrawal(
	place: HTMLElement,
	submissionId: string,
	key: string,
	{ session, say }: KeptOptions,
	again: () => void,
): void {
	const { survey } = session.data;
	const yes = button(sentence("withdrawConfirm", survey), () => void carryOut(), "button");
	const carryOut = async () => {
		yes.disabled = true;
		const { withdrawn, message } = await withdraw(submissionId, key);
		yes.disabled = false;
		if (withdrawn) {
			forgetReceipt(submissionId);
			again();
		}
		say(message ?? sentence("webNoService", survey));
	};
	place.replaceChildren(
		element("p", {}, sentence("webWithdrawPrompt", survey, { id: submissionId, days: survey.trashDays })),
		element(
			"div",
			{ class: "buttons" },
			yes,
			button(sentence("withdrawKeep", survey), () => {
				again();
				say(sentence("withdrawKept", survey));
			}),
		),
	);
	yes.focus();
}
