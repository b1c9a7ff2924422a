import fc from "fast-check";
import { expect, test } from "vitest";
import { sameContent } from "../../../bot/stores/submissions/same-content.ts";
import type { Message } from "../../../core/assistant/types.ts";
import { checkSubmission } from "../../../core/survey/check.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { answerText, Chat, knowledge } from "./dialogue-driver.ts";
import { ORGANISED, UNORGANISED } from "./samples.ts";

/** What a person may do at any moment. */
type Action =
	| { readonly do: "fitting"; readonly organised: boolean }
	| { readonly do: "count"; readonly n: number }
	| { readonly do: "text"; readonly text: string }
	| { readonly do: "press"; readonly index: number }
	| { readonly do: "old"; readonly index: number }
	| { readonly do: "again" }
	| { readonly do: "redelivered" }
	| { readonly do: "command"; readonly name: "back" | "survey" | "cancel" | "withdraw" }
	| { readonly do: "photo" }
	| { readonly do: "days"; readonly days: number };

const action: fc.Arbitrary<Action> = fc.oneof(
	{ weight: 12, arbitrary: fc.record({ do: fc.constant("fitting" as const), organised: fc.boolean() }) },
	{
		weight: 3,
		arbitrary: fc.record({ do: fc.constant("count" as const), n: fc.integer({ min: 0, max: 12 }) }),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant("text" as const),
			text: fc.oneof(
				fc.string(),
				fc.constantFrom("约30", "发送", "6", "张三是党员", "\u202e", "今天", "不同意", "跳过"),
			),
		}),
	},
	{ weight: 6, arbitrary: fc.record({ do: fc.constant("press" as const), index: fc.nat(30) }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant("old" as const), index: fc.nat(200) }) },
	{ weight: 2, arbitrary: fc.constant({ do: "again" as const }) },
	{ weight: 2, arbitrary: fc.constant({ do: "redelivered" as const }) },
	{
		weight: 3,
		arbitrary: fc.record({
			do: fc.constant("command" as const),
			name: fc.constantFrom(
				"back" as const,
				"back" as const,
				"survey" as const,
				"cancel" as const,
				"withdraw" as const,
			),
		}),
	},
	{ weight: 1, arbitrary: fc.constant({ do: "photo" as const }) },
	{
		weight: 1,
		arbitrary: fc.record({ do: fc.constant("days" as const), days: fc.integer({ min: 0, max: 9 }) }),
	},
);

/** Plays the actions; a redelivered message meets the conversation as it was before its first delivery. */
function play(actions: readonly Action[]): readonly Submission[] {
	const chat = new Chat();
	const pressed: string[] = [];
	let last: Message = { kind: "command", name: "survey", argument: "" };
	let before = chat.conversation;
	let started = 0;
	const deliver = (message: Message) => {
		last = message;
		before = chat.conversation;
		const newSubmissionId = `01K${String(++started).padStart(23, "0")}`;
		chat.surroundings = { ...chat.surroundings, newSubmissionId };
		chat.send(message);
		for (const reply of chat.replies) {
			expect(reply.text.length).toBeGreaterThan(0);
			pressed.push(...reply.choices.map((choice) => choice.value));
		}
	};
	deliver(last);
	for (const one of actions) {
		switch (one.do) {
			case "fitting": {
				const meant = one.organised ? ORGANISED : UNORGANISED;
				if (chat.at === null || chat.at === "sent")
					deliver({ kind: "command", name: "survey", argument: "" });
				else if (chat.at === "consent") deliver({ kind: "text", text: "同意" });
				else if (chat.at === "review") deliver({ kind: "text", text: "发送" });
				else deliver({ kind: "text", text: answerText(meant, chat.at) });
				break;
			}
			case "count":
				deliver({ kind: "text", text: String(one.n) });
				break;
			case "text":
				deliver({ kind: "text", text: one.text });
				break;
			case "press": {
				const choices = chat.replies.flatMap((reply) => reply.choices);
				const choice = choices[one.index % Math.max(choices.length, 1)];
				if (choice !== undefined) deliver({ kind: "choice", value: choice.value });
				break;
			}
			case "old": {
				const value = pressed[one.index % Math.max(pressed.length, 1)];
				if (value !== undefined) deliver({ kind: "choice", value });
				break;
			}
			case "again":
				deliver(last);
				break;
			case "redelivered":
				chat.conversation = before;
				chat.send(last);
				break;
			case "command":
				deliver({ kind: "command", name: one.name, argument: "" });
				break;
			case "photo":
				deliver({ kind: "attachment", what: "photo" });
				break;
			case "days": {
				const now = new Date(Date.parse(chat.surroundings.now) + one.days * 86_400_000).toISOString();
				chat.surroundings = { ...chat.surroundings, now };
			}
		}
	}
	return chat.submitted;
}

test("any interleaving of answers, back, edit, duplicate and redelivered messages ends in a valid submission or none", () => {
	const streets = new Set(knowledge.district.streets.map((street) => street.code));
	let submissions = 0;
	fc.assert(
		fc.property(fc.array(action, { minLength: 20, maxLength: 90 }), (actions) => {
			const byId = new Map<string, Submission>();
			for (const submission of play(actions)) {
				submissions++;
				const { ok, errors } = checkSubmission(submission, { streets });
				expect(errors).toEqual([]);
				expect(ok).toBe(true);
				const other = byId.get(submission.submissionId);
				if (other !== undefined) expect(sameContent(other, submission)).toBe(true);
				byId.set(submission.submissionId, submission);
			}
		}),
		{ numRuns: 400 },
	);
	expect(submissions).toBeGreaterThan(20);
});
