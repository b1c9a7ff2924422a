import type { Reply } from "../../core/assistant/types.ts";
import type { LabelledQuestion } from "./questions.ts";

/** Verdict on one answer. */
export interface Verdict {
	readonly question: LabelledQuestion;
	/** What is measured by this question. */
	readonly kind: "outcome" | "topic" | "refusal";
	/** Class for the list of errors: outcome code or topic id that was expected. */
	readonly expected: string;
	readonly got: string;
	readonly right: boolean;
	/** A wrong conclusion, stated as if it were right; a question is none. */
	readonly confidentlyWrong: boolean;
	/** Numbers of members that differ from the label. */
	readonly slots: readonly string[];
}

const REFUSALS = /^(?:refuse-|off-topic)/;

/** Compares an answer with its label. */
export function judge(question: LabelledQuestion, reply: Reply): Verdict {
	const { expect } = question;
	if ("topic" in expect) {
		const got = reply.topic ?? reply.outcome ?? (reply.ask ? `ask:${reply.ask}` : "none");
		const kind = REFUSALS.test(expect.topic) ? "refusal" : "topic";
		const right = reply.topic === expect.topic;
		return { question, kind, expected: expect.topic, got, right, confidentlyWrong: false, slots: [] };
	}
	const expected = expect.outcome === "ask" ? `ask:${expect.ask[0]}` : expect.outcome;
	const got = reply.outcome ?? (reply.ask ? `ask:${reply.ask}` : `topic:${reply.topic ?? "none"}`);
	const right = got === expected;
	const slots = (["fullMembers", "probationary"] as const).filter((slot) => {
		const wanted = expect[slot];
		// Nobody probationary and nothing said about it decide alike.
		return wanted !== null && (reply.profile[slot] ?? (slot === "probationary" ? 0 : null)) !== wanted;
	});
	return {
		question,
		kind: "outcome",
		expected,
		got,
		right,
		confidentlyWrong: !right && reply.outcome !== null,
		slots,
	};
}
