import type { Readers } from "../../../core/assistant/assistant.ts";
import { NEW_CONVERSATION } from "../../../core/assistant/conversation.ts";
import type { Conversation, Surroundings, Understanding } from "../../../core/assistant/types.ts";
import type { Profile, Slot } from "../../../core/formation/profile.ts";

/**
 * A reader for tests of the composition: texts are written as `formation {"fullMembers":3}`,
 * `procedure re-election` or `? `, so that these tests do not depend on the reading of Chinese.
 * `~` after `formation` marks the slots as rough.
 */
export const plainReaders: Readers = {
	understand(text): Understanding {
		const nothing = { slots: {}, approximate: [], mentionsMembers: false, confidence: 1 };
		const formation = /formation(~?) (\{.*\})/.exec(text);
		if (formation) {
			const slots = JSON.parse(formation[2] ?? "{}") as Partial<Profile>;
			const approximate = formation[1] === "~" ? (Object.keys(slots) as Slot[]) : [];
			return { ...nothing, intent: "formation", topic: null, slots, approximate };
		}
		const topic = /(\w[\w-]*) ([a-z0-9-]+)( unsure)?$/.exec(text);
		if (topic) {
			return {
				...nothing,
				intent: topic[1] as Understanding["intent"],
				topic: topic[2] ?? null,
				confidence: topic[3] ? 0.1 : 1,
			};
		}
		return { ...nothing, intent: "out-of-scope", topic: null, confidence: 0 };
	},
	surveyTurn: (message, conversation) => ({
		replies: [],
		conversation: { ...conversation, topic: `survey ${message.kind}` },
		effects: [],
	}),
};

/** The outside world of a test; the day lies between check and review of the content. */
export const SURROUNDINGS: Surroundings = {
	now: "2026-11-24T02:00:00.000Z",
	channel: "terminal",
	submitterRef: "0".repeat(64),
	newSubmissionId: "01K5B2WZ3M8Q4R7T9V1X2Y3Z4A",
	previous: null,
};

/** A conversation that is filling in the survey. */
export const IN_SURVEY: Conversation = {
	...NEW_CONVERSATION,
	draft: {
		version: 1,
		submissionId: SURROUNDINGS.newSubmissionId,
		startedAt: SURROUNDINGS.now,
		consentVersion: null,
		answers: {},
		at: "consent",
		editing: false,
		baseRevision: null,
	},
};
