import { choiceValue } from "../../core/assistant/choice-value.ts";
import { NEW_CONVERSATION } from "../../core/assistant/conversation.ts";
import type { Choice, Conversation, Message, Reply, Surroundings, Turn } from "../../core/assistant/types.ts";
import type { Slot } from "../../core/formation/profile.ts";
import { readingReply, reply } from "./assistant.ts";
import { type FragmentState, slotText, writeFragment } from "./fragment.ts";
import type { KnowledgeLoader } from "./knowledge-loader.ts";

/** A message, the state it met, and the topic whose details the answer lacks. */
interface Answered {
	readonly message: Message;
	readonly before: Conversation;
	readonly lacking: string | null;
}

/** One conversation in this browser: nothing of it is sent anywhere. */
export class Session {
	readonly #loader: KnowledgeLoader;
	#conversation: Conversation = NEW_CONVERSATION;
	/** What was answered last, and from what state. */
	#last: Answered | null = null;
	#pending: Answered | null = null;

	constructor(loader: KnowledgeLoader) {
		this.#loader = loader;
	}

	/** Facts as the fragment of an address. */
	get fragment(): string {
		return writeFragment(this.#conversation.profile, this.#conversation.approximate);
	}

	get profile(): Conversation["profile"] {
		return this.#conversation.profile;
	}

	/** Words of a person. */
	async ask(text: string): Promise<readonly Reply[]> {
		return this.#keep(await this.#answer({ kind: "text", text }));
	}

	/** Pressed buttons of the last answer. */
	async choose(choices: readonly Choice[]): Promise<readonly Reply[]> {
		const value = choices.map((choice) => choice.value).join(",");
		return this.#keep(await this.#answer({ kind: "choice", value }));
	}

	/** Sets one fact; everything after it is computed anew. */
	async change(slot: Slot, value: string): Promise<readonly Reply[]> {
		return this.#keep(await this.#set(slot, value));
	}

	/** The conclusion with one fact changed, without changing it. */
	async preview(slot: Slot, value: string): Promise<Reply | null> {
		const turn = await this.#set(slot, value);
		this.#pending = null;
		return turn.replies.at(-1) ?? null;
	}

	/** Takes over facts of an address; `null` when it holds none. */
	async restore({ profile, approximate }: FragmentState): Promise<readonly Reply[] | null> {
		const slots = Object.keys(profile) as Slot[];
		const last = slots.at(-1);
		const value = last === undefined ? null : profile[last];
		if (last === undefined || value === null || value === undefined) return null;
		this.#conversation = { ...NEW_CONVERSATION, profile, approximate };
		const rough = approximate.includes(last) ? "~" : "";
		return this.change(last, `${slotText(value)}${rough}`);
	}

	#set(slot: Slot, value: string): Promise<Turn> {
		const { turn } = this.#conversation;
		const values = value.split(",").map((one) => choiceValue(turn, { kind: "set", slot, value: one }));
		return this.#answer({ kind: "choice", value: values.join(",") });
	}

	/**
	 * The last answer again with steps and cases of its topic, which are loaded now;
	 * `null` when it was complete already, something else has been said, or they cannot be had.
	 */
	async complete(): Promise<readonly Reply[] | null> {
		const last = this.#last;
		if (last === null || last.lacking === null) return null;
		const full = await this.#loader.details(last.lacking);
		if (full === null || this.#last !== last) return null;
		const answering = last.message.kind === "text" ? await readingReply() : reply;
		const { replies, conversation } = answering(last.message, last.before, full, surroundings());
		this.#last = { ...last, lacking: null };
		return this.#keep({ replies, conversation, effects: [] });
	}

	async #answer(message: Message): Promise<Turn> {
		const before = this.#conversation;
		// Words need the reader and its lists, a changed fact the rules only.
		const [knowledge, answering] =
			message.kind === "text"
				? await Promise.all([this.#loader.reading(), readingReply()])
				: [await this.#loader.core(), reply];
		const turn = answering(message, before, knowledge, surroundings());
		const topic = turn.replies.at(-1)?.topic ?? null;
		this.#pending = { message, before, lacking: this.#loader.lacks(topic) ? topic : null };
		return turn;
	}

	#keep({ replies, conversation }: Turn): readonly Reply[] {
		this.#conversation = conversation;
		this.#last = this.#pending ?? this.#last;
		this.#pending = null;
		return replies;
	}
}

/** The page runs no survey and sends nothing, so the sender is nobody. */
function surroundings(): Surroundings {
	return {
		now: new Date().toISOString(),
		channel: "web",
		submitterRef: "0".repeat(64),
		newSubmissionId: "00000000000000000000000000",
		previous: null,
	};
}
