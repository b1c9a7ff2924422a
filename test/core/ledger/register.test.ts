import { expect, test } from "vitest";
import { foldRow } from "../../../core/ledger/fold.ts";
import { compareRegisters, type RegisterUnit, unsurveyedUnits } from "../../../core/ledger/register.ts";
import { ORGANISED } from "../survey/samples.ts";

const unit = (orgCode: string, change: Partial<RegisterUnit> = {}): RegisterUnit => ({
	orgCode,
	orgName: `单位${orgCode}`,
	orgKind: "enterprise",
	streetCode: "yunxi",
	status: "active",
	...change,
});

test("a new list is compared with the one before and with the ledger", () => {
	const before = { date: "2026-06-30", units: [unit("A"), unit("B"), unit("C"), unit("D")] };
	const after = {
		date: "2026-09-30",
		units: [unit("A"), unit("B", { streetCode: "songling" }), unit("C", { status: "closed" }), unit("E")],
	};
	const difference = compareRegisters(before, after, ["A", "Z", "D", "Z"]);
	expect(difference.added).toEqual([unit("E")]);
	expect(difference.closed).toEqual([unit("C"), unit("D")]);
	expect(difference.changed).toMatchObject([{ before: unit("B"), fields: ["streetCode"] }]);
	expect(difference.unmatched).toEqual(["D", "Z"]);
	expect(difference.same).toBe(1);
});

test("未排查 are the active units without a verified revision; a submitted one is not enough", () => {
	const { quarter, orgCode } = ORGANISED;
	const register = {
		date: "2026-09-30",
		units: [unit(orgCode), unit("X"), unit("Y", { status: "closed" })],
	};
	const submitted = foldRow(quarter, orgCode, [ORGANISED]);
	const verified = foldRow(quarter, orgCode, [{ ...ORGANISED, state: "verified" }]);
	expect(unsurveyedUnits(register, [submitted]).map(({ orgCode }) => orgCode)).toEqual([orgCode, "X"]);
	expect(unsurveyedUnits(register, [verified]).map(({ orgCode }) => orgCode)).toEqual(["X"]);
});
