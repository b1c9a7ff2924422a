import type { Reply } from "../../core/assistant/types.ts";
import { EMPTY_PROFILE } from "../../core/formation/profile.ts";

/** A reply of the shell itself: one sentence, nothing decided. */
export function textReply(text: string): Reply {
	return {
		intent: "out-of-scope",
		outcome: null,
		ask: null,
		topic: null,
		profile: EMPTY_PROFILE,
		headline: text,
		sections: [],
		choices: [],
		multiple: false,
		suggestions: [],
		sources: [],
		url: null,
		text,
	};
}
