import type { Prefill } from "../../core/survey/dialogue-types.ts";
import { post } from "./post.ts";
import type { Receipt } from "./receipts.ts";

/** What the service knows of the unit's last verified answers: `none` until staff have verified them, `absent` without a service. */
export type PreviousResult =
	| { readonly kind: "found"; readonly prefill: Prefill }
	| { readonly kind: "none" | "absent" };

/** Asks for the last verified answers that were sent with this receipt's key. */
export async function askPrevious({ orgCode, key }: Receipt): Promise<PreviousResult> {
	try {
		const response = await post("/previous", { orgCode }, key);
		const { ok, previous } = (await response.json()) as { ok?: unknown; previous?: Prefill | null };
		if (ok !== true) return { kind: "absent" };
		return previous ? { kind: "found", prefill: previous } : { kind: "none" };
	} catch {
		return { kind: "absent" };
	}
}

/** What became of a withdrawal; `message` is the service's own sentence, null without a service. */
export interface WithdrawalResult {
	readonly withdrawn: boolean;
	readonly message: string | null;
}

/** Withdraws what was sent with this key. */
export async function withdraw(submissionId: string, key: string): Promise<WithdrawalResult> {
	try {
		const response = await post("/withdraw", { submissionId }, key);
		const { ok, message } = (await response.json()) as { ok?: unknown; message?: unknown };
		return { withdrawn: ok === true, message: typeof message === "string" ? message : null };
	} catch {
		return { withdrawn: false, message: null };
	}
}
