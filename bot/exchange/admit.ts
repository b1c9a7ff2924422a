import type { Message } from "../../core/assistant/types.ts";
import type { BotWording } from "../../core/content/bot-wording.ts";
import { fill } from "./buttons.ts";

/** Longest message we take, in characters. */
export const MAX_CHARACTERS = 1000;

/** Why a text is answered without ever being kept. */
export type TextRefusal =
	| { readonly kind: "too-long" }
	| { readonly kind: "personal-data"; readonly kinds: readonly string[] };

/** Why a message is answered without its content ever being kept. */
export type Refusal =
	| TextRefusal
	| { readonly kind: "attachment"; readonly what: Extract<Message, { kind: "attachment" }>["what"] };

/** Names the kinds of personal data in a text; empty when there are none. */
export type PersonalDataFilter = (text: string) => readonly string[];

/** Judges a text at the door, before anything of it is written; `null` lets it in. */
export function refusalOf(text: string, personalData: PersonalDataFilter): TextRefusal | null {
	if (text.length > MAX_CHARACTERS * 2 || [...text].length > MAX_CHARACTERS) return { kind: "too-long" };
	const kinds = personalData(text);
	return kinds.length > 0 ? { kind: "personal-data", kinds } : null;
}

/** What the sender is told. */
export function refusalSentence(refusal: TextRefusal, bot: BotWording): string {
	if (refusal.kind === "too-long") return fill(bot.problems.tooLong, { max: MAX_CHARACTERS });
	const names: Readonly<Record<string, string>> = bot.personalData;
	const kinds = refusal.kinds.map((kind) => names[kind] ?? kind).join("、");
	return fill(bot.problems.personalData, { kinds });
}
