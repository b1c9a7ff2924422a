import type { Reply } from "../../assistant/types.ts";
import { sentence } from "../messages.ts";
import { buttonValue } from "./buttons.ts";
import type { Page } from "./pages.ts";
import { say } from "./say.ts";

/** Asks whether a submission is really to be withdrawn. */
export function withdrawPage(
	submissionId: string,
	{ draft, knowledge: { survey }, before = [] }: Page,
): Reply {
	const prompt = sentence("withdrawPrompt", survey, { id: submissionId, days: survey.trashDays });
	return say({
		headline: before[0] ?? prompt,
		paragraphs: [...before.slice(1), ...(before.length > 0 ? [prompt] : [])],
		choices: [
			{ label: sentence("withdrawConfirm", survey), value: buttonValue(draft, "withdraw", "yes") },
			{ label: sentence("withdrawKeep", survey), value: buttonValue(draft, "withdraw", "no") },
		],
	});
}
