import type { SurveyDraft } from "../dialogue-types.ts";

/** A pressed button of the survey. */
export interface Press {
	/** Short form of the draft it belongs to. */
	readonly tag: string;
	/** Question or stage it belongs to. */
	readonly at: string;
	readonly value: string;
}

const PREFIX = "survey:";

/** Marks a value that is not an answer but an action on the question. */
export const SKIP = "=skip";
export const KEEP = "=keep";

/** The end of the submission id: tells the drafts of one chat apart in a few bytes. */
export const tagOf = (draft: SurveyDraft) => draft.submissionId.slice(-6);

/** Value of a button, ≤ 64 bytes: `survey:<tag>:<question or stage>:<value>`. */
export function buttonValue(draft: SurveyDraft, at: string, value: string): string {
	return `${PREFIX}${tagOf(draft)}:${at}:${value}`;
}

/** Value of the button in a reminder that ends reminders; it belongs to no draft. */
export const STOP_REMINDERS = `${PREFIX}------:remind:off`;

/** Whether a button is one of the survey's. */
export const isSurveyButton = (value: string) => value.startsWith(PREFIX);

export function parseButton(value: string): Press | null {
	const match = /^survey:([0-9A-Z-]{6}):(\w+):(.+)$/.exec(value);
	return match === null ? null : { tag: match[1] ?? "", at: match[2] ?? "", value: match[3] ?? "" };
}
