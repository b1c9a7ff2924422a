import fc from "fast-check";
import { expect, test } from "vitest";
import { characterCount } from "../../../core/survey/safe-text.ts";

test("characters are counted as a reader counts them, whatever code units the text holds", () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom("a", "中", "😀", "𠮷", "\ud800", "\udc00")), (parts) => {
			const text = parts.join("");
			expect(characterCount(text)).toBe([...text].length);
		}),
	);
});
