import type { Conversation } from "./types.ts";

/** A conversation in which nothing has been said. */
export const NEW_CONVERSATION: Conversation = {
	version: 1,
	profile: {},
	approximate: [],
	pending: null,
	editing: null,
	splitStated: false,
	supportAsked: false,
	topic: null,
	intent: null,
	turn: 0,
	draft: null,
};

/** Forgets the organisation, keeps the survey and the count of answers, so that old buttons stay recognisable. */
export function forgetFacts(conversation: Conversation): Conversation {
	return { ...NEW_CONVERSATION, turn: conversation.turn, draft: conversation.draft };
}
