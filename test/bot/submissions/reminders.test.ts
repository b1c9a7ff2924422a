import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ContactStore } from "../../../bot/stores/contacts/contact-store.ts";
import { openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import { sendReminders } from "../../../bot/submissions/reminders.ts";
import { STOP_REMINDERS } from "../../../core/survey/dialogue/buttons.ts";
import { sampleSubmission } from "../../doubles/assistant.ts";
import { shellKnowledge } from "../../fixtures/shell-knowledge.ts";

const [due, submitted, unreachable] = ["a", "b", "c"].map((letter) => letter.repeat(64)) as [
	string,
	string,
	string,
];
let dataDir: string;
beforeEach(() => {
	dataDir = mkdtempSync(join(tmpdir(), "reminders-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function office() {
	const key = new Uint8Array(32).fill(3);
	const contacts = new ContactStore(join(dataDir, "contacts"), key);
	const { submissions } = await openSubmissionStore(dataDir, { trashDays: 30 });
	for (const [ref, chat] of [
		[due, "11"],
		[submitted, "12"],
		[unreachable, "13"],
	] as const) {
		await contacts.remember(ref, chat, "2026-09-01T00:00:00.000Z");
	}
	await submissions.submit(
		sampleSubmission("01K5B2WZ3M8Q4R7T9V1X2Y3Z4A", submitted, "2026-09-02T00:00:00.000Z"),
	);
	const told: { chat: string; text: string; data: string }[] = [];
	const run = (now: string) =>
		sendReminders({
			folder: join(dataDir, "reminders"),
			store: submissions,
			contacts,
			knowledge: shellKnowledge(),
			tell: async (chat, text, { data }) => {
				if (chat === "13") return false;
				told.push({ chat, text, data });
				return true;
			},
			log: () => undefined,
			stop: new AbortController().signal,
			now: () => new Date(now),
		});
	return { contacts, told, run, store: submissions };
}

it("reminds whoever opted in and has not submitted, once a quarter, near its end and during the day", async () => {
	const { contacts, told, run } = await office();
	expect(await run("2026-09-01T02:00:00Z")).toBe(0);
	expect(await run("2026-09-25T15:00:00Z")).toBe(0);
	expect(await run("2026-09-25T02:00:00Z")).toBe(1);
	expect(told).toEqual([
		{ chat: "11", text: expect.stringContaining("2026年9月30日"), data: STOP_REMINDERS },
	]);
	expect(await run("2026-09-26T02:00:00Z")).toBe(0);
	await contacts.forget(due);
	expect(await run("2026-12-25T02:00:00Z")).toBe(1);
	expect(told.at(-1)?.chat).toBe("12");
});

it("tells one after another, remembers whom it told when it is stopped, and tells the rest the next time", async () => {
	const { contacts, run: _, ...rest } = await office();
	for (let n = 0; n < 12; n++)
		await contacts.remember(String(n).padStart(64, "0"), `2${n}`, "2026-09-01T00:00:00.000Z");
	const stop = new AbortController();
	let under = 0;
	let most = 0;
	const told: string[] = [];
	const run = (signal: AbortSignal, stopAfter: number) =>
		sendReminders({
			folder: join(dataDir, "reminders"),
			store: rest.store,
			contacts,
			knowledge: shellKnowledge(),
			tell: async (chat) => {
				most = Math.max(most, ++under);
				await new Promise((resolve) => setImmediate(resolve));
				under--;
				if (chat === "13") return false;
				if (told.push(chat) === stopAfter) stop.abort();
				return true;
			},
			log: () => undefined,
			stop: signal,
			now: () => new Date("2026-09-25T02:00:00Z"),
		});
	expect(await run(stop.signal, 5)).toBe(5);
	expect(await run(new AbortController().signal, Number.NaN)).toBe(8);
	expect([most, new Set(told).size, told.length]).toEqual([1, 13, 13]);
});
