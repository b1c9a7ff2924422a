import type { Conversation, Message } from "../assistant/types.ts";
import { isSurveyButton } from "./dialogue/buttons.ts";
import { isUnderWay } from "./dialogue/step.ts";

/**
 * Whether a message belongs to the survey: its commands and buttons always, any text,
 * attachment, /back and /cancel while one is under way. `/ask …` and the other commands
 * stay with the assistant; the draft waits.
 */
export function belongsToSurvey(message: Message, { draft }: Pick<Conversation, "draft">): boolean {
	switch (message.kind) {
		case "choice":
			return isSurveyButton(message.value);
		case "command":
			if (message.name === "survey" || message.name === "withdraw") return true;
			return isUnderWay(draft) && (message.name === "back" || message.name === "cancel");
		case "text":
		case "attachment":
			return isUnderWay(draft);
	}
}
