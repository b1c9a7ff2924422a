import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { assistant } from "../../../bot/assistant.ts";
import { loadKnowledge } from "../../../scripts/knowledge.ts";
import { answerText } from "../../core/survey/dialogue-driver.ts";
import { ORGANISED } from "../../core/survey/samples.ts";
import { startTelegramService } from "../../fixtures/telegram-service.ts";
import { filesBelow } from "../stores/data-dir.ts";
import { mountSmallDisk } from "../stores/small-disk.ts";

const CHAT = 81_000;

it("on a full disk Telegram keeps the message, the person is told once, and it is answered when there is room again", async (context) => {
	const disk = mountSmallDisk(2048);
	if (disk === null) return context.skip("mounting a small tmpfs needs root");
	const knowledge = loadKnowledge();
	const running = await startTelegramService(
		{ DATA_DIR: join(disk.folder, "data") },
		{ assistant, knowledge },
	);
	onTestFinished(async () => {
		await running.stop();
		disk.unmount();
	});
	let sent = 0;
	const said = () => running.telegram.in(CHAT).map(({ text }) => text);
	const say = (text: string) =>
		running.telegram.sendText(CHAT, text, { date: Math.floor(Date.now() / 1000) + sent++ * 61 });
	const answered = async (pattern: RegExp) =>
		running.telegram.until(() => said().some((text) => pattern.test(text)));
	say("/survey");
	await answered(/同意/);
	say("同意");
	await answered(/统一社会信用代码/);
	disk.fill();
	// A last block may have room for a few messages; those are answered with what to do.
	const told = () => said().filter((text) => text === knowledge.bot.problems.diskDown).length;
	for (let tries = 0; tries < 40 && told() === 0; tries++) {
		const before = said().length;
		say("一二三".repeat(100));
		await running.telegram.until(() =>
			said()
				.slice(before)
				.some((text) => /没有丢/.test(text)),
		);
	}
	say(answerText(ORGANISED, "orgCode"));
	const failures = () => running.logged.filter((line) => line.includes("polling.failed")).length;
	await running.telegram.until(() => failures() > 3);
	expect(told()).toBe(1);
	disk.free();
	await answered(/请输入单位全称/);
	expect(filesBelow(join(disk.folder, "data", "conversations"))).toHaveLength(1);
}, 60_000);
