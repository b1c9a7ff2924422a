import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { assistant } from "../../../bot/assistant.ts";
import { createExchange } from "../../../bot/exchange/exchange.ts";
import type { Incoming } from "../../../bot/exchange/incoming.ts";
import { ContactStore } from "../../../bot/stores/contacts/contact-store.ts";
import { ConversationStore } from "../../../bot/stores/conversations.ts";
import { openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import { createSubmissionDesk } from "../../../bot/submissions/desk.ts";
import { answerText, knowledge } from "../../core/survey/dialogue-driver.ts";
import { ORGANISED } from "../../core/survey/samples.ts";
import { filesBelow } from "../stores/data-dir.ts";
import { mountSmallDisk } from "../stores/small-disk.ts";

const KEY = new Uint8Array(32).fill(3);
const REF = "c".repeat(64);
const TROUBLE = knowledge.bot.problems.notSaved;

/** A person at the exchange, with everything on that disk. */
async function person(folder: string) {
	const { submissions } = await openSubmissionStore(folder, { trashDays: 30 });
	const conversations = await ConversationStore.open(join(folder, "conversations"), () => {});
	const exchange = createExchange({
		reply: assistant.reply,
		isUnclear: () => false,
		knowledge,
		conversations,
		submissions: createSubmissionDesk(
			submissions,
			new ContactStore(join(folder, "contacts"), KEY),
			knowledge,
		),
		refKey: KEY,
		language: null,
		surveyUrl: "/survey/",
		log: () => {},
	});
	const send = async (input: Incoming["input"]) => {
		const at = new Date("2026-09-18T08:00:00.000Z");
		const out = await exchange({
			ref: REF,
			chat: "7",
			channel: "telegram",
			event: null,
			at,
			group: false,
			input,
		});
		return out.kind === "answer" ? out.replies.map(({ text }) => text).join("\n") : out.kind;
	};
	const say = (text: string) => send({ kind: "text", text });
	const at = async () => (await conversations.load(REF))?.conversation?.draft?.at;
	return { send, say, at, submissions };
}

test.for(["full", "read-only"] as const)(
	"a disk that is really %s: the person is told, every answer given before is there, and it goes on afterwards",
	async (state, context) => {
		const disk = mountSmallDisk(1024);
		if (disk === null) return context.skip("mounting a small tmpfs needs root");
		onTestFinished(() => disk.unmount());
		const fail = () => (state === "full" ? disk.fill() : disk.readOnly(true));
		const mend = () => (state === "full" ? disk.free() : disk.readOnly(false));
		const { send, say, at, submissions } = await person(disk.folder);
		await send({ kind: "command", name: "survey", argument: "" });
		await say("同意");
		await say(answerText(ORGANISED, "orgCode"));
		fail();
		expect(await say(answerText(ORGANISED, "orgName"))).toContain(TROUBLE);
		mend();
		expect(await at()).toBe("orgName");
		for (let asked = await at(); asked !== "review"; asked = await at())
			await say(answerText(ORGANISED, asked ?? ""));
		fail();
		expect(await say("发送")).toContain(TROUBLE);
		expect((await submissions.row(ORGANISED)).head).toBeNull();
		mend();
		expect(await at()).toBe("review");
		expect(await say("发送")).toContain("回执编号");
		expect(await say("发送")).not.toContain(TROUBLE);
		expect(filesBelow(join(disk.folder, "submissions"))).toHaveLength(1);
	},
);
