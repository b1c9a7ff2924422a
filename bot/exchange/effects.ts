import type { Effect } from "../../core/assistant/types.ts";
import { errorCode } from "../log.ts";
import type { ExchangeOptions, Incoming } from "./incoming.ts";

/** Stores what must be stored before anything is acknowledged. */
export async function carryOut(
	{ submissions, log }: ExchangeOptions,
	incoming: Incoming,
	effects: readonly Effect[],
): Promise<"done" | "conflict" | "refused" | "not-yours" | "not-saved"> {
	let result: "done" | "conflict" | "refused" | "not-yours" = "done";
	for (const effect of effects) {
		try {
			switch (effect.kind) {
				case "submit": {
					const stored = await submissions.submit(effect.submission);
					if (stored !== "stored") result = stored;
					log({ event: "survey.submitted", submissionId: effect.submission.submissionId, code: result });
					break;
				}
				case "withdraw":
					if ((await submissions.withdraw(effect.submissionId, incoming.ref)) === "refused")
						result = "not-yours";
					log({ event: "survey.withdrawn", submissionId: effect.submissionId });
					break;
				case "reminders":
					await submissions.reminders(incoming.ref, incoming.chat, effect.on);
					break;
			}
		} catch (error) {
			log({ event: "survey.not-saved", level: "error", code: errorCode(error) });
			return "not-saved";
		}
	}
	return result;
}
