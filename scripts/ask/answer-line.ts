import { z } from "zod";
import { assistant } from "../../bot/assistant.ts";
import { NEW_CONVERSATION } from "../../core/assistant/conversation.ts";
import type { Reply, Surroundings } from "../../core/assistant/types.ts";
import type { Knowledge } from "../../core/content/knowledge.ts";

/** A line of `npm run -s ask`. */
const question = z.object({
	id: z.union([z.string(), z.number()]).optional(),
	q: z.string("q 应是问题的文字"),
});

/** A line of the answer: what was understood, decided and said. */
export type AskResult =
	| (Pick<Reply, "intent" | "outcome" | "ask" | "topic" | "profile" | "url" | "text"> & {
			readonly id?: string | number;
			readonly sources: readonly { readonly label: string; readonly dated: string; readonly url: string }[];
	  })
	| { readonly id?: string | number; readonly error: string };

/** No survey is begun here, so that no sender has to be known. */
function surroundings(now: string): Surroundings {
	return {
		now,
		channel: "terminal",
		submitterRef: "0".repeat(64),
		newSubmissionId: "00000000000000000000000000",
		previous: null,
	};
}

/** Answers one question in a conversation of its own. */
export function ask(text: string, knowledge: Knowledge, now: string): Reply | null {
	const { replies } = assistant.reply({ kind: "text", text }, NEW_CONVERSATION, knowledge, surroundings(now));
	return replies.at(-1) ?? null;
}

/** Answers one JSON line. Never throws: bad input becomes `error`, in Chinese. */
export function answerLine(line: string, knowledge: Knowledge, now: string): AskResult {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch {
		return { error: '这一行不是 JSON；每行写一个对象，例如 {"id":1,"q":"三名党员能建支部吗"}' };
	}
	const parsed = question.safeParse(value);
	if (!parsed.success) {
		const id = idOf(value);
		return { ...id, error: `${parsed.error.issues.map((issue) => issue.message).join("；")}；每行要有 q` };
	}
	const { id, q } = parsed.data;
	const echo = id === undefined ? {} : { id };
	const reply = ask(q, knowledge, now);
	if (reply === null) return { ...echo, error: "没有回答" };
	const { intent, outcome, topic, profile, sources, url, text } = reply;
	return {
		...echo,
		intent,
		outcome,
		ask: reply.ask,
		topic,
		profile,
		sources: sources.map(({ label, dated, url: place }) => ({ label, dated, url: place })),
		url,
		text,
	};
}

function idOf(value: unknown): { id?: string | number } {
	const result = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(value);
	return result.success ? { id: result.data.id } : {};
}
