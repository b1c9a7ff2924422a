import { submissionOf } from "../../core/survey/dialogue/row.ts";
import type { SurveyDraft } from "../../core/survey/dialogue-types.ts";
import type { Remark } from "../../core/survey/messages.ts";
import { post } from "./post.ts";

/** What became of a sent form. */
export type SendResult =
	| { readonly kind: "received"; readonly message: string; readonly warnings: readonly Remark[] }
	/** The service looked at it and did not take it. */
	| { readonly kind: "rejected"; readonly message: string; readonly errors: readonly Remark[] }
	/** The service is there but could not store it now. */
	| { readonly kind: "later"; readonly message: string }
	/** No service answers here: the site is only files, or there is no network. */
	| { readonly kind: "absent" };

/** Fields of the form as they are posted and saved; the envelope (sender, channel, time, state) is the service's. */
export function formFields(draft: SurveyDraft, now: string): Readonly<Record<string, unknown>> {
	const {
		submitterRef: _ref,
		submittedAt: _at,
		state: _state,
		channel: _channel,
		revision: _revision,
		...fields
	} = submissionOf(draft, {
		now,
		channel: "web",
		submitterRef: "",
		newSubmissionId: draft.submissionId,
		previous: null,
	});
	return fields;
}

/** Posts the form. Sending the same form twice is harmless: its number is part of it. */
export async function sendForm(fields: Readonly<Record<string, unknown>>, key: string): Promise<SendResult> {
	let response: Response;
	try {
		response = await post("", fields, key);
	} catch {
		return { kind: "absent" };
	}
	const answer = await readAnswer(response);
	if (answer === null) return { kind: "absent" };
	const { ok, message, errors, warnings } = answer;
	if (ok) return { kind: "received", message, warnings };
	return response.status === 429 || response.status >= 500
		? { kind: "later", message }
		: { kind: "rejected", message, errors };
}

interface Answer {
	readonly ok: boolean;
	readonly message: string;
	readonly errors: readonly Remark[];
	readonly warnings: readonly Remark[];
}

/** The service answers in JSON with `ok`; a plain web server answers with a page. */
async function readAnswer(response: Response): Promise<Answer | null> {
	try {
		const value = (await response.json()) as Partial<Answer> | null;
		if (typeof value?.ok !== "boolean") return null;
		const list = (remarks: unknown) => (Array.isArray(remarks) ? (remarks as Remark[]) : []);
		return {
			ok: value.ok,
			message: typeof value.message === "string" ? value.message : "",
			errors: list(value.errors),
			warnings: list(value.warnings),
		};
	} catch {
		return null;
	}
}

/** Saves the form as a file that `ledger import` takes. */
export function saveFile(fields: Readonly<Record<string, unknown>>): void {
	const blob = new Blob([`${JSON.stringify(fields, null, "\t")}\n`], { type: "application/json" });
	const link = document.createElement("a");
	link.href = URL.createObjectURL(blob);
	link.download = `五清排查-${fields["quarter"]}-${fields["orgCode"]}.json`;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
