import type { Knowledge } from "../../core/content/knowledge.ts";
import { checkSubmission } from "../../core/survey/check.ts";
import { quarterOfInstant } from "../../core/survey/quarter.ts";
import type { SubmissionDesk } from "../exchange/ports.ts";
import type { ContactStore } from "../stores/contacts/contact-store.ts";
import type { SubmissionStore } from "../stores/submissions/store.ts";

/** The dialogue asked to store something that its own rules forbid: a defect, never a person's mistake. */
export class InvalidSubmissionError extends Error {
	readonly code: string;
	constructor(errors: readonly string[]) {
		super(`dialogue produced an invalid submission: ${errors.join(" ")}`);
		this.name = "InvalidSubmissionError";
		this.code = errors[0] ?? "invalid";
	}
}

/** Where the effects of the dialogue (Telegram, terminal) end: store and contacts. */
export function createSubmissionDesk(
	store: SubmissionStore,
	contacts: ContactStore,
	{ district }: Pick<Knowledge, "district">,
	now: () => Date = () => new Date(),
): SubmissionDesk {
	const streets = new Set(district.streets.map((street) => street.code));
	return {
		previous: (ref) => store.previousOf(ref, quarterOfInstant(now().toISOString())),
		async facts({ answers: { orgCode, quarter, partyOrgId } }) {
			if (typeof orgCode !== "string" || typeof quarter !== "string") return null;
			const key = { orgCode, quarter };
			const organisation = typeof partyOrgId === "string" ? partyOrgId : null;
			return {
				orgCode,
				lastQuarter: await store.lastQuarterOf(key),
				partyOrgId: organisation,
				otherUnits: organisation === null ? 0 : await store.otherUnits(key, organisation),
			};
		},
		async submit(given) {
			const { ok, errors, submission } = checkSubmission(given, { streets });
			if (!ok || submission === null) throw new InvalidSubmissionError(errors);
			const result = await store.submit(submission);
			switch (result.kind) {
				case "accepted":
				case "again":
					return "stored";
				case "conflict":
				case "refused":
					return result.kind;
			}
		},
		async withdraw(submissionId, ref) {
			const result = await store.withdraw(submissionId, ref, now().toISOString());
			if (result === "withdrawn" || result === "already") await contacts.forget(ref);
			return result === "withdrawn" ? "withdrawn" : "refused";
		},
		reminders: (ref, chat, on) =>
			on ? contacts.remember(ref, chat, now().toISOString()) : contacts.forget(ref),
	};
}
