import type { Context } from "grammy";
import type { Message } from "../../core/assistant/types.ts";
import type { Press } from "../exchange/buttons.ts";
import type { InboxItem } from "../inbox/reduce.ts";

/** What the features find on the context. */
export interface HandbookFlavor {
	/** The stored item this update came from. */
	readonly item: InboxItem;
	/** Hands the input to the assistant and shows the answer. */
	respond(input: Message | { readonly kind: "press"; readonly press: Press }): Promise<void>;
	/** Sends a sentence of the shell itself. */
	say(text: string): Promise<void>;
	/** Points to the private chat, where surveys belong. */
	pointToPrivate(): Promise<void>;
}

/** grammY's context with what is ours. */
export type HandbookContext = Context & HandbookFlavor;

/** Staff work in the chat. Each answer is Chinese text, ready to be sent; nothing is exported through chat. */
export interface StaffDesk {
	/** What waits for verification. */
	queue(): Promise<string>;
	/** Verifies a submission, adding the organisation's number where it is missing. `staff` is the keyed reference of the verifier, who must not be the submitter. */
	verify(submissionId: string, staff: string, partyOrgId?: string): Promise<string>;
	/** Returns a submission with a reason. */
	returnWithReason(submissionId: string, reason: string, staff: string): Promise<string>;
	/** Active organisations without a verified revision this quarter, for one street or all. */
	stale(street: string | null): Promise<string>;
	/** Counts of a quarter, the current one when `null`. */
	stats(quarter: string | null): Promise<string>;
}
