import { appendFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { chineseDate } from "../../core/assistant/dates.ts";
import type { Knowledge } from "../../core/content/knowledge.ts";
import { STOP_REMINDERS } from "../../core/survey/dialogue/buttons.ts";
import { SUBMITTER_REF_PATTERN } from "../../core/survey/fields.ts";
import { sentence } from "../../core/survey/messages.ts";
import { quarterBounds, quarterLabel, quarterOfInstant, shanghaiDate } from "../../core/survey/quarter.ts";
import { type Button, fill } from "../exchange/buttons.ts";
import type { Log } from "../log.ts";
import { pause } from "../pause.ts";
import type { ContactStore } from "../stores/contacts/contact-store.ts";
import type { SubmissionStore } from "../stores/submissions/store.ts";

/** Pause between two reminders, in milliseconds: far below Telegram's limit of 30 messages a second. */
const SPACING_MS = 100;
const DAY_MS = 86_400_000;

/** What reminders work with. */
export interface ReminderOptions {
	/** Folder that remembers who was reminded. */
	readonly folder: string;
	readonly store: SubmissionStore;
	readonly contacts: ContactStore;
	readonly knowledge: Pick<Knowledge, "bot" | "survey">;
	/** Writes to a chat; false when it could not be reached. */
	readonly tell: (chat: string, text: string, button: Button) => Promise<boolean>;
	readonly log: Log;
	readonly stop: AbortSignal;
	readonly now?: () => Date;
}

/**
 * Reminds submitters who opted in and have not submitted in the current quarter, once a quarter,
 * in its last days and during the day. @returns how many were reminded.
 */
export async function sendReminders(options: ReminderOptions): Promise<number> {
	const { folder, store, contacts, knowledge, tell, log, stop, now = () => new Date() } = options;
	const { reminders } = knowledge.bot;
	const instant = now().toISOString();
	const quarter = quarterOfInstant(instant);
	const { last } = quarterBounds(quarter);
	const left = (Date.parse(last) - Date.parse(shanghaiDate(instant))) / DAY_MS;
	const hour = new Date(Date.parse(instant) + 8 * 3_600_000).getUTCHours();
	if (left > reminders.daysBefore || hour < reminders.fromHour || hour >= reminders.toHour) return 0;
	const references = await contacts.references();
	if (references.length === 0) return 0;

	const done = await remindedIn(folder, quarter);
	for (const { head } of await store.rows(quarter)) {
		if (head !== null && head.state !== "returned") done.add(head.submitterRef);
	}
	const text = fill(reminders.text, { quarter: quarterLabel(quarter), date: chineseDate(last) });
	const button: Button = { label: sentence("remindStop", knowledge.survey), data: STOP_REMINDERS };
	let count = 0;
	for (const ref of references) {
		if (stop.aborted) break;
		if (done.has(ref)) continue;
		const chat = await contacts.chatOf(ref);
		// Noted only when it was sent: a crash in between reminds once more rather than never.
		if (chat === null || !(await tell(chat, text, button))) continue;
		await note(folder, quarter, ref);
		count += 1;
		await pause(SPACING_MS, stop);
	}
	if (count > 0) log({ event: "reminders.sent", count });
	return count;
}

async function remindedIn(folder: string, quarter: string): Promise<Set<string>> {
	const text = await readFile(join(folder, `${quarter}.txt`), "utf8").catch(
		(error: NodeJS.ErrnoException) => {
			if (error.code === "ENOENT") return "";
			throw error;
		},
	);
	return new Set(text.split("\n").filter((line) => SUBMITTER_REF_PATTERN.test(line)));
}

async function note(folder: string, quarter: string, ref: string): Promise<void> {
	await mkdir(folder, { recursive: true, mode: 0o700 });
	await appendFile(join(folder, `${quarter}.txt`), `${ref}\n`, { mode: 0o600 });
}
