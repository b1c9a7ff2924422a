import { choiceValue } from "../../core/assistant/choice-value.ts";
import { NEW_CONVERSATION } from "../../core/assistant/conversation.ts";
import { reply } from "../../core/assistant/reply.ts";
import type { Choice, Conversation, Message, Reply, Surroundings, Turn } from "../../core/assistant/types.ts";
import type { Slot } from "../../core/formation/profile.ts";
import { type FragmentState, slotText, writeFragment } from "./fragment.ts";
import type { KnowledgeLoader } from "./knowledge-loader.ts";

/** One conversation in this browser: nothing of it is sent anywhere. */
export class Session {
	readonly #loader: KnowledgeLoader;
	#conversation: Conversation = NEW_CONVERSATION;

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
		const [first, ...others] = choices;
		if (first === undefined) return [];
		const value = [first.value, ...others.map((choice) => choice.value.split("=").pop())].join(",");
		return this.#keep(await this.#answer({ kind: "choice", value }));
	}

	/** Sets one fact; everything after it is computed anew. */
	async change(slot: Slot, value: string): Promise<readonly Reply[]> {
		return this.#keep(await this.#set(slot, value));
	}

	/** The conclusion with one fact changed, without changing it. */
	async preview(slot: Slot, value: string): Promise<Reply | null> {
		return (await this.#set(slot, value)).replies.at(-1) ?? null;
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
		const message = choiceValue(this.#conversation.turn, { kind: "set", slot, value });
		return this.#answer({ kind: "choice", value: message });
	}

	async #answer(message: Message): Promise<Turn> {
		const knowledge = await this.#loader.core();
		const turn = reply(message, this.#conversation, knowledge, surroundings());
		const last = turn.replies.at(-1);
		// Questions about procedure are answered better with the body texts: they come when they are first needed.
		if (last === undefined || last.outcome !== null || last.ask !== null) return turn;
		const full = await this.#loader.withPassages();
		return full === null ? turn : reply(message, this.#conversation, full, surroundings());
	}

	#keep({ replies, conversation }: Turn): readonly Reply[] {
		this.#conversation = conversation;
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
