import type { Knowledge } from "../../core/content/knowledge.ts";
import type { Profile } from "../../core/formation/profile.ts";
import { findPersonalData, redactPersonalData } from "../../core/survey/personal-data.ts";
import type { LanguageAssistant } from "../exchange/ports.ts";
import type { Log } from "../log.ts";
import type { LanguageModel } from "./client.ts";
import { phrase } from "./phrasing.ts";
import { read } from "./reading.ts";

/** What the assistant's helper works with. */
export interface LanguageAssistantOptions {
	readonly model: LanguageModel;
	readonly knowledge: Pick<Knowledge, "guides" | "outcomes">;
	readonly readBack: (text: string) => Partial<Profile>;
	readonly log: Log;
}

/**
 * The optional helper. Only the text of one question ever reaches the model, after the personal-data
 * filter: no chat id, no conversation, nothing of a survey.
 */
export function createLanguageAssistant(options: LanguageAssistantOptions): LanguageAssistant {
	const { model, knowledge, readBack, log } = options;
	const topics = knowledge.guides.map(({ id, title }) => ({ id, title }));
	const outcomeNames = knowledge.outcomes.map((outcome) => outcome.name);
	return {
		read: async (text) => {
			// A text with personal data is not worth the risk of a filter that missed a part of it.
			if (findPersonalData(text).length > 0) return null;
			return read(text, { topics, model, readBack });
		},
		phrase: (question, reply) => phrase(redactPersonalData(question), reply, outcomeNames, model, log),
	};
}
