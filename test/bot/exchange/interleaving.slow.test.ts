import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { assistant } from "../../../bot/assistant.ts";
import { createExchange } from "../../../bot/exchange/exchange.ts";
import type { Incoming, Outgoing } from "../../../bot/exchange/incoming.ts";
import { ContactStore } from "../../../bot/stores/contacts/contact-store.ts";
import { ConversationStore } from "../../../bot/stores/conversations.ts";
import { openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import { createSubmissionDesk } from "../../../bot/submissions/desk.ts";
import { checkSubmission } from "../../../core/survey/check.ts";
import { answerText, knowledge } from "../../core/survey/dialogue-driver.ts";
import { ORGANISED, UNORGANISED } from "../../core/survey/samples.ts";

const KEY = new Uint8Array(32).fill(3);
const REF = "c".repeat(64);
const START = Date.parse("2026-09-18T08:00:00.000Z");
const streets = new Set(knowledge.district.streets.map((street) => street.code));

/** What reaches the exchange: something new, or something Telegram delivers once more. */
type Action =
	| { readonly do: "fitting"; readonly organised: boolean }
	| { readonly do: "text"; readonly text: string }
	| { readonly do: "press"; readonly index: number; readonly older: number }
	| { readonly do: "redelivered"; readonly back: number }
	| { readonly do: "command"; readonly name: "back" | "survey" | "cancel" | "withdraw" }
	| { readonly do: "photo" }
	/** The machine fails after the effects, before the conversation is stored: the event comes again. */
	| { readonly do: "crash"; readonly organised: boolean };

const action: fc.Arbitrary<Action> = fc.oneof(
	{ weight: 16, arbitrary: fc.record({ do: fc.constant("fitting" as const), organised: fc.constant(true) }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant("fitting" as const), organised: fc.constant(false) }) },
	{
		weight: 1,
		arbitrary: fc.record({
			do: fc.constant("text" as const),
			text: fc.constantFrom(
				"约30",
				"3",
				"6",
				"20",
				"\u202e",
				"还有别的办法吗",
				"不同意",
				"跳过",
				"../../etc/passwd",
			),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({ do: fc.constant("press" as const), index: fc.nat(25), older: fc.nat(3) }),
	},
	{ weight: 3, arbitrary: fc.record({ do: fc.constant("redelivered" as const), back: fc.nat(4) }) },
	{
		weight: 1,
		arbitrary: fc.record({
			do: fc.constant("command" as const),
			name: fc.constantFrom("back" as const, "survey" as const, "cancel" as const, "withdraw" as const),
		}),
	},
	{ weight: 1, arbitrary: fc.constant({ do: "photo" as const }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant("crash" as const), organised: fc.constant(true) }) },
);

/** Real exchange, conversations and ledger in a folder; `failing` makes the next store of the conversation fail. */
async function shell(dir: string) {
	const { submissions } = await openSubmissionStore(dir, { trashDays: 30 });
	const files = await ConversationStore.open(join(dir, "conversations"), () => {});
	const state = { failing: false };
	const conversations = new Proxy(files, {
		get: (target, name) => {
			if (name === "load") return target.load.bind(target);
			return async (...args: Parameters<ConversationStore["save"]>) => {
				if (state.failing) throw new Error("crash");
				return target.save(...args);
			};
		},
	});
	const contacts = new ContactStore(join(dir, "contacts"), KEY);
	const exchange = createExchange({
		reply: assistant.reply,
		isUnclear: () => false,
		knowledge,
		conversations,
		submissions: createSubmissionDesk(submissions, contacts, knowledge, () => new Date(START)),
		refKey: KEY,
		language: null,
		surveyUrl: "/survey/",
		log: () => {},
	});
	return { exchange, submissions, files, state };
}

async function play(dir: string, actions: readonly Action[]) {
	const { exchange, submissions, files, state } = await shell(dir);
	const delivered: Incoming[] = [];
	const answers: Extract<Outgoing, { kind: "answer" }>[] = [];
	const receipts = new Set<string>();
	const deliver = async (incoming: Incoming) => {
		const out = await exchange(incoming);
		if (out.kind !== "answer") return;
		answers.push(out);
		for (const { text } of out.replies) {
			expect(text.length).toBeGreaterThan(0);
			const number = /回执编号：([0-9A-Z]{26})/.exec(text)?.[1];
			if (number !== undefined) receipts.add(number);
		}
	};
	const send = async (input: Incoming["input"]) => {
		const event = delivered.length + 1;
		const at = new Date(START + event * 1_000);
		const incoming = { ref: REF, chat: "7", channel: "telegram", event, at, group: false, input } as const;
		delivered.push(incoming);
		await deliver(incoming);
	};
	const fitting = async (organised: boolean): Promise<Incoming["input"]> => {
		const at = (await files.load(REF))?.conversation?.draft?.at ?? null;
		if (at === null || at === "sent") return { kind: "command", name: "survey", argument: "" };
		if (at === "consent") return { kind: "text", text: "同意" };
		if (at === "withdraw") return { kind: "text", text: "确认撤回" };
		if (at === "review") return { kind: "text", text: "发送" };
		return { kind: "text", text: answerText(organised ? ORGANISED : UNORGANISED, at) };
	};
	for (const one of actions) {
		switch (one.do) {
			case "fitting":
				await send(await fitting(one.organised));
				break;
			case "text":
				await send({ kind: "text", text: one.text });
				break;
			case "press": {
				const answer = answers.at(-1 - one.older);
				if (answer === undefined) break;
				const reply = Math.max(answer.replies.length - 1, 0);
				const press = { kind: "choice", sequence: answer.sequence, reply, index: one.index } as const;
				await send({ kind: "press", press });
				break;
			}
			case "redelivered": {
				const again = delivered.at(-1 - one.back);
				if (again !== undefined) await deliver(again);
				break;
			}
			case "command":
				await send({ kind: "command", name: one.name, argument: "" });
				break;
			case "photo":
				await send({ kind: "attachment", what: "photo" });
				break;
			case "crash": {
				const input = await fitting(one.organised);
				state.failing = true;
				await expect(send(input)).rejects.toThrow("crash");
				state.failing = false;
				const again = delivered.at(-1);
				if (again !== undefined) await deliver(again);
			}
		}
	}
	return { submissions, receipts };
}

test("any interleaving of answers, back, edit, old buttons, redelivered updates and crashes ends in valid submissions, each once, or none", async () => {
	let stored = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(action, { minLength: 30, maxLength: 60 }), async (actions) => {
			const dir = mkdtempSync(join(tmpdir(), "interleaving-"));
			try {
				const { submissions, receipts } = await play(dir, actions);
				const known = new Set<string>();
				for (const quarter of await submissions.quarters()) {
					for (const row of await submissions.rows(quarter)) {
						expect(row.conflicts).toEqual([]);
						for (const revision of row.history) {
							expect(checkSubmission(revision, { streets }).errors).toEqual([]);
							expect(known).not.toContain(revision.submissionId);
							known.add(revision.submissionId);
						}
						for (const ghost of row.ghosts) known.add(ghost.submissionId);
					}
				}
				// What was acknowledged is there, and nothing is there that was not acknowledged.
				expect([...known].sort()).toEqual([...receipts].sort());
				stored += known.size;
			} finally {
				rmSync(dir, { recursive: true, force: true });
			}
		}),
		{ numRuns: 40 },
	);
	expect(stored).toBeGreaterThan(20);
}, 120_000);
