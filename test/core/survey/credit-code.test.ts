import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { creditCodeCheckCharacter, isCreditCode, parseCreditCode } from "../../../core/survey/credit-code.ts";

const ALPHABET = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];
const body = fc.array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 }).map((a) => a.join(""));

describe("credit code", () => {
	test.each([
		"91990101MA0TE0T126",
		"52990101MJ0DEM008U",
		"92990101MA000X2Y8D",
		"91990101MA00003300",
		"91350100M000100Y43",
	])("%s is valid", (code) => expect(parseCreditCode(code)).toEqual({ ok: true, code }));

	test("check character 0 comes from a sum divisible by 31", () => {
		expect(creditCodeCheckCharacter("91990101MA0000330")).toBe("0");
	});

	test.each([
		["９１９９０１０１ＭＡ０ＴＥ０Ｔ１２６"],
		[" 91990101-ma0te0t126 "],
		["9199 0101 MA0T E0T1 26"],
		["91990101—MA0TE0T126\u200b"],
	])("%j is folded to its normal form", (typed) => {
		expect(parseCreditCode(typed)).toEqual({ ok: true, code: "91990101MA0TE0T126" });
		expect(isCreditCode(typed)).toBe(false);
	});

	test.each([
		["", "length"],
		["91990101MA0TE0T12", "length"],
		["91990101MA0TE0T1266", "length"],
		["91990101MAOTE0T126", "characters"],
		["91990101MA0TE0T12Z", "characters"],
		["91990101MA0TE0T127", "check"],
		["91990110MA0TE0T126", "check"],
	])("%j is refused: %s", (typed, problem) => expect(parseCreditCode(typed)).toEqual({ ok: false, problem }));

	test("exactly one check character fits any body, and any one wrong character is noticed", () => {
		fc.assert(
			fc.property(body, fc.nat(16), fc.constantFrom(...ALPHABET), (first17, at, other) => {
				const code = first17 + creditCodeCheckCharacter(first17);
				expect(isCreditCode(code)).toBe(true);
				expect(ALPHABET.filter((character) => isCreditCode(first17 + character))).toHaveLength(1);
				if (first17[at] === other) return;
				expect(isCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
			}),
		);
	});
});
