import { createAssistant } from "../core/assistant/assistant.ts";
import { readInConversation } from "../core/assistant/follow-up/read.ts";
import { CONFIDENT, understand } from "../core/assistant/understand/understand.ts";
import { surveyTurn } from "../core/survey/dialogue.ts";
import type { Assistant } from "./service.ts";

/** The assistant of the handbook: its readers put together, and what the language model's helper asks of them. */
export const assistant: Assistant = {
	reply: createAssistant({ understand: readInConversation, surveyTurn }),
	readSlots: (text, knowledge) => understand(text, knowledge).slots,
	isUnclear: (text, knowledge) => understand(text, knowledge).confidence < CONFIDENT,
};
