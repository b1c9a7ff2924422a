import { NEW_CONVERSATION } from "../../../core/assistant/conversation.ts";
import type {
	CommandName,
	Conversation,
	Message,
	Reply,
	Surroundings,
	Turn,
} from "../../../core/assistant/types.ts";
import type { Knowledge } from "../../../core/content/knowledge.ts";
import { surveyTurn } from "../../../core/survey/dialogue.ts";
import type { SurveyDraft } from "../../../core/survey/dialogue-types.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { loadKnowledge } from "../../../scripts/knowledge.ts";

export const knowledge: Knowledge = loadKnowledge();

export const SURROUNDINGS: Surroundings = {
	now: "2026-09-18T08:00:00.000Z",
	channel: "telegram",
	submitterRef: "a".repeat(64),
	newSubmissionId: "01K00000000000000000000001",
	previous: null,
};

/** One chat with the survey: sends messages, remembers the conversation and every effect. */
export class Chat {
	conversation: Conversation = NEW_CONVERSATION;
	surroundings: Surroundings;
	readonly submitted: Submission[] = [];
	readonly withdrawn: string[] = [];
	readonly reminders: boolean[] = [];
	replies: readonly Reply[] = [];

	constructor(surroundings: Partial<Surroundings> = {}) {
		this.surroundings = { ...SURROUNDINGS, ...surroundings };
	}

	get draft(): SurveyDraft | null {
		return this.conversation.draft;
	}

	/** Field or stage that waits for an answer. */
	get at(): string | null {
		return this.draft?.at ?? null;
	}

	/** Everything said in the last turn. */
	get said(): string {
		return this.replies.map((reply) => reply.text).join("\n");
	}

	send(message: Message): Turn {
		// A store reads and writes JSON: nothing may depend on identity or undefined.
		const stored = JSON.parse(JSON.stringify(this.conversation)) as Conversation;
		const turn = surveyTurn(message, stored, knowledge, this.surroundings);
		this.conversation = turn.conversation;
		this.replies = turn.replies;
		for (const effect of turn.effects) {
			if (effect.kind === "submit") this.submitted.push(effect.submission);
			if (effect.kind === "withdraw") this.withdrawn.push(effect.submissionId);
			if (effect.kind === "reminders") this.reminders.push(effect.on);
		}
		return turn;
	}

	text(text: string): Turn {
		return this.send({ kind: "text", text });
	}

	command(name: CommandName, argument = ""): Turn {
		return this.send({ kind: "command", name, argument });
	}

	/** Presses the button whose label contains `label`. */
	press(label: string): Turn {
		const choice = this.replies.flatMap((reply) => reply.choices).find((one) => one.label.includes(label));
		if (choice === undefined) throw new Error(`no button ${label} in ${this.said}`);
		return this.send({ kind: "choice", value: choice.value });
	}

	/** Starts and agrees. */
	begin(): this {
		this.command("survey");
		this.text("同意");
		return this;
	}

	/** Answers the open question as the submission says. */
	answerOne(submission: Submission): this {
		if (this.at !== null) this.text(answerText(submission, this.at));
		return this;
	}

	/** Answers questions as the submission says until the review page, or until an answer is not taken. */
	answer(submission: Submission): this {
		while (this.draft !== null && this.at !== "review") {
			const { at } = this.draft;
			this.text(answerText(submission, at));
			if (this.at === at) return this;
		}
		return this;
	}
}

/** How a person types the value of a field. */
export function answerText(submission: Submission, field: string): string {
	const values: Readonly<Record<string, unknown>> = {
		...submission,
		measure: submission.measure?.text,
		measureOwnerPost: submission.measure?.ownerPost,
		measureDue: submission.measure?.due,
	};
	const value = values[field];
	if (value === undefined) return field === "partyOrgId" ? "不清楚" : "跳过";
	return typeof value === "boolean" ? (value ? "有" : "没有") : String(value);
}
