import { submissionOf } from "../../core/survey/dialogue/row.ts";
import type { SurveyDraft } from "../../core/survey/dialogue-types.ts";
import { type Remark, sentence } from "../../core/survey/messages.ts";
import { quarterLabel } from "../../core/survey/quarter.ts";
import { element } from "../enhance/element.ts";
import { adviceNodes } from "./advice.ts";
import type { SurveyFormData } from "./form-data.ts";
import { surroundingsOf } from "./review-view.ts";

/** The printable receipt: number, what happens next, remarks, and what fits this unit. */
export function receiptView(
	draft: SurveyDraft,
	data: SurveyFormData,
	now: string,
	/** 撤回码. */
	key: string,
	answer: { readonly message: string; readonly warnings: readonly Remark[] },
): readonly Node[] {
	const { survey } = data;
	const submission = submissionOf(draft, surroundingsOf(draft, now));
	const advice = element("div", { class: "receipt-advice" });
	void adviceNodes(submission, survey).then((nodes) => advice.replaceChildren(...nodes));
	return [
		element(
			"div",
			{ class: "note success" },
			element("b", {}, "已收到"),
			sentence("receiptHead", survey, {
				name: submission.orgName,
				quarter: quarterLabel(submission.quarter),
			}),
		),
		element(
			"dl",
			{ class: "facts receipt-facts" },
			element(
				"div",
				{},
				element("dt", {}, "回执编号"),
				element("dd", { class: "receipt-number" }, draft.submissionId),
			),
			element(
				"div",
				{},
				element("dt", {}, sentence("webWithdrawCode", survey)),
				element("dd", { class: "withdraw-code" }, key),
			),
			element("div", {}, element("dt", {}, "填报季度"), element("dd", {}, quarterLabel(submission.quarter))),
			element("div", {}, element("dt", {}, "统一社会信用代码"), element("dd", {}, submission.orgCode)),
		),
		element("p", {}, answer.message),
		element("p", {}, sentence("webReceiptNext", survey)),
		element("p", {}, sentence("webWithdrawCodeNote", survey)),
		element("p", {}, sentence("webReceiptsNote", survey)),
		answer.warnings.length > 0 &&
			element(
				"div",
				{ class: "note" },
				element("b", {}, sentence("warningsHead", survey)),
				element("ul", {}, ...answer.warnings.map(({ message }) => element("li", {}, message))),
			),
		advice,
	].filter((node) => node !== false);
}
