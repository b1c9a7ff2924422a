import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkSubmission } from "../../../core/survey/check.ts";
import { TelegramDouble } from "../../doubles/telegram/double.ts";

const KILLS = 10;
const CHATS = 8;
const EACH = 30;
let telegram: TelegramDouble;
const dataDir = mkdtempSync(join(tmpdir(), "kill-"));

beforeAll(async () => {
	telegram = await TelegramDouble.start();
});
afterAll(async () => {
	await telegram.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

function start(): ChildProcess {
	return spawn(process.execPath, ["test/fixtures/telegram-child.ts"], {
		stdio: ["ignore", "ignore", "inherit"],
		env: {
			PATH: process.env["PATH"],
			PORT: "0",
			DATA_DIR: dataDir,
			TELEGRAM_BOT_TOKEN: telegram.token,
			TELEGRAM_API_ROOT: telegram.root,
		},
	});
}

const killed = (child: ChildProcess) =>
	new Promise<void>((resolve) => {
		child.on("exit", () => resolve());
		child.kill("SIGKILL");
	});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

it(`loses nothing and does nothing twice over ${KILLS} kill -9`, async () => {
	const chats = Array.from({ length: CHATS }, (_, index) => 900 + index);
	/** Sent a minute apart, so that the rate limit stays out of it. */
	const date = (index: number) => 1_800_000_000 + index * 60;
	let sent = 0;
	const sendSome = (count: number) => {
		for (let n = 0; n < count && sent < CHATS * EACH; n += 1, sent += 1) {
			const index = Math.floor(sent / CHATS);
			const chat = chats[sent % CHATS] ?? 0;
			telegram.sendText(chat, index % 3 === 2 ? "提交" : `第${index}条`, { date: date(index) });
		}
	};
	let child = start();
	for (let kill = 0; kill < KILLS; kill += 1) {
		const before = telegram.chats.messages.length;
		sendSome(Math.ceil((CHATS * EACH) / KILLS));
		// Killed at a different moment each time: after the first, second … answer of this life, and a little later.
		await telegram.until(() => telegram.chats.messages.length > before + (kill % 5), 60_000);
		await pause((kill * 7) % 20);
		await killed(child);
		child = start();
	}
	sendSome(CHATS * EACH);
	const answers = (chat: number) => telegram.in(chat).map(({ text }) => text);
	await telegram.until(() => chats.every((chat) => new Set(answers(chat)).size === EACH), 60_000);
	await killed(child);

	const submitted = new Set<string>();
	for (const chat of chats) {
		// A reply whose delivery could not be noted before the kill is sent again, with the same words.
		const unique = answers(chat).filter((text, index, all) => all.indexOf(text) === index);
		for (const [index, text] of unique.entries()) {
			if (index % 3 === 2) {
				const id = /^已收到 (\w{26})$/.exec(text)?.[1];
				expect(id, text).toBeDefined();
				submitted.add(id ?? "");
			} else expect(text).toBe(`第${index + 1}次：第${index}条`);
		}
		expect(answers(chat).length - unique.length).toBeLessThanOrEqual(KILLS);
	}
	expect(submitted.size).toBe((CHATS * EACH) / 3);

	const folder = join(dataDir, "submissions/2026-Q3");
	const stored = new Set<string>();
	for (const name of readdirSync(folder, { recursive: true }).map(String)) {
		if (!name.endsWith(".json")) continue;
		const submission: unknown = JSON.parse(readFileSync(join(folder, name), "utf8"));
		expect(checkSubmission(submission).errors, name).toEqual([]);
		const { submissionId } = submission as { submissionId: string };
		expect(stored.has(submissionId), `${submissionId} twice`).toBe(false);
		stored.add(submissionId);
	}
	// Everything acknowledged is on disk, once; nothing is there that was not acknowledged.
	expect([...stored].sort()).toEqual([...submitted].sort());
}, 240_000);
