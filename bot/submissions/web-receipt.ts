import type { Knowledge } from "../../core/content/knowledge.ts";
import { parseCreditCode } from "../../core/survey/credit-code.ts";
import { prefillFrom } from "../../core/survey/dialogue/prefill.ts";
import type { Prefill } from "../../core/survey/dialogue-types.ts";
import { ULID_PATTERN } from "../../core/survey/fields.ts";
import { sentence } from "../../core/survey/messages.ts";
import { previousQuarter, quarterOfInstant } from "../../core/survey/quarter.ts";
import { submitterRef } from "../reference.ts";
import type { SubmissionStore } from "../stores/submissions/store.ts";

/** What the holder of a receipt may do on the web: without the receipt's key nothing is told and nothing happens. */
export interface ReceiptDesk {
	/**
	 * Answers of the last verified revision that was sent with `key` for this unit, this quarter or the one before.
	 * Null for everybody else, whether or not there is such a unit.
	 */
	previous(orgCode: string, key: string, at: Date): Promise<Prefill | null>;
	/** Withdraws what was sent with `key`. @throws StorageError when the disk fails; then nothing was withdrawn. */
	withdraw(submissionId: string, key: string, at: Date): Promise<WithdrawnResult>;
}

/** What became of a withdrawal; a wrong number and a wrong key are not told apart. */
export interface WithdrawnResult {
	readonly withdrawn: boolean;
	readonly message: string;
}

/** The desk for receipts of the web form. The key itself is never stored: only its keyed hash is compared. */
export function createReceiptDesk(
	store: Pick<SubmissionStore, "row" | "withdraw">,
	{ survey }: Pick<Knowledge, "survey">,
	refKey: Uint8Array,
): ReceiptDesk {
	return {
		async previous(given, key, at) {
			const code = parseCreditCode(given);
			if (!code.ok) return null;
			const ref = submitterRef(refKey, "web", key);
			const current = quarterOfInstant(at.toISOString());
			for (const quarter of [current, previousQuarter(current)]) {
				const { verified } = await store.row({ quarter, orgCode: code.code });
				if (verified?.submitterRef === ref) return prefillFrom(verified) ?? null;
			}
			return null;
		},
		async withdraw(given, key, at) {
			const id = given.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase();
			const result = ULID_PATTERN.test(id)
				? await store.withdraw(id, submitterRef(refKey, "web", key), at.toISOString())
				: "not-found";
			const withdrawn = result === "withdrawn" || result === "already";
			const message = withdrawn
				? sentence("withdrawn", survey, { id, days: survey.trashDays })
				: sentence("withdrawRefusedWeb", survey);
			return { withdrawn, message };
		},
	};
}
