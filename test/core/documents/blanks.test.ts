import { describe, expect, it } from "vitest";
import { BLANKS, blankValues } from "../../../core/documents/blanks.ts";
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
		const values = blankValues({ ...EMPTY_PROFILE, fullMembers: 3 });
		expect([...values]).toEqual([["正式党员人数", "3"]]);
	});

	it("take stated numbers, zero included, and derive the totals", () => {
		const profile: Profile = { ...EMPTY_PROFILE, fullMembers: 5, probationary: 0, relationElsewhere: 2 };
		expect(Object.fromEntries(blankValues(profile))).toEqual({
			正式党员人数: "5",
			预备党员人数: "0",
			党员总数: "5",
			关系不在本单位的正式党员人数: "2",
			关系在本单位的正式党员人数: "3",
		});
	});

	it("come from counted slots only", () => {
		const counted = new Set([
			"fullMembers",
			"probationary",
			"relationElsewhere",
			"durationMonths",
			"jointFull",
		]);
		for (const { slot, name } of BLANKS) if (slot !== null) expect(counted, name).toContain(slot);
	});
});
