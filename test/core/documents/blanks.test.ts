import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLANKS, blankValues, fillBlanks } from "../../../core/documents/blanks.ts";
import { EMPTY_PROFILE, type Profile } from "../../../core/formation/profile.ts";

describe("blanks", () => {
	it("have unique names and a meaning", () => {
		expect(new Set(BLANKS.map(({ name }) => name)).size).toBe(BLANKS.length);
		for (const { name, meaning } of BLANKS) {
			expect(name).toMatch(/^[\u4e00-\u9fff]+$/);
			expect(meaning.length).toBeGreaterThan(3);
		}
	});

	it("that name persons are never filled from facts", () => {
		for (const blank of BLANKS.filter(({ byHand }) => byHand)) expect(blank.slot).toBeNull();
	});

	it("stay blank where nothing was stated: silence is not zero", () => {
		expect(blankValues(EMPTY_PROFILE).size).toBe(0);
		expect(fillBlanks("正式党员【正式党员人数】名", blankValues(EMPTY_PROFILE))).toBe(
			"正式党员【正式党员人数】名",
		);
	});

	it("take stated numbers, zero included, and derive the totals", () => {
		const profile: Profile = { ...EMPTY_PROFILE, fullMembers: 5, probationary: 0, relationElsewhere: 2 };
		expect(
			fillBlanks(
				"【正式党员人数】【预备党员人数】【党员总数】【关系在本单位的正式党员人数】【单位全称】",
				blankValues(profile),
			),
		).toBe("5053【单位全称】");
	});

	it("leave every other character of a text alone", () => {
		fc.assert(
			fc.property(fc.string(), fc.nat(200), (around, fullMembers) => {
				const plain = around.replaceAll(/[【】]/g, "");
				const values = blankValues({ ...EMPTY_PROFILE, fullMembers });
				expect(fillBlanks(`${plain}【正式党员人数】${plain}`, values)).toBe(`${plain}${fullMembers}${plain}`);
			}),
		);
	});
});
