import type { Knowledge } from "../../core/content/knowledge.ts";
import { ULID_PATTERN } from "../../core/survey/fields.ts";
import { type Remark, remarks, sentence } from "../../core/survey/messages.ts";
import { submitterRef } from "../reference.ts";
import type { SubmissionStore } from "../stores/submissions/store.ts";
import { judgeWithLedger } from "./judge.ts";
import { createReceiptDesk, type ReceiptDesk } from "./web-receipt.ts";

/** What became of a web submission. */
export type WebResult =
	| {
			readonly kind: "accepted" | "again" | "conflict";
			readonly submissionId: string;
			readonly revision: number;
			readonly quarter: string;
			readonly warnings: readonly Remark[];
			/** The receipt in Chinese. */
			readonly message: string;
	  }
	| { readonly kind: "invalid"; readonly errors: readonly Remark[]; readonly message: string }
	| { readonly kind: "refused"; readonly message: string };

/** Takes what the web form posts, and serves those who hold a receipt. */
export interface WebDesk extends ReceiptDesk {
	/** `browserKey` is the random key the browser keeps. @throws StorageError when nothing could be stored. */
	accept(body: unknown, browserKey: string | null, at: Date): Promise<WebResult>;
}

/**
 * The web form's desk: parse, filter, judge, store, answer in Chinese. What the browser
 * cannot know or must not decide (channel, sender, time, state, revision) is set here.
 */
export function createWebDesk(
	store: SubmissionStore,
	knowledge: Pick<Knowledge, "district" | "survey">,
	refKey: Uint8Array,
): WebDesk {
	return {
		...createReceiptDesk(store, knowledge, refKey),
		async accept(body, browserKey, at): Promise<WebResult> {
			const { survey } = knowledge;
			const checked = await judgeWithLedger(envelope(body, browserKey, at, refKey), knowledge, store);
			if (!checked.ok || checked.submission === null) {
				const message = sentence("refusedClosed", survey);
				return { kind: "invalid", errors: remarks(checked.errors, survey), message };
			}
			const result = await store.submit(checked.submission);
			if (result.kind === "refused") {
				const key = result.reason === "withdrawn" ? "refusedWithdrawn" : "refusedReuse";
				return { kind: "refused", message: sentence(key, survey) };
			}
			const { submissionId, revision, quarter } = result.submission;
			const lines = [sentence("received", survey, { id: submissionId })];
			if (result.kind === "conflict") lines.push(sentence("receiptConflict", survey));
			if (result.kind === "again") lines.push(sentence("receiptAgain", survey));
			return {
				kind: result.kind,
				submissionId,
				revision,
				quarter,
				warnings: remarks(checked.warnings, survey),
				message: lines.join(""),
			};
		},
	};
}

/** Completes what the browser sent; anything that is not an object is left for the schema to refuse. */
function envelope(body: unknown, browserKey: string | null, at: Date, refKey: Uint8Array): unknown {
	if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
	const { baseRevision, state, submitterRef: claimed, ...rest } = body as Readonly<Record<string, unknown>>;
	const submissionId = "submissionId" in rest ? rest.submissionId : undefined;
	// A reference in the body is only a word of the browser's: it is hashed like a key, never taken over.
	const sender = browserKey ?? (typeof claimed === "string" ? claimed : null) ?? idOf(submissionId);
	const base = Number.isSafeInteger(baseRevision) ? Number(baseRevision) : undefined;
	return {
		...rest,
		channel: "web",
		submitterRef: submitterRef(refKey, "web", sender),
		submittedAt: at.toISOString(),
		state: state === undefined || state === "submitted" ? "submitted" : null,
		revision: (base ?? 0) + 1,
		...(baseRevision === undefined || baseRevision === null ? {} : { baseRevision }),
	};
}

/** Without any key a submission can still be sent again, but not withdrawn: its own id stands for the sender. */
function idOf(submissionId: unknown): string {
	return typeof submissionId === "string" && ULID_PATTERN.test(submissionId) ? submissionId : "";
}
