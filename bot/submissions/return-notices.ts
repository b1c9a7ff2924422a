import { appendFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Knowledge } from "../../core/content/knowledge.ts";
import { quarterLabel } from "../../core/survey/quarter.ts";
import { fill } from "../exchange/buttons.ts";
import { pause } from "../pause.ts";
import type { ContactStore } from "../stores/contacts/contact-store.ts";
import type { SubmissionStore } from "../stores/submissions/store.ts";

/** Pause between two messages, in milliseconds. */
const SPACING_MS = 100;
/** Older quarters are closed: nobody is asked to correct them. */
const QUARTERS = 2;
const FILE = "returned.txt";

/** What the notices work with. */
export interface ReturnNoticeOptions {
	/** Folder that remembers which returns were told. */
	readonly folder: string;
	readonly store: SubmissionStore;
	readonly contacts: Pick<ContactStore, "references" | "chatOf">;
	readonly knowledge: Pick<Knowledge, "bot">;
	/** Writes to a chat; false when it could not be reached. */
	readonly tell: (chat: string, text: string) => Promise<boolean>;
	readonly stop: AbortSignal;
}

/**
 * Tells submitters who opted in that their submission was returned and why, each return once, wherever staff
 * returned it: in the chat or at the office's screen. @returns how many were told.
 */
export async function sendReturnNotices(options: ReturnNoticeOptions): Promise<number> {
	const { folder, store, contacts, knowledge, tell, stop } = options;
	const opted = new Set(await contacts.references());
	if (opted.size === 0) return 0;
	const told = await toldBefore(folder);
	let count = 0;
	for (const quarter of (await store.quarters()).slice(-QUARTERS)) {
		for (const { head } of await store.rows(quarter)) {
			if (stop.aborted) return count;
			if (head?.state !== "returned" || !opted.has(head.submitterRef)) continue;
			const name = `${head.submissionId}.${head.revision}`;
			if (told.has(name)) continue;
			const chat = await contacts.chatOf(head.submitterRef);
			const text = fill(knowledge.bot.staff.returnedToSender, {
				name: head.orgName,
				quarter: quarterLabel(quarter),
				reason: head.returnReason ?? "",
			});
			// Noted only when it was sent: a crash in between tells once more rather than never.
			if (chat === null || !(await tell(chat, text))) continue;
			await mkdir(folder, { recursive: true, mode: 0o700 });
			await appendFile(join(folder, FILE), `${name}\n`, { mode: 0o600 });
			count += 1;
			await pause(SPACING_MS, stop);
		}
	}
	return count;
}

async function toldBefore(folder: string): Promise<ReadonlySet<string>> {
	try {
		return new Set((await readFile(join(folder, FILE), "utf8")).split("\n"));
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return new Set();
		throw error;
	}
}
