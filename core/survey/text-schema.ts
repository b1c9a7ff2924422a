import { z } from "zod";
import { characterCount, hasUnsafeCharacter } from "./safe-text.ts";

/**
 * A text of so many characters without invisible ones, in normal form and trimmed. One step for all of it: a ledger is
 * read by the hundred thousand, and each step of a schema costs.
 */
export const safeText = (minimum: number, maximum: number) =>
	z.string().transform((value, context) => {
		const text = value.normalize("NFC").trim();
		const count = characterCount(text);
		if (count >= minimum && count <= maximum && !hasUnsafeCharacter(value)) return text;
		context.addIssue({ code: "custom" });
		return z.NEVER;
	});
